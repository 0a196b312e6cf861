import { useEffect, useState } from 'preact/hooks';
import { readDomain } from '../../cells/identifier';
import { MAX_FLAG_LENGTH } from '../../client/resources/companies';
import { say } from '../../errors/say';
import { toTraceError } from '../../errors/trace-error';
import { LONGEST_NOTE, withFlag, type SentFlag } from '../common/file-notes';
import { notesBookOf } from '../common/notes-book';
import { Outcome, useErrand } from '../common/outcome';
import { PressButton } from '../common/press-button';
import { useSheet } from '../common/sheet';
import { count, isolated, toDayText } from '../common/words';
import { usePanel } from '../state/panel-state';
import { Form } from '../common/fields/controls';

interface Props {
  /** Or the slug of a company without one. */
  readonly domain: string;
  readonly name: string;
}

/** Tells Trace what is wrong about a company, for free: https://docs.tracedata.ai/api/data-flags/. Needs a key. */
export function ReportWrongData({ domain, name }: Props) {
  const { host, keys } = usePanel();
  const [isOpen, setOpen] = useState(false);
  if (!host.offers.has('act') || keys.state.key?.hasKey !== true) return null;
  return (
    <details
      class="card explore-report"
      aria-labelledby="report-title"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary id="report-title">Report wrong data</summary>
      {isOpen && <ReportForm domain={domain} name={name} />}
    </details>
  );
}

function ReportForm({ domain, name }: Props) {
  const { act } = usePanel();
  const { host: bulk } = useSheet();
  const book = notesBookOf(bulk);
  const [note, setNote] = useState('');
  const [sent, setSent] = useState<readonly SentFlag[]>([]);
  const errand = useErrand();
  useEffect(() => {
    book.read().then(
      ({ flags }) => setSent(flags),
      () => undefined,
    );
  }, [bulk]);
  const length = [...note.trim()].length;
  const over = length - MAX_FLAG_LENGTH;
  const send = async (): Promise<void> => {
    if (errand.isBusy) return;
    if (over > 0) return errand.fail(`Shorten the note by ${count(over, 'character', 'characters')}.`);
    errand.begin('Sending…');
    const answer = await act('flagCompany', { company: domain, description: note });
    if (!answer.ok) return errand.fail(answer.sentence);
    const { flag_id: flagId, status } = answer.value;
    const said =
      flagId === null ? 'Sent to Trace.' : `Sent to Trace as report ${flagId}${status === null ? '' : `, ${status}`}.`;
    errand.begin(`${said} Saving it in this file…`);
    // The person may be typing the next note already.
    setNote((now) => (now === note ? '' : now));
    const flag = { atMs: await bulk.ports.client.now(), company: domain, flagId, status, note: note.trim() };
    try {
      setSent((await book.change((notes) => withFlag(notes, flag))).flags);
      errand.end(said);
    } catch (thrown) {
      setSent((before) => [flag, ...before]);
      errand.end(said, `It could not be saved in this file. ${say(toTraceError(thrown), 'action')}`);
    }
  };
  return (
    <>
      <Form onSubmit={() => void send()}>
        <label for="report-note">What is wrong with {isolated(name)}? (optional)</label>
        <textarea
          id="report-note"
          class="text"
          dir="auto"
          rows={3}
          value={note}
          aria-describedby="report-length"
          {...(over > 0 ? { 'aria-invalid': true } : {})}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <p id="report-length" class={over > 0 ? 'problem' : 'hint'}>
          {length.toLocaleString('en-US')} / {MAX_FLAG_LENGTH.toLocaleString('en-US')}
        </p>
        <div class="buttons">
          <PressButton isOff={errand.isBusy}>Send report · free</PressButton>
        </div>
        <Outcome {...errand} />
      </Form>
      <SentReports reports={sent.filter(({ company }) => (readDomain(company) ?? company) === domain)} />
    </>
  );
}

/** Reports about this company that were sent from this file. */
function SentReports({ reports }: { readonly reports: readonly SentFlag[] }) {
  const { host: bulk } = useSheet();
  if (reports.length === 0) return null;
  return (
    <div class="cells">
      <h4 id="reports-title">Reports sent from this file</h4>
      <ul tabIndex={0} aria-labelledby="reports-title">
        {reports.map(({ atMs, flagId, status, note }) => (
          <li key={atMs}>
            {[toDayText(atMs), flagId === null ? null : `report ${flagId}`, status].filter(Boolean).join(' · ')}
            {note !== '' && ` · ${isolated(note)}${[...note].length >= LONGEST_NOTE ? '…' : ''}`}
          </li>
        ))}
      </ul>
      <p class="note">{bulk.notesNote}</p>
    </div>
  );
}
