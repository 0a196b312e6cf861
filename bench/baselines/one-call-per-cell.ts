import type { Service } from '../service';

/** What most add-ons do: each cell asks for its own company. */
export async function oneCallPerCell(service: Service, domain: string): Promise<string> {
  const response = await service.fetch(`/v1/companies/${domain}`, { method: 'GET' });
  return (JSON.parse(await response.text()) as { name: string }).name;
}
