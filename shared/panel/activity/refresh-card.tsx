import { useEffect, useState } from 'preact/hooks';
import { readDomain } from '../../cells/identifier';
import { readInput } from '../../cells/inputs';
import { sentenceInPanel } from '../../errors/sentence-in-panel';
import { PressButton } from '../common/press-button';
import { count, toDayText } from '../common/words';
import { CompanyField } from '../common/company-field';
import { SelectedCompanies, useSelectedCompanies } from '../common/selected-companies';
import { usePanel } from '../state/panel-state';
import { useRefresh } from './use-refresh';
import type { CompanyPrice } from '../../credits/company-price';
import { say } from '../../errors/say';
import { Outcome } from '../common/outcome';
import { ChangesList } from './changes-list';
import type { CompanyChange } from './compare-companies';
import type { KeptRefresh } from '../common/file-notes';
import { priceRefetch, refetch, VIEWS_LAG_MS } from './refetch';
import {
  toMissingText,
  toRefetchedText,
  toRefetchLabel,
  answersOf,
  crawledOf,
  problemsOf,
  progressOf,
  toRefreshTitle,
} from './refresh-text';
import { useSheet } from '../common/sheet';

/** Twenty jobs, and as much as every host keeps for the file. */
const MOST_COMPANIES = 2_000;

/** Asks Trace to look at companies again, and follows it. */
export function RefreshCard() {
  const isOn = usePanel().sees('activity');
  const { host: bulk } = useSheet();
  const [isOpen, setOpen] = useState(false);
  const companies = useSelectedCompanies(isOn && isOpen, MOST_COMPANIES);
  const { domains } = companies;
  const refresh = useRefresh(isOn);
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
        {isOpen && <SelectedCompanies id="refresh-domains" companies={companies} />}
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

interface RefreshViewProps {
  readonly refresh: KeptRefresh;
  readonly isOn: boolean;
  readonly onKeep: (refresh: KeptRefresh) => void;
  readonly onDrop: () => void;
  readonly onSendRest: () => void;
}

/** Shown at once: thousands are slow to draw. */
const MOST_SHOWN = 100;

/** One refresh: how far it is, and once it is over, the companies fetched again. */
function RefreshView({ refresh, isOn, onKeep, onDrop, onSendRest }: RefreshViewProps) {
  const { record, doneAtMs } = refresh;
  const { done, all } = progressOf(record);
  const unsent = record.parts.filter(({ is }) => is === 'unsent').reduce((sum, { domains }) => sum + domains.length, 0);
  const isWaiting = record.parts.some(({ is }) => is === 'running');
  const answers = answersOf(record);
  return (
    <article class="asked" aria-label={`Refresh of ${toDayText(record.startedAtMs)}`}>
      <p role="status" class={isWaiting ? 'waiting is-busy' : 'waiting'}>
        {toRefreshTitle(record)}
      </p>
      {doneAtMs === null && all > 0 && <progress aria-label="Refreshed companies" max={all} value={done} />}
      {problemsOf(record).map((problem) => (
        <p key={problem} class="problem">
          {problem}
        </p>
      ))}
      {answers.length > 0 && (
        <details class="cells">
          <summary>{count(answers.length, 'company', 'companies')}</summary>
          <ul tabIndex={0} aria-label="Companies of this refresh">
            {answers.slice(0, MOST_SHOWN).map(({ domain, status, detail }) => (
              <li key={domain}>
                {domain}: {status ?? 'no answer yet'}
                {detail !== null && ` · ${detail}`}
              </li>
            ))}
            {answers.length > MOST_SHOWN && <li>and {(answers.length - MOST_SHOWN).toLocaleString('en-US')} more</li>}
          </ul>
        </details>
      )}
      {unsent > 0 && !isWaiting && <p>{count(unsent, 'company was', 'companies were')} not sent yet.</p>}
      {doneAtMs === null && !isWaiting && (
        <div class="buttons">
          {unsent > 0 && (
            <button type="button" onClick={onSendRest}>
              Send {count(unsent, 'company', 'companies')} · free
            </button>
          )}
          <button type="button" onClick={onDrop}>
            Dismiss
          </button>
        </div>
      )}
      {doneAtMs === null && isWaiting && <p class="hint">{toNextCheck(record)}</p>}
      {doneAtMs !== null && (
        <Refetch refresh={refresh} doneAtMs={doneAtMs} isOn={isOn} onKeep={onKeep} onDrop={onDrop} />
      )}
    </article>
  );
}

interface RefetchProps extends Pick<RefreshViewProps, 'refresh' | 'isOn' | 'onKeep' | 'onDrop'> {
  readonly doneAtMs: number;
}

function Refetch({ refresh, doneAtMs, isOn, onKeep, onDrop }: RefetchProps) {
  const engine = useSheet();
  const domains = crawledOf(refresh.record);
  const [price, setPrice] = useState<CompanyPrice | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [changes, setChanges] = useState<readonly CompanyChange[]>([]);
  const look = async (): Promise<void> => {
    const ended = await engine.beside((ports) => priceRefetch(ports, domains));
    if (ended.ok) setPrice(ended.value);
    else setProblem(say(ended.error, 'action'));
  };
  useEffect(() => {
    if (isOn && domains.length > 0) void look();
  }, [isOn, domains.length]);
  const fetch = async ({ credits }: CompanyPrice): Promise<void> => {
    setBusy(true);
    setProblem('');
    setSaid('Fetching…');
    const ended = await engine.beside((ports) => refetch(ports, domains, credits, doneAtMs));
    const nowMs = await engine.host.ports.client.now();
    setBusy(false);
    setSaid('');
    if (!ended.ok) return setProblem(say(ended.error, 'action'));
    setChanges(ended.value.changes);
    setSaid(toRefetchedText(ended.value));
    setProblem(toMissingText(domains.length, ended.value));
    if (ended.value.answered > 0) onKeep({ ...refresh, refetchedAtMs: nowMs });
    void look();
  };
  return (
    <>
      {domains.length > 0 && <p>Data may take up to an hour to show: until {toClock(doneAtMs + VIEWS_LAG_MS)}.</p>}
      {refresh.refetchedAtMs !== null && said === '' && (
        <p class="hint">
          Last fetched at {toClock(refresh.refetchedAtMs)}
          {refresh.refetchedAtMs < doneAtMs + VIEWS_LAG_MS ? '. Fetch once more after the hour.' : '.'}
        </p>
      )}
      <div class="buttons">
        {domains.length > 0 && price !== null && (
          <PressButton isMain isOff={isBusy} onPress={() => void fetch(price)}>
            {toRefetchLabel(domains.length, price)}
          </PressButton>
        )}
        <PressButton isOff={isBusy} onPress={onDrop}>
          Dismiss
        </PressButton>
      </div>
      <Outcome isBusy={isBusy} said={said} problem={problem} />
      {changes.length > 0 && <ChangesList changes={changes} />}
    </>
  );
}

/** As the service wants it: sooner, it is not asked. */
function toNextCheck({ parts }: KeptRefresh['record']): string {
  const times = parts.flatMap(({ is, lookAfterMs }) => (is === 'running' ? [lookAfterMs] : []));
  return `Next check at ${toClock(Math.min(...times))}, while this tab is open.`;
}

/** In the person's own time zone. */
function toClock(ms: number): string {
  return new Date(ms).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
}
