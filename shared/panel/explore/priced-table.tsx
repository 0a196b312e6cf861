import { useEffect, useState } from 'preact/hooks';
import { readDomain } from '../../cells/identifier';
import { priceOfRows } from '../../credits/action-prices';
import { traitsOf } from '../../errors/traits';
import { isCard, isDay, type Cell, type Table } from '../../cells/values';
import { count, toDayText } from '../common/words';
import type { Formula } from '../common/insert/insertion';
import { InsertPart } from './insert-part';
import { PriceButton } from './price-button';
import { Outcome, useErrand } from '../common/outcome';
import { answerWithin } from './within-credits';
import { sentenceInPanel } from '../../errors/sentence-in-panel';
import { useSheet } from '../common/sheet';
import { RowList, type Row } from '../common/row-list';
import { useExploring, type Exploring } from './exploring';
import { READING_SAVED } from './explore-text';

interface PricedTableProps {
  /** Its table has names in the first column and domains in the second. */
  readonly formula: Formula;
  /** The most rows. */
  readonly most: number;
  readonly label: string;
  /** The title of the sheet that *Insert* may add. */
  readonly title: string;
  readonly what: readonly [one: string, many: string];
  /** The second line of a row, from its cells after the name and the domain. */
  readonly toBelow: (cells: readonly Cell[]) => string;
  /** What to do next where there is none. */
  readonly ifNone?: string;
  /** What it costs, in credits, where only whole lists can be read; `null`: unknown, or there is no such way. */
  readonly mostOtherwise?: number | null;
}

const SHOWN_FIRST = 10;

/** A list of companies, if it is saved, or else its price. */
export function PricedTable({
  formula,
  most,
  label,
  title,
  what,
  toBelow,
  ifNone = '',
  mostOtherwise = null,
}: PricedTableProps) {
  const engine = useSheet();
  const { open } = useExploring();
  const [table, setTable] = useState<Table | null>(null);
  const [price, setPrice] = useState<number | null>(null);
  const errand = useErrand();
  const ask = (credits: number, next: number | null): void =>
    errand.run(
      price === null ? READING_SAVED : 'Reading…',
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
          {isOtherwise && <p class="hint">Trace doesn't support this list. It can read both full lists instead.</p>}
          <div class="buttons">
            <PriceButton
              isMain
              label={isOtherwise ? 'Read both lists' : `Show ${count(most, ...what)}`}
              credits={price}
              isBusy={errand.isBusy}
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
        <RowList label={label} rows={table.slice(1).map((row) => toRow(row, toBelow, open))} first={SHOWN_FIRST} />
      )}
      <Outcome {...errand} />
      {table !== null && rows > 0 && <InsertPart formula={formula} what={count(rows, 'row', 'rows')} title={title} />}
    </>
  );
}

/** A list without rows has the word for "none" in its first cell. */
function countRows(table: Table | null): number {
  const rows = table?.slice(1) ?? [];
  return rows.length === 1 && rows[0]![0] === 'none' && (rows[0]![1] ?? '') === '' ? 0 : rows.length;
}

function toRow(cells: readonly Cell[], toBelow: PricedTableProps['toBelow'], open: Exploring['open']): Row {
  const [title = '', domain = ''] = cells.map(toText);
  const identifier = readDomain(domain);
  return {
    title: title || domain,
    beside: title === '' ? '' : domain,
    below: toBelow(cells.slice(2)),
    open: identifier === null ? null : () => open({ is: 'company', identifier }),
  };
}

/** As a row shows it. */
export function toText(cell: Cell): string {
  if (typeof cell === 'number') return cell.toLocaleString('en-US');
  if (typeof cell === 'object' && isCard(cell)) return cell.text;
  if (typeof cell === 'object') return isDay(cell) ? toDayText(cell.day) : sentenceInPanel(cell);
  return String(cell);
}
