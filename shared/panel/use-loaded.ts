import { useEffect, useState } from 'preact/hooks';
import type { BulkHost } from './bulk-host';

/** A part of the panel that works on the sheet, in a script of its own where the host can load one. */
export type Loaded<P> =
  | { readonly is: 'loading' | 'failed' }
  | { readonly is: 'ready'; readonly host: BulkHost; readonly parts: P };

/**
 * Loads a part once somebody can see it. A script that could not be loaded is not asked for again: browsers remember the
 * failure until the page is loaded anew (https://github.com/whatwg/html/issues/6768).
 *
 * @param open gives what the part needs of the host; absent: the host has no such part
 * @param isWanted whether the page would show it now
 */
export function useLoaded<P>(
  open: (() => Promise<BulkHost>) | undefined,
  load: () => Promise<P>,
  isWanted: boolean,
): Loaded<P> {
  const [loaded, setLoaded] = useState<Loaded<P>>({ is: 'loading' });
  const [hasBegun, setBegun] = useState(false);
  useEffect(() => {
    if (isWanted && open !== undefined) setBegun(true);
  }, [open, isWanted]);
  useEffect(() => {
    if (!hasBegun || open === undefined) return;
    Promise.all([open(), load()]).then(
      ([host, parts]) => setLoaded({ is: 'ready', host, parts }),
      () => setLoaded({ is: 'failed' }),
    );
  }, [open, hasBegun]);
  return loaded;
}
