import { render } from 'preact';
import { useState } from 'preact/hooks';
import { FunctionList } from './function-list';
import { KeySection } from './key-section';
import type { PageHost } from './page-host';
import { RequestLog } from './request-log';
import { RetrySection } from './retry-section';

export type { PageHost } from './page-host';

/** Fills an element with the page. Its styles hold below the class `trace-pane` only, so that it may stand beside others. */
export function startPage(root: HTMLElement, host: PageHost): void {
  root.classList.add('trace-pane');
  const isAlone = root === document.body;
  render(
    isAlone ? (
      <main>
        <Page host={host} />
      </main>
    ) : (
      <Page host={host} />
    ),
    root,
  );
}

function Page({ host }: { readonly host: PageHost }) {
  const [isKeyNew, setKeyNew] = useState(false);
  return (
    <>
      <h1>Trace</h1>
      {host.notice !== undefined && <p class="notice">{host.notice}</p>}
      <KeySection host={host} onKeyIsNew={setKeyNew} />
      {host.offers.has('retryProblems') && <RetrySection host={host} isSuggested={isKeyNew} />}
      {host.offers.has('requestLog') && <RequestLog host={host} />}
      <FunctionList {...(host.docs === undefined ? {} : { docs: host.docs })} />
    </>
  );
}
