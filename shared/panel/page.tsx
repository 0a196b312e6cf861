import { render } from 'preact';
import { useState } from 'preact/hooks';
import { Frame } from './frame/frame';
import type { LoadParts } from './frame/loaded-tabs';
import type { PanelHost } from './panel-host';

export { openAtTab } from './state/last-tab';

/** Starts the page in an element. Its styles only apply below the class `trace-panel`, so that it can share a page. */
export function startPage(root: HTMLElement, host: PanelHost, loads: LoadParts): void {
  root.classList.add('trace-panel');
  const page = <Page root={root} host={host} loads={loads} />;
  render(root === document.body ? <main>{page}</main> : page, root);
}

interface Props {
  readonly root: HTMLElement;
  readonly host: PanelHost;
  readonly loads: LoadParts;
}

/** Mounts everything again once Trace is removed from the file. */
function Page({ root, host, loads }: Props) {
  const [removals, setRemovals] = useState(0);
  return (
    <Frame
      key={removals}
      root={root}
      host={host}
      loads={loads}
      before={removals > 0 ? 'Trace is removed from this file.' : ''}
      onRemoved={() => setRemovals(removals + 1)}
    />
  );
}
