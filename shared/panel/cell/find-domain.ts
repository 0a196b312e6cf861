import { PRICE_OF_NAME } from '../../credits/action-prices';
import { FREE_FOR_MS } from '../../days';
import { findDomains } from '../../enrich/names/search-companies';
import type { RunPorts } from '../../enrich/sheet/ports';

interface FoundCompany {
  readonly name: string;
  readonly domain: string;
  readonly country: string;
}

/** Searches one company by name, for the price that the button says. `null`: Trace knows none. Throws why it failed. */
export async function findDomain(ports: RunPorts, name: string): Promise<FoundCompany | null> {
  const { matches, why } = await findDomains(ports, [{ name, rows: [] }], {
    cap: PRICE_OF_NAME,
    maxAgeMs: FREE_FOR_MS,
  });
  const problem = why ?? matches[0]?.problem ?? null;
  if (problem !== null) throw problem;
  return matches[0]?.candidates[0] ?? null;
}
