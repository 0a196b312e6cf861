import { useState } from 'preact/hooks';
import { sentenceInPanel } from '../../errors/sentence-in-panel';
import { toSourceText } from '../bulk/source-text';
import type { BulkEngine } from '../bulk/bulk-engine';
import { readSelected, readSelecting } from '../bulk/read-selection';
import { PressButton } from '../bulk/press-button';
import { toUnreadText } from '../bulk/unread-text';
import { count } from '../count';
import { readCompanies } from './warm-pairs';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly engine: BulkEngine;
  readonly text: string;
  readonly isOff: boolean;
  readonly onText: (text: string) => void;
}

/** Companies, typed or from the selected column. */
export function CompaniesField({ id, label, placeholder, engine, text, isOff, onText }: Props) {
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const { companies, problems } = readCompanies(text);
  const useSelection = async (): Promise<void> => {
    const reading = await readSelected(engine, await readSelecting(engine), null);
    setSaid('');
    setProblem('');
    if (reading.is !== 'column') return setProblem(toUnreadText(reading));
    const found = reading.of.triage.rows.flatMap(({ input }) => (input.is === 'company' ? [input.identifier] : []));
    if (found.length === 0) return setProblem('No company domain is selected.');
    setSaid(`From ${toSourceText(reading.of)}.`);
    onText([...new Set(found)].join('\n'));
  };
  const [first] = problems;
  const more =
    problems.length > 1 ? ` ${count(problems.length - 1, 'more entry is', 'more entries are')} skipped.` : '';
  return (
    <>
      <div class="row warm-companies">
        <label for={id}>
          {label}
          {companies.length > 0 && ` (${companies.length.toLocaleString('en-US')})`}
        </label>
        <textarea
          id={id}
          class="text"
          rows={3}
          spellcheck={false}
          autocomplete="off"
          placeholder={placeholder}
          value={text}
          readOnly={isOff}
          aria-describedby={`${id}-said ${id}-problem`}
          onInput={({ currentTarget }) => {
            setSaid('');
            setProblem('');
            onText(currentTarget.value);
          }}
        />
        <PressButton isOff={isOff} onPress={() => void useSelection()}>
          Use selection
          <span class="unseen"> as {label.toLowerCase()}</span>
        </PressButton>
      </div>
      <p id={`${id}-said`} role="status" class="hint">
        {said}
      </p>
      <p id={`${id}-problem`} role="alert" class="problem">
        {problem !== '' ? problem : first === undefined ? '' : `Skipped: ${sentenceInPanel(first)}${more}`}
      </p>
    </>
  );
}
