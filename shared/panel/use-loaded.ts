import { useEffect, useState } from 'preact/hooks';
import type { BulkHost } from './bulk-host';
import type { PageHost } from './page-host';

/** A part of the panel that works on the sheet, in a script of its own where the host can load one. */
export type Loaded<P> =
  { readonly is: 'loading' | 'failed' } | { readonly is: 'ready'; readonly host: BulkHost; readonly parts: P };

/**
 * Loads a part once somebody can see it. A script that could not be loaded is not asked for again: browsers remember the
 * failure until the page is loaded anew (https://github.com/whatwg/html/issues/6768).
 *
 * @param isWanted whether the page would show it now
 */
export function useLoaded<P>(host: PageHost, load: () => Promise<P>, isWanted: boolean): Loaded<P> {
  const [loaded, setLoaded] = useState<Loaded<P>>({ is: 'loading' });
  const [hasBegun, setBegun] = useState(false);
  useEffect(() => {
    if (isWanted && host.bulk !== undefined) setBegun(true);
  }, [host, isWanted]);
  useEffect(() => {
    if (!hasBegun || host.bulk === undefined) return;
    Promise.all([host.bulk(), load()]).then(
      ([bulk, parts]) => setLoaded({ is: 'ready', host: bulk, parts }),
      () => setLoaded({ is: 'failed' }),
    );
  }, [host, hasBegun]);
  return loaded;
}
