import { render } from 'preact';
import { useState } from 'preact/hooks';
import { BulkSection } from './bulk/bulk-section';
import { StoredSection } from './bulk/stored-section';
import { FunctionList } from './function-list';
import { KeySection, type KeyNews } from './key-section';
import { ListsSection } from './lists-section';
import type { PageHost } from './page-host';
import { RequestLog } from './request-log';
import { RetrySection } from './retry-section';
import { SpendingSection } from './spending-section';

export type { PageHost } from './page-host';

/** Starts the page in an element. Its styles only apply below the class `trace-panel`, so that it can share a page. */
export function startPage(root: HTMLElement, host: PageHost): void {
  root.classList.add('trace-panel');
  const isAlone = root === document.body;
  render(
    isAlone ? (
      <main>
        <Page host={host} hasTitle={false} />
      </main>
    ) : (
      <Page host={host} hasTitle />
    ),
    root,
  );
}

interface Props {
  readonly host: PageHost;
  /** Google and Excel show the name above the page themselves. */
  readonly hasTitle: boolean;
}

function Page({ host, hasTitle }: Props) {
  const [key, setKey] = useState<KeyNews>('unknown');
  /** How often everything was removed: each part then starts anew. */
  const [removals, setRemovals] = useState(0);
  return (
    <>
      <h1 class={hasTitle ? '' : 'unseen'}>Trace</h1>
      {host.notice !== undefined && <p class="notice">{host.notice}</p>}
      <KeySection key={`key ${removals}`} host={host} onKey={setKey} />
      {host.bulk !== undefined && key !== 'unknown' && <BulkSection key={`bulk ${removals}`} host={host.bulk} />}
      {host.offers.has('retryProblems') && (
        <RetrySection host={host} isHostThere={key !== 'unknown'} isSuggested={key === 'new'} />
      )}
      {host.offers.has('spending') && key !== 'unknown' && <SpendingSection host={host} keyNews={key} />}
      {host.offers.has('setListsAllowed') && key !== 'unknown' && <ListsSection host={host} keyNews={key} />}
      {host.bulk !== undefined && key !== 'unknown' && (
        <StoredSection host={host.bulk} keyNews={key} onRemoved={() => setRemovals(removals + 1)} />
      )}
      {host.offers.has('requestLog') && <RequestLog host={host} />}
      <FunctionList {...(host.docs === undefined ? {} : { docs: host.docs })} />
    </>
  );
}
