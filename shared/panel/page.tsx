import { render } from 'preact';
import { useState } from 'preact/hooks';
import { Frame } from './frame';
import type { LoadExploreParts } from './explore-tab';
import type { PageHost } from './page-host';
import type { LoadEnrichParts } from './use-enrich';

export type { PageHost } from './page-host';

/**
 * Starts the page in an element. Its styles only apply below the class `trace-panel`, so that it can share a page.
 *
 * @param loadEnrich gives `ENRICH_PARTS` of `enrich.tsx`, from a script of their own where the host can load one
 * @param loadExplore gives `EXPLORE_PARTS` of `explore.tsx`, likewise
 */
export function startPage(
  root: HTMLElement,
  host: PageHost,
  loadEnrich: LoadEnrichParts,
  loadExplore: LoadExploreParts,
): void {
  root.classList.add('trace-panel');
  const page = <Page root={root} host={host} loadEnrich={loadEnrich} loadExplore={loadExplore} />;
  render(root === document.body ? <main>{page}</main> : page, root);
}

interface Props {
  readonly root: HTMLElement;
  readonly host: PageHost;
  readonly loadEnrich: LoadEnrichParts;
  readonly loadExplore: LoadExploreParts;
}

/** Everything starts anew once Trace is removed from the file. */
function Page({ root, host, loadEnrich, loadExplore }: Props) {
  const [removals, setRemovals] = useState(0);
  return (
    <Frame
      key={removals}
      root={root}
      host={host}
      loadEnrich={loadEnrich}
      loadExplore={loadExplore}
      before={removals > 0 ? 'Trace is removed from this file.' : ''}
      onRemoved={() => setRemovals(removals + 1)}
    />
  );
}
