import { useEffect, useState } from 'preact/hooks';
import { readDomain } from '../../cells/identifier';
import { priceOfRows } from '../../credits/rows-price';
import { traitsOf } from '../../errors/traits';
import { isDay, type Cell, type Table } from '../../cells/values';
import { count, toDayText } from '../common/words';
import type { Formula } from '../common/insertion';
import { InsertPart } from './insert-part';
import { PriceButton, StepSays } from './price-button';
import { useStep } from '../common/outcome';
import { answerWithin } from './within-credits';
import { sentenceInPanel } from '../../errors/sentence-in-panel';
import { useSheet } from '../common/sheet';
import { useExploring, type Exploring } from './exploring';

interface PricedTableProps {
  /** Its table has names in the first column and domains in the second. */
  readonly formula: Formula;
  /** The most rows. */
  readonly most: number;
  readonly label: string;
  readonly what: readonly [one: string, many: string];
  readonly titles: readonly string[];
  /** What to do next where there is none. */
  readonly ifNone?: string;
  /** What it costs, in credits, where only whole lists can be read; `null`: unknown, or there is no such way. */
  readonly mostOtherwise?: number | null;
}

/** A list of companies, if it is saved, or else its price. */
export function PricedTable({
  formula,
  most,
  label,
  what,
  titles,
  ifNone = '',
  mostOtherwise = null,
}: PricedTableProps) {
  const engine = useSheet();
  const { open } = useExploring();
  const [table, setTable] = useState<Table | null>(null);
  const [price, setPrice] = useState<number | null>(null);
  const step = useStep();
  const ask = (credits: number, next: number | null): void =>
    step.run(
      () => engine.beside((ports) => answerWithin(ports, credits, formula)),
      setTable,
      (error) => {
        const isLimit = traitsOf(error).ends === 'limit';
        if (isLimit && next !== null) setPrice(next);
        return isLimit && next !== null;
      },
    );
  const usual = priceOfRows(most);
  useEffect(() => ask(0, usual), [engine]);
  const rows = countRows(table);
  const isOtherwise = price !== null && price !== usual;
  return (
    <>
      {table === null && price !== null && (
        <>
          {isOtherwise && <p class="hint">Trace does not offer this list. Both whole lists can be read instead.</p>}
          <div class="buttons">
            <PriceButton
              isMain
              label={isOtherwise ? 'Read both lists' : `Show ${count(most, ...what)}`}
              credits={price}
              isBusy={step.isBusy}
              onPress={() => ask(price, isOtherwise ? null : mostOtherwise)}
            />
          </div>
        </>
      )}
      {table !== null && rows === 0 && (
        <p class="hint">
          No {what[0]} found. {ifNone}
        </p>
      )}
      {table !== null && rows > 0 && (
        <TableView table={table} label={label} titles={titles} toOpen={(row) => toOpen(row, open)} />
      )}
      <StepSays {...step} busy={price === null ? 'Reading saved answers…' : 'Reading…'} />
      {table !== null && rows > 0 && <InsertPart formula={formula} what={count(rows, 'row', 'rows')} />}
    </>
  );
}

/** A list without rows has the word for none in its first cell. */
function countRows(table: Table | null): number {
  const rows = table?.slice(1) ?? [];
  return rows.length === 1 && rows[0]![0] === 'none' && (rows[0]![1] ?? '') === '' ? 0 : rows.length;
}

function toOpen(row: readonly Cell[], open: Exploring['open']): (() => void) | null {
  const identifier = readDomain(typeof row[1] === 'string' ? row[1] : '');
  return identifier === null ? null : () => open({ is: 'company', identifier });
}

interface TableViewProps {
  /** With its titles in the first row. */
  readonly table: Table;
  readonly label: string;
  /** Names of columns, for people. */
  readonly titles: readonly string[];
  /** Opens what a row is about; `null`: it is about nothing that can be opened. */
  readonly toOpen: (row: readonly Cell[]) => (() => void) | null;
}

/** A table of an answer. The first cell of a row opens it. */
function TableView({ table, label, titles, toOpen }: TableViewProps) {
  const [, ...rows] = table;
  return (
    <div class="scrolled explore-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const open = toOpen(row);
            return (
              <tr key={at}>
                {titles.map((title, column) => (
                  <td key={title}>
                    {column === 0 && open !== null ? (
                      <button type="button" class="link" onClick={open}>
                        {toText(row[column])}
                      </button>
                    ) : (
                      toText(row[column])
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function toText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return cell.toLocaleString('en-US');
  if (typeof cell === 'object') return isDay(cell) ? toDayText(cell.day) : sentenceInPanel(cell);
  return String(cell);
}
