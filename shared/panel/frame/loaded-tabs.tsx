import type { EnrichParts } from '../enrich';
import type { ExploreParts } from '../explore';
import type { ListsParts } from '../lists';
import { useEffect, useState } from 'preact/hooks';
import type { BulkHost } from '../bulk-host';
import type { RunStage } from '../bulk/run-stage';
import type { PanelHost } from '../panel-host';

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

interface NotLoadedProps {
  readonly is: 'loading' | 'failed';
  /** The part of the panel, such as `Enrich`. */
  readonly title: string;
}

/** In the place of a part whose script is on its way, or did not arrive. */
export function NotLoaded({ is, title }: NotLoadedProps) {
  if (is === 'loading') {
    return (
      <p role="status" class="is-busy">
        Loading…
      </p>
    );
  }
  return (
    <section class="card">
      <h2>{title} did not load</h2>
      <p role="alert">You may be offline, or Trace was updated. Your sheet is unchanged. Reload to try again.</p>
      <button type="button" onClick={() => location.reload()}>
        Reload
      </button>
    </section>
  );
}

export type Enrich = Loaded<EnrichParts>;

interface EnrichTabProps {
  readonly enrich: Enrich;
  /** Whether somebody sees the panel. */
  readonly isShown: boolean;
  /** Whether this tab is open. */
  readonly isOpen: boolean;
  readonly onStage: (stage: RunStage) => void;
}

/** The tab that fills columns, once its script is loaded. */
export function EnrichTab({ enrich, isShown, isOpen, onStage }: EnrichTabProps) {
  if (enrich.is !== 'ready') return <NotLoaded is={enrich.is} title="Enrich" />;
  const { BulkSection } = enrich.parts;
  return <BulkSection host={enrich.host} isShown={isShown} isOpen={isOpen} onStage={onStage} />;
}

interface ExploreTabProps {
  readonly host: PanelHost;
  readonly load: () => Promise<ExploreParts>;
  /** Whether somebody sees this tab. Until then nothing is loaded. */
  readonly isOn: boolean;
  readonly keyNews: string;
}

/** The tab that looks at single companies, once its script is loaded. */
export function ExploreTab({ host, load, isOn, keyNews }: ExploreTabProps) {
  const explore = useLoaded(host.explore, load, isOn);
  if (explore.is !== 'ready') return <NotLoaded is={explore.is} title="Explore" />;
  const { ExploreSection } = explore.parts;
  return <ExploreSection host={explore.host} isOpen={isOn} keyNews={keyNews} />;
}

interface FormulaDoorProps {
  readonly host: PanelHost;
  readonly load: () => Promise<ExploreParts>;
  /** Whether somebody sees this tab. Until then nothing is loaded. */
  readonly isOn: boolean;
}

/** The tab that builds formulas, once its script is loaded. */
export function FormulaDoor({ host, load, isOn }: FormulaDoorProps) {
  const formula = useLoaded(host.explore, load, isOn);
  if (formula.is !== 'ready') return <NotLoaded is={formula.is} title="Formula" />;
  const { FormulaTab } = formula.parts;
  return <FormulaTab host={formula.host} isOn={isOn} {...(host.docs === undefined ? {} : { docs: host.docs })} />;
}
