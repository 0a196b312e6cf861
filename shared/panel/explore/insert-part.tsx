import { useEffect, useState } from 'preact/hooks';
import { say } from '../../errors/say';
import type { Table } from '../../cells/values';
import { attempt } from '../bulk/bulk-engine';
import { PressButton } from '../bulk/press-button';
import type { ActiveCell } from '../bulk-host';
import { toFormulaText, type Formula } from './formula-text';
import { placeOf, toInsertedText, toInsertion, toObstacleText, toPlanText, type InsertedAs } from './insertion';
import type { Exploring } from './exploring';
import { answerWithin } from './within-credits';
import { useStep } from './use-step';

interface Props {
  readonly exploring: Exploring;
  /** `null`: there are only the values of `table`. */
  readonly formula: Formula | null;
  /** Absent: what the formula shows. */
  readonly table?: Table;
  /** What is inserted, such as `25 partners`. */
  readonly what: string;
}

/** Inserts what a card shows, as a formula or as values, at the active cell. It is paid for already. */
export function InsertPart({ exploring, formula, table, what }: Props) {
  const [isOpen, setOpen] = useState(false);
  const text = formula === null ? what : toFormulaText(formula);
  return (
    <details class="explore-insert" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Insert {what}</summary>
      {isOpen && (
        <Inserting key={text} exploring={exploring} formula={formula} {...(table === undefined ? {} : { table })} />
      )}
    </details>
  );
}

function Inserting({ exploring, formula, table: given }: Omit<Props, 'what'>) {
  const { engine, active } = exploring;
  const [table, setTable] = useState<Table | null>(given ?? null);
  const [said, setSaid] = useState('');
  const step = useStep();
  useEffect(() => {
    if (formula !== null) step.run(() => engine.beside((ports) => answerWithin(ports, 0, formula)), setTable);
    void active.look();
  }, [engine]);
  const { cell } = active;
  useEffect(() => {
    setSaid('');
    step.clear();
  }, [cell]);
  const insert = (as: InsertedAs): void => {
    if (table === null) return;
    step.run(
      () => attempt(() => insertWhereShown(exploring, table, formula, as)),
      (text) => setSaid(text),
    );
  };
  return (
    <>
      {formula !== null && (
        <p class="explore-formula">
          <code>{toFormulaText(formula)}</code>
        </p>
      )}
      <p class="hint">
        {cell === null ? 'Select a cell in the sheet.' : table === null ? '' : toPlanText(cell, table)}
      </p>
      <div class="buttons">
        {formula !== null && (
          <PressButton isOff={step.isBusy || table === null || cell === null} onPress={() => insert('formula')}>
            Insert formula
          </PressButton>
        )}
        <PressButton isOff={step.isBusy || table === null || cell === null} onPress={() => insert('values')}>
          Insert values
        </PressButton>
        {cell === null && <PressButton onPress={() => void active.look()}>Read active cell</PressButton>}
      </div>
      <p role="status" class="hint">
        {said}
      </p>
      <p role="alert" class="problem">
        {step.problem}
      </p>
    </>
  );
}

/** Where the active cell is elsewhere than the panel said, nothing is written, and the panel says the new place. */
async function insertWhereShown(
  { engine, active }: Exploring,
  table: Table,
  formula: Formula | null,
  as: InsertedAs,
): Promise<string> {
  const shown = active.cell;
  const ended = await active.look();
  if (!ended.ok) return say(ended.error, 'action');
  const cell = ended.value;
  if (cell === 'object' || shown === null) return 'Select a cell in the sheet.';
  if (!isSamePlace(cell, shown)) return `The active cell is ${placeOf(cell)}. Press again to insert there.`;
  const inserted = await engine.host.insertAt(toInsertion(cell, table, formula, as));
  return inserted.is === 'done' ? toInsertedText(cell, table, as) : toObstacleText(cell, inserted);
}

function isSamePlace(one: ActiveCell, other: ActiveCell): boolean {
  return one.sheet === other.sheet && one.row === other.row && one.column === other.column;
}
