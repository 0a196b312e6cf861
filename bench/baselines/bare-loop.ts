import pLimit from 'p-limit';
import type { Service } from '../service';

/** Sends the same requests as one range of formulas, with the same concurrency, and only reads the answers. */
export async function bareLoop(
  service: Service,
  domains: readonly string[],
  atOnce: number,
): Promise<readonly string[]> {
  const limit = pLimit(atOnce);
  const parts = Array.from({ length: Math.ceil(domains.length / 100) }, (_part, at) =>
    domains.slice(at * 100, at * 100 + 100),
  );
  const names = await Promise.all(
    parts.map((part) =>
      limit(async () => {
        const body = JSON.stringify({ domains: part });
        const response = await service.fetch('/v1/companies/batch', { method: 'POST', body });
        const { results } = JSON.parse(await response.text()) as { results: { company: { name: string } }[] };
        return results.map(({ company }) => company.name);
      }),
    ),
  );
  return names.flat();
}
