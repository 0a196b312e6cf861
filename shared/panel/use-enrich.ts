import type { EnrichParts } from './enrich';
import type { PageHost } from './page-host';
import { useLoaded, type Loaded } from './use-loaded';

export type LoadEnrichParts = () => Promise<EnrichParts>;

export type Enrich = Loaded<EnrichParts>;

/** @param isWanted whether the page would show it now */
export function useEnrich(host: PageHost, load: LoadEnrichParts, isWanted: boolean): Enrich {
  return useLoaded(host, load, isWanted);
}
