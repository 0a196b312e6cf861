import { render } from 'preact';
import { FunctionList } from './function-list';
import { KeySection } from './key-section';
import type { PageHost } from './page-host';
import { RequestLog } from './request-log';

export type { PageHost } from './page-host';

/** Fills an element with the page. Its styles hold below the class `trace-pane` only, so that it may stand beside others. */
export function startPage(root: HTMLElement, host: PageHost): void {
  root.classList.add('trace-pane');
  render(<Page host={host} />, root);
}

function Page({ host }: { readonly host: PageHost }) {
  return (
    <>
      <h1>Trace</h1>
      <KeySection host={host} />
      {host.offers.has('requestLog') && <RequestLog host={host} />}
      <FunctionList />
    </>
  );
}
