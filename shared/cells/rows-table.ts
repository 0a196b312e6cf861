import type { FieldAnswer } from './answers';
import type { Options } from './options';
import { NONE, NOT_TRACKED, PREVIEW, toOneCell } from './table';
import type { Cell, Table } from './values';

/** Shown below rows that may be incomplete, if this cannot be determined. */
export const MAYBE_MORE = '… maybe more';

/** A list of the API, ready to be shown. */
interface ShownRows {
  readonly titles: readonly string[];
  /** One answer for each title. */
  readonly rows: readonly (readonly FieldAnswer[])[];
  /** Shown below the last row, in the first column; `''` for nothing. */
  readonly note: string;
}

/** What is shown instead of rows. */
type NoRows = 'notTracked' | 'notAsked';

/**
 * One row for each entry, below a header unless it is turned off. An empty list becomes one row that says so, unless
 * more exists than Trace returns.
 */
export function toRowsTable(shown: ShownRows | NoRows, options: Options): Table {
  if (shown === 'notTracked') return [[options.ifNone ?? NOT_TRACKED]];
  if (shown === 'notAsked') return [[PREVIEW]];
  const { titles, rows, note } = shown;
  const inFirst = (text: string): readonly Cell[] => titles.map((_title, column) => (column === 0 ? text : ''));
  const lines = rows.map((row) => row.map((field) => toOneCell(field, options)));
  const body = lines.length > 0 || note !== '' ? lines : [inFirst(options.ifNone ?? NONE)];
  return [...(options.headers === 0 ? [] : [titles]), ...body, ...(note === '' ? [] : [inFirst(note)])];
}

/** Says that more exists and how to see it; `''` if nothing is missing or no more was asked for. */
export function toCutNote(
  list: {
    readonly rows: readonly unknown[];
    readonly total: number | null;
    readonly isCut: boolean;
    readonly isPartial: boolean;
    readonly mayLackRows?: boolean;
  },
  { top, isTopGiven }: Options,
  most: number,
): string {
  const shown = list.rows.length;
  const ofTotal = list.total === null ? say(shown) : `${say(shown)} of ${say(list.total)}`;
  if (list.isPartial) return `… ${ofTotal} so far: out of time or credits. Recalculate the formula.`;
  if (!list.isCut) return '';
  if (list.mayLackRows === true && (top === null || shown < top)) return MAYBE_MORE;
  if (shown >= most) return `… ${ofTotal}. A table has at most ${say(most)} rows.`;
  if (top !== null && shown < top) return `… ${ofTotal}. Trace has no more to show. Use more filters.`;
  return isTopGiven ? '' : `… ${ofTotal}. top=${Math.min(most, list.total ?? 4 * shown)} shows more.`;
}

function say(number: number): string {
  return number.toLocaleString('en-US');
}
