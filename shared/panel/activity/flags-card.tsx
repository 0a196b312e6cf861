import { useEffect, useState } from 'preact/hooks';
import { MAX_FLAG_LENGTH } from '../../client/resources/companies';
import { say } from '../../errors/say';
import { toTraceError } from '../../errors/trace-error';
import { attempt } from '../common/bulk-engine';
import { PressButton } from '../common/press-button';
import { count, toDayText, isolated } from '../common/words';
import { Outcome, useErrand } from '../common/outcome';
import { useSheet } from '../common/sheet';
import { usePanel } from '../state/panel-state';
import { CompanyField } from '../common/company-field';
import { LONGEST_NOTE, withFlag, type SentFlag } from '../common/file-notes';
import { notesBookOf } from '../common/notes-book';
import { findCompanyInRow } from '../common/companies';

/** Tells Trace that its data on a company is wrong: https://docs.tracedata.ai/api/data-flags/. Free. */
export function FlagsCard() {
  const { act, sees } = usePanel();
  const isOn = sees('activity');
  const { host: bulk } = useSheet();
  const book = notesBookOf(bulk);
  const [company, setCompany] = useState('');
  const [note, setNote] = useState('');
  const [flags, setFlags] = useState<readonly SentFlag[]>([]);
  const [slip, setSlip] = useState('');
  const errand = useErrand();
  useEffect(() => {
    if (!isOn) return;
    book.read().then(
      (notes) => setFlags(notes.flags),
      () => undefined,
    );
  }, [bulk, isOn]);
  const length = [...note.trim()].length;
  const over = length - MAX_FLAG_LENGTH;
  const useRow = async (): Promise<void> => {
    if (!errand.isBusy) errand.end('');
    const ended = await attempt(() => findCompanyInRow(bulk));
    if (!ended.ok) return setSlip(say(ended.error, 'action'));
    setSlip(ended.value === null ? 'The selected row names no company.' : '');
    if (ended.value !== null) setCompany(ended.value);
  };
  const send = async (): Promise<void> => {
    if (errand.isBusy) return;
    setSlip(company.trim() === '' ? 'Type the company’s domain, such as stripe.com.' : '');
    if (company.trim() === '') return;
    if (over > 0) return errand.fail(`Shorten the note by ${count(over, 'character', 'characters')}.`);
    errand.begin('Sending…');
    const given = { company: company.trim(), description: note };
    const answer = await act('flagCompany', given);
    if (!answer.ok) return errand.fail(answer.sentence);
    const { flag_id: flagId, status } = answer.value;
    const sent =
      flagId === null ? 'Sent to Trace.' : `Sent to Trace as flag ${flagId}${status === null ? '' : `, ${status}`}.`;
    errand.begin(`${sent} Saving it in this file…`);
    // Another note may be typed by now.
    setNote((now) => (now === note ? '' : now));
    const atMs = await bulk.ports.client.now();
    const flag = { atMs, company: given.company, flagId, status, note: note.trim() };
    try {
      setFlags((await book.change((notes) => withFlag(notes, flag))).flags);
      errand.end(sent);
    } catch (thrown) {
      setFlags((before) => [flag, ...before]);
      errand.end(sent, `It could not be saved in this file. ${say(toTraceError(thrown), 'action')}`);
    }
  };
  return (
    <section aria-labelledby="flags-title">
      <h2 id="flags-title">Report wrong data</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <CompanyField id="flag-company" text={company} slip={slip} onType={setCompany}>
          <button type="button" onClick={() => void useRow()}>
            Selected row
          </button>
        </CompanyField>
        <label for="flag-note">What is wrong? (optional)</label>
        <textarea
          id="flag-note"
          class="text"
          dir="auto"
          rows={3}
          value={note}
          aria-describedby="flag-length"
          {...(over > 0 ? { 'aria-invalid': true } : {})}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <p id="flag-length" class={over > 0 ? 'problem' : 'hint'}>
          {length.toLocaleString('en-US')} / {(2_000).toLocaleString('en-US')}
        </p>
        <div class="buttons">
          <PressButton isOff={errand.isBusy}>Send flag · free</PressButton>
        </div>
        <Outcome {...errand} />
      </form>
      {flags.length > 0 && (
        <details class="cells">
          <summary>Flags sent from this file: {flags.length.toLocaleString('en-US')}</summary>
          <ul tabIndex={0} aria-label="Flags sent from this file">
            {flags.map(({ atMs, company: of, flagId, status, note: text }) => (
              <li key={`${atMs} ${of}`}>
                <b>{of}</b> ·{' '}
                {[flagId === null ? null : `flag ${flagId}`, status, toDayText(atMs)].filter(Boolean).join(' · ')}
                {text !== '' && ` · ${isolated(text)}${[...text].length >= LONGEST_NOTE ? '…' : ''}`}
              </li>
            ))}
          </ul>
          <p class="note">{bulk.notesNote}</p>
        </details>
      )}
    </section>
  );
}
