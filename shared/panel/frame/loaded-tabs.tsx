import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { EnrichParts } from '../enrich';
import type { ExploreParts } from '../explore';
import type { ListsParts } from '../lists';
import type { BulkHost } from '../bulk-host';
import { isOffline } from '../common/offline';
import { Sheet } from '../common/sheet';
import { usePanel } from '../state/panel-state';
import { TAB_NAMES, type TabId } from '../state/tabs';
import { Said } from '../common/outcome';
import { PressButton } from '../common/press-button';

/** The parts of the panel that load when they are first opened, from scripts of their own where the host can load one. */
export interface LoadParts {
  readonly enrich: () => Promise<EnrichParts>;
  readonly explore: () => Promise<ExploreParts>;
  readonly lists: () => Promise<ListsParts>;
}

/** A part of the panel that works on the sheet, in a script of its own where the host can load one. */
export type Loaded<P> =
  | { readonly is: 'loading' | 'failed' }
  | { readonly is: 'ready'; readonly host: BulkHost; readonly parts: P };

/**
 * Loads a part once a person can see it. A script that failed to load is not asked for again: browsers remember the
 * failure until the page reloads (https://github.com/whatwg/html/issues/6768).
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

interface NotLoadedProps {
  readonly is: 'loading' | 'failed';
  /** The part of the panel, such as `Enrich`. */
  readonly title: string;
}

/** Shown instead of a part whose script is loading or failed to load. */
function NotLoaded({ is, title }: NotLoadedProps) {
  if (is === 'loading') {
    return <Said style="is-busy">Loading…</Said>;
  }
  return (
    <section class="card">
      <h2>{title} did not load</h2>
      <p role="alert">
        {isOffline()
          ? 'You are offline. Your sheet is unchanged. Connect to the internet, then reload.'
          : 'Trace may have been updated. Your sheet is unchanged. Reload the panel.'}
      </p>
      <PressButton onPress={() => location.reload()}>Reload</PressButton>
    </section>
  );
}

interface TabPanelProps {
  readonly of: TabId;
  readonly children: ComponentChildren;
}

/** The place of a tab, hidden while another one is open. */
export function TabPanel({ of, children }: TabPanelProps) {
  const { tabs, tab, isWelcome } = usePanel();
  const names = { id: `panel-${of}`, role: 'tabpanel', 'aria-labelledby': `tab-${of}` } as const;
  return (
    <div class="tab-panel" hidden={of !== tab || isWelcome} {...(tabs.length > 1 ? names : {})}>
      {children}
    </div>
  );
}

interface LoadedTabProps<P> {
  readonly of: TabId;
  readonly loaded: Loaded<P>;
  readonly children: (parts: P) => ComponentChildren;
}

/** A tab whose script is loaded once a person sees it, with its own way to the sheet. */
export function LoadedTab<P>({ of, loaded, children }: LoadedTabProps<P>) {
  return (
    <TabPanel of={of}>
      {loaded.is === 'ready' ? (
        <Sheet host={loaded.host}>{children(loaded.parts)}</Sheet>
      ) : (
        <NotLoaded is={loaded.is} title={TAB_NAMES[of]} />
      )}
    </TabPanel>
  );
}
