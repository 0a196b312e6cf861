import { useEffect, useRef, useState } from 'preact/hooks';
import { readCompanies } from '../../../cells/companies-in-text';
import { readNames } from '../../../enrich/names/search-companies';
import type { SelectedColumn } from '../../../enrich/plan/selection';
import { sentenceInPanel } from '../../../errors/sentence-in-panel';
import { PressButton } from '../press-button';
import { readSelected, readSelecting, toUnreadText } from '../selection/selection-reading';
import { toSourceText } from '../selection/source-text';
import { useSheet } from '../sheet';
import { count } from '../words';
import { companiesOf } from '../companies';

interface CompaniesFieldProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly isOff?: boolean;
  /** Whether it takes names of companies instead of domains. */
  readonly takesNames?: boolean;
  /** Whether the selection is read at once, unless the user goes to the field first. */
  readonly readsSelection?: boolean;
  readonly onText: (text: string) => void;
}

/** Companies, typed or from the selected column. */
export function CompaniesField(props: CompaniesFieldProps) {
  const { id, label, placeholder, text, isOff = false, takesNames = false, readsSelection = false, onText } = props;
  const engine = useSheet();
  const [said, setSaid] = useState('');
  const isEntered = useRef(false);
  const [problem, setProblem] = useState('');
  const { companies, problems } = takesNames ? { companies: linesOf(text), problems: [] } : readCompanies(text);
  const useSelection = async (isAsked: boolean): Promise<void> => {
    const reading = await readSelected(engine, await readSelecting(engine), null);
    // Text that arrived now would mix with what the user is about to type.
    if (!isAsked && isEntered.current) return;
    setSaid('');
    setProblem('');
    const found = reading.is === 'column' ? inputsOf(reading.of, takesNames) : [];
    if (found.length > 0 && reading.is === 'column') {
      setSaid(`From ${toSourceText(reading.of)}.`);
      return onText(found.join('\n'));
    }
    if (!isAsked) return;
    if (reading.is !== 'column') return setProblem(toUnreadText(reading));
    setProblem(takesNames ? 'No company name is selected.' : 'No company domain is selected.');
  };
  useEffect(() => {
    if (readsSelection && text === '') void useSelection(false);
  }, []);
  const [first] = problems;
  const more =
    problems.length > 1 ? ` ${count(problems.length - 1, 'more entry is', 'more entries are')} skipped.` : '';
  return (
    <>
      <div class="row companies-field">
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
          onFocus={() => {
            isEntered.current = true;
          }}
          onInput={({ currentTarget }) => {
            setSaid('');
            setProblem('');
            onText(currentTarget.value);
          }}
        />
        <PressButton isOff={isOff} onPress={() => void useSelection(true)}>
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

function inputsOf(selected: SelectedColumn, takesNames: boolean): readonly string[] {
  return takesNames ? readNames(selected.triage).map(({ name }) => name) : companiesOf(selected);
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
