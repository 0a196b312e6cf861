import { useEffect, useState } from 'preact/hooks';
import type { BulkHost } from './bulk-host';
import type { EnrichParts } from './enrich';
import type { PageHost } from './page-host';

export type LoadEnrichParts = () => Promise<EnrichParts>;

export type Enrich =
  | { readonly is: 'loading' | 'failed' }
  | { readonly is: 'ready'; readonly host: BulkHost; readonly parts: EnrichParts };

const LOADING: Enrich = { is: 'loading' };

/**
 * Loads what enriches columns once somebody can see it. A script that could not be loaded is not asked for again:
 * browsers remember the failure until the page is loaded anew (https://github.com/whatwg/html/issues/6768).
 *
 * @param isWanted whether the page would show it now
 */
export function useEnrich(host: PageHost, load: LoadEnrichParts, isWanted: boolean): Enrich {
  const [enrich, setEnrich] = useState(LOADING);
  const [hasBegun, setBegun] = useState(false);
  useEffect(() => {
    if (isWanted && host.bulk !== undefined) setBegun(true);
  }, [host, isWanted]);
  useEffect(() => {
    if (!hasBegun || host.bulk === undefined) return;
    Promise.all([host.bulk(), load()]).then(
      ([bulk, parts]) => setEnrich({ is: 'ready', host: bulk, parts }),
      () => setEnrich({ is: 'failed' }),
    );
  }, [host, hasBegun]);
  return enrich;
}
