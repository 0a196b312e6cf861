import type { EnrichParts } from '../enrich';
import type { Loaded } from '../frame/loaded-tabs';
import type { ListsParts } from '../lists';
import { usePanel } from '../state/panel-state';
import { KeyCard } from './key-card';
import { ListsSection } from './lists-section';
import { RequestLog } from './request-log';
import { SpendingCard } from './spending-card';

interface Props {
  readonly enrich: Loaded<EnrichParts>;
  readonly lists: Loaded<ListsParts>;
}

/** The key and spending; below them, folded, what few people need. */
export function SettingsTab({ enrich, lists }: Props) {
  const { host, isWelcome } = usePanel();
  const { offers } = host;
  return (
    <>
      {!isWelcome && offers.has('setKey') && <KeyCard />}
      {offers.has('spending') && <SpendingCard />}
      {(host.bulk !== undefined || offers.has('requestLog')) && (
        <details class="card fold maintenance">
          <summary>Maintenance</summary>
          {lists.is === 'ready' && <lists.parts.DiagnoseCard bulk={lists.host} />}
          {enrich.is === 'ready' && <enrich.parts.SavedAnswersRow host={enrich.host} />}
          {lists.is === 'ready' && lists.host.freezing !== undefined && (
            <>
              <lists.parts.FreezeCard freezing={lists.host.freezing} />
              <lists.parts.ReconnectCard freezing={lists.host.freezing} />
            </>
          )}
          {offers.has('setListsAllowed') && <ListsSection />}
          {offers.has('requestLog') && <RequestLog />}
          {enrich.is === 'ready' && <enrich.parts.RemoveRow host={enrich.host} />}
        </details>
      )}
      <HelpSection lists={lists} />
    </>
  );
}

/** How to begin, and where to read more. */
function HelpSection({ lists }: Pick<Props, 'lists'>) {
  const { docs } = usePanel().host;
  return (
    <section aria-labelledby="functions-title">
      <h2 id="functions-title" tabIndex={-1}>
        Help
      </h2>
      <p>
        Type a function in a cell, for example <code>=TRACE_TECH(A2)</code>.
      </p>
      {docs !== undefined && (
        <p>
          <a href={`${docs}index.html`} target="_blank" rel="noopener">
            Guides, functions and problems
          </a>
        </p>
      )}
      {lists.is === 'ready' && <lists.parts.FunctionList />}
    </section>
  );
}
