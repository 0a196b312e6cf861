import { useEffect, useState } from 'preact/hooks';
import type { BulkHost } from './bulk-host';
import type { ExploreParts } from './explore';
import type { PageHost } from './page-host';

export type LoadExploreParts = () => Promise<ExploreParts>;

interface Props {
  readonly host: PageHost;
  readonly load: LoadExploreParts;
  /** Whether somebody sees this tab. Until then nothing is loaded. */
  readonly isOn: boolean;
  readonly keyNews: string;
}

type Loaded =
  | { readonly is: 'loading' | 'failed' }
  | { readonly is: 'ready'; readonly host: BulkHost; readonly parts: ExploreParts };

/** The tab that looks at single companies, once its script is loaded. */
export function ExploreTab({ host, load, isOn, keyNews }: Props) {
  const [loaded, setLoaded] = useState<Loaded>({ is: 'loading' });
  const [hasBegun, setBegun] = useState(false);
  useEffect(() => {
    if (isOn) setBegun(true);
  }, [isOn]);
  useEffect(() => {
    if (!hasBegun || host.explore === undefined) return;
    Promise.all([host.explore(), load()]).then(
      ([own, parts]) => setLoaded({ is: 'ready', host: own, parts }),
      () => setLoaded({ is: 'failed' }),
    );
  }, [host, hasBegun]);
  switch (loaded.is) {
    case 'loading':
      return (
        <p role="status" class="is-busy">
          Loading…
        </p>
      );
    case 'failed':
      return (
        <section class="card">
          <h2>Explore did not load</h2>
          <p role="alert">You may be offline, or Trace was updated. Your sheet is unchanged. Reload to try again.</p>
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>
        </section>
      );
    case 'ready': {
      const { ExploreSection } = loaded.parts;
      return <ExploreSection host={loaded.host} isOpen={isOn} keyNews={keyNews} />;
    }
  }
}
