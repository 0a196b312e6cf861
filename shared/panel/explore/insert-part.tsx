import { useEffect, useState } from 'preact/hooks';
import type { Table } from '../../cells/values';
import {
  toFormulaText,
  toInsertedText,
  toInsertion,
  toPlanText,
  type Formula,
  type InsertedAs,
} from '../common/insert/insertion';
import { useActive, InsertAtCell, type InsertWay } from '../common/insert/insert-at-cell';
import { Fold } from '../common/fold';
import { Problem, useErrand } from '../common/outcome';
import { answerWithin } from './within-credits';
import { useSheet } from '../common/sheet';

interface Props {
  /** `null`: there are only the values of `table`. */
  readonly formula: Formula | null;
  /** Absent: what the formula shows. */
  readonly table?: Table;
  /** What is inserted, such as `25 partners`. */
  readonly what: string;
  /** The title of the sheet that is added unless an empty cell is selected. */
  readonly title: string;
}

/** Inserts what a card shows, as a formula or as values. It is paid for already. */
export function InsertPart({ formula, table, what, title }: Props) {
  const text = formula === null ? what : toFormulaText(formula);
  return (
    <Fold style="explore-insert" title={`Insert ${what}`}>
      <Inserting key={text} formula={formula} title={title} {...(table === undefined ? {} : { table })} />
    </Fold>
  );
}

function Inserting({ formula, table: given, title }: Omit<Props, 'what'>) {
  const engine = useSheet();
  const active = useActive();
  const [table, setTable] = useState<Table | null>(given ?? null);
  const errand = useErrand();
  useEffect(() => {
    if (formula !== null) errand.run('', () => engine.beside((ports) => answerWithin(ports, 0, formula)), setTable);
    void active.read();
  }, [engine]);
  const { cell } = active;
  const wayOf = (as: InsertedAs, label: string): InsertWay => ({
    label,
    toInsertion: table === null ? null : (at) => toInsertion(at, table, formula, as),
    toDoneText: (at) => toInsertedText(at, table!, as),
  });
  return (
    <>
      {formula !== null && (
        <p class="explore-formula">
          <code>{toFormulaText(formula)}</code>
        </p>
      )}
      <InsertAtCell
        ways={[...(formula === null ? [] : [wayOf('formula', 'Insert formula')]), wayOf('values', 'Insert values')]}
        of=""
        hint={table === null ? '' : toPlanText(cell, table)}
        newSheet={title}
      />
      <Problem>{errand.problem}</Problem>
    </>
  );
}
