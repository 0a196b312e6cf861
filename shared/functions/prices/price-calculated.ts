import type { CellRange } from '../../cells/formula-text';
import type { ReadCells } from '../../cells/trace-calls';
import type { ToRestore } from '../../frozen/plan-restore';
import { valueAt, type SheetCells } from '../../frozen/sheet-cells';
import { findCalls, readMost } from '../column/known-formulas';
import type { WaitingFormulas } from './price-waiting';

/**
 * Formulas that will be calculated, such as those that come back: they cost what formulas cost that wait for
 * approval.
 *
 * @param readNamed the cells of a named range, where the host can tell
 */
export function toCalculated(
  formulas: readonly Pick<ToRestore, 'sheet' | 'rows' | 'formula'>[],
  sheets: readonly SheetCells[],
  readNamed: (name: string) => unknown = () => undefined,
): WaitingFormulas {
  const most = new Map(
    sheets.map((sheet) => {
      const own = formulas.flatMap((each) => (each.sheet === sheet.id ? [each.formula] : []));
      return [sheet.id, readMost(findCalls(own), readerOf(sheets, sheet, readNamed))];
    }),
  );
  // One that nobody can read asks for a company in each of its rows, if not for more.
  const unread = formulas.reduce(
    (sum, { sheet, formula, rows }) => sum + (most.get(sheet)?.whole.has(formula) === true ? 0 : rows),
    0,
  );
  return {
    cells: formulas.length,
    known: [...most.values()].flatMap(({ known }) => known),
    unread,
    unseen: [],
    cut: [],
  };
}

/** Reads from cells that are known. */
function readerOf(sheets: readonly SheetCells[], own: SheetCells, readNamed: (name: string) => unknown): ReadCells {
  return (asked) => ('name' in asked ? readNamed(asked.name) : readRange(sheets, own, asked));
}

/**
 * As a host passes it: one cell as its value. Rows below the last one of the sheet are blank, and ask for nothing. So are
 * columns beyond its last one, of which Excel has thousands: only that there is more than one matters.
 */
function readRange(sheets: readonly SheetCells[], own: SheetCells, { sheet, ...range }: CellRange): unknown {
  const of = sheet === undefined ? own : sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  if (of === undefined) return undefined;
  const { row, column } = range;
  const rows = Math.max(1, Math.min(range.rows, of.values.length - row + 1));
  const columns = Math.min(range.columns, Math.max(2, (of.values[0]?.length ?? 0) - column + 1));
  const cells = Array.from({ length: rows }, (_row, down) =>
    Array.from({ length: columns }, (_column, right) => valueAt(of, row - 1 + down, column - 1 + right)),
  );
  return range.rows === 1 && columns === 1 ? cells[0]![0] : cells;
}
