import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import { attempt, type BulkEngine } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import type { ActiveCell, ListSeparator } from '../bulk-host';
import { placeOf, toObstacleText } from '../explore/insertion';
import type { ActiveCellWatch } from '../explore/use-active-cell';
import { useStep } from '../explore/use-step';
import { copyFrom } from './copy-text';
import { toDraftFormula, type Draft } from './draft';
import type { DraftLook } from './draft-look';
import { toDraftPrice, toOccupiedText, toPriceSentence, toRoomText } from './formula-words';
import type { Home } from './use-draft-look';

interface Props {
  readonly engine: BulkEngine;
  readonly active: ActiveCellWatch;
  readonly draft: Draft;
  /** `null`: it is being looked at. */
  readonly look: DraftLook | null;
  /** The sheet of the cells that it names; `null`: that of the active cell. */
  readonly home: Home | null;
  readonly separator: ListSeparator;
  readonly costs: string;
  readonly onInserted: () => void;
}

/** The formula that was built, its price, and where it goes: into blank cells only. */
export function FormulaResult({ engine, active, draft, look, home, separator, costs, onInserted }: Props) {
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const step = useStep();
  const { cell } = active;
  const sheets = home === null || cell === null ? null : { from: home.sheetName, to: cell.sheetName };
  const text = toDraftFormula(draft, separator, sheets);
  useEffect(() => {
    setSaid('');
    step.clear();
  }, [text, cell?.sheet, cell?.row, cell?.column]);
  const occupied = toOccupiedText(cell);
  const ready = look?.is === 'ready' ? look : null;
  const insert = (): void => {
    if (ready === null || cell === null) return;
    step.run(
      () => attempt(() => insertWhereShown(engine, active, cell, toDraftFormula(draft, ',', sheets), ready)),
      ({ sentence, isDone }) => {
        setSaid(sentence);
        if (isDone) onInserted();
      },
    );
  };
  const copy = (): void => {
    const isCopied = field.current !== null && copyFrom(field.current);
    setSaid(isCopied ? 'The formula is copied.' : 'The formula is selected. Copy it with Ctrl+C or ⌘C.');
  };
  return (
    <section aria-label="Your formula">
      <label for="formula-text">Formula</label>
      <textarea
        id="formula-text"
        ref={field}
        class="text formula-text"
        rows={Math.min(5, 1 + Math.floor(text.length / 36))}
        readOnly
        spellcheck={false}
        value={text}
      />
      {look?.is === 'problem' && <p class="problem">{say(look.error, 'formula')}</p>}
      {ready !== null && (
        <>
          <p>{toPriceSentence(ready)}</p>
          {(ready.price.is !== 'most' || ready.price.credits > 0) && (
            <details class="fold">
              <summary>How it is charged</summary>
              <p class="hint">{costs}</p>
            </details>
          )}
          <p class="hint">{occupied !== '' || cell === null ? occupied : toRoomText(cell, ready.size)}</p>
        </>
      )}
      <div class="buttons">
        <PressButton isMain isOff={step.isBusy || ready === null || occupied !== ''} onPress={insert}>
          Insert formula{ready === null ? '' : ` · ${toDraftPrice(ready)}`}
        </PressButton>
        <PressButton isOff={look?.is === 'problem'} onPress={copy}>
          Copy
        </PressButton>
        {cell === null && <PressButton onPress={() => void active.look()}>Read active cell</PressButton>}
      </div>
      <p role="status" class="hint">
        {said}
      </p>
      <p role="alert" class="problem">
        {step.problem}
      </p>
    </section>
  );
}

/** Hosts look through no more at once. A longer answer does not spill over filled cells either. */
const MOST_CELLS = 100_000;

interface Told {
  readonly sentence: string;
  readonly isDone: boolean;
}

/** Where the active cell is elsewhere than the panel said, nothing is written, and the panel says the new place. */
async function insertWhereShown(
  { host }: BulkEngine,
  active: ActiveCellWatch,
  shown: ActiveCell,
  formula: string,
  { size: { rows, columns } }: Extract<DraftLook, { is: 'ready' }>,
): Promise<Told> {
  const not = (sentence: string): Told => ({ sentence, isDone: false });
  const ended = await active.look();
  if (!ended.ok) return not(say(ended.error, 'action'));
  const cell = ended.value;
  if (cell === 'object') return not('Select a blank cell for the formula.');
  if (cell.sheet !== shown.sheet || cell.row !== shown.row || cell.column !== shown.column) {
    return not(`The active cell is ${placeOf(cell)}. Press again to insert there.`);
  }
  const { sheet, row, column } = cell;
  const looked = Math.min(rows, Math.floor(MOST_CELLS / columns));
  const inserted = await host.insertAt({ sheet, row, column, rows: looked, columns, content: { formula } });
  return inserted.is === 'done'
    ? { sentence: `The formula is in ${placeOf(cell)}.`, isDone: true }
    : not(toObstacleText(cell, inserted));
}
