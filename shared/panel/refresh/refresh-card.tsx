import { useMemo, useState } from 'preact/hooks';
import { readDomain } from '../../cells/identifier';
import { readInput } from '../../cells/inputs';
import { sentenceInPanel } from '../../errors/sentence-in-panel';
import { makeAct } from '../act';
import type { BulkHost } from '../bulk-host';
import { BulkEngine } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import { count } from '../count';
import type { PanelHost } from '../panel-host';
import { CompanyField } from '../selected/company-field';
import { SelectedCompanies, useSelectedCompanies } from '../selected/selected-companies';
import { RefreshView } from './refresh-view';
import { useRefresh } from './use-refresh';

interface Props {
  readonly host: PanelHost;
  readonly bulk: BulkHost;
  /** Whether somebody sees it. */
  readonly isOn: boolean;
}

/** Twenty jobs, and as much as every host keeps for the file. */
const MOST_COMPANIES = 2_000;

/** Asks Trace to look at companies again, and follows it. */
export function RefreshCard({ host, bulk, isOn }: Props) {
  const act = useMemo(() => makeAct(host.ask), [host]);
  const engine = useMemo(() => new BulkEngine(bulk), [bulk]);
  const [isOpen, setOpen] = useState(false);
  const companies = useSelectedCompanies(engine, isOn && isOpen, MOST_COMPANIES);
  const { domains } = companies;
  const refresh = useRefresh(act, engine, isOn);
  const [typed, setTyped] = useState('');
  const [slip, setSlip] = useState('');
  const startTyped = async (): Promise<void> => {
    const input = readInput(typed);
    if (input.is === 'blank') return setSlip('Type a domain, such as stripe.com.');
    if (input.is === 'problem') return setSlip(sentenceInPanel(input.error));
    if (readDomain(input.identifier) === null) return setSlip('Type the company’s domain, such as stripe.com.');
    setSlip('');
    // Another company may be typed by then.
    if (await refresh.start([input.identifier])) setTyped((now) => (now === typed ? '' : now));
  };
  return (
    <section aria-labelledby="refresh-title">
      <h2 id="refresh-title" tabIndex={-1}>
        Refresh
      </h2>
      <p class="hint">Asks Trace to visit companies again. Free, and takes minutes.</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void startTyped();
        }}
      >
        <CompanyField id="refresh-company" text={typed} slip={slip} onType={setTyped}>
          <PressButton isOff={refresh.isStarting}>Refresh</PressButton>
        </CompanyField>
      </form>
      <details class="cells" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Refresh the selected companies</summary>
        {isOpen && <SelectedCompanies id="refresh-domains" host={bulk} companies={companies} />}
        {domains.length > 0 && (
          <div class="buttons">
            <PressButton isMain isOff={refresh.isStarting} onPress={() => void refresh.start(domains)}>
              Refresh {count(domains.length, 'company', 'companies')} · free
            </PressButton>
          </div>
        )}
      </details>
      <p role="status" class={refresh.isStarting ? 'is-busy' : ''}>
        {refresh.isStarting && 'Asking Trace…'}
      </p>
      <p role="alert" class="problem">
        {refresh.problem}
      </p>
      {refresh.refreshes?.map((each) => (
        <RefreshView
          key={each.id}
          engine={engine}
          refresh={each}
          isOn={isOn}
          onKeep={refresh.keep}
          onDrop={() => refresh.drop(each)}
          onSendRest={() => refresh.sendRest(each)}
        />
      ))}
      {(refresh.refreshes?.length ?? 0) > 0 && <p class="note">{bulk.notesNote}</p>}
    </section>
  );
}
