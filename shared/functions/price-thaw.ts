import type { CellRange } from '../cells/formula-text';
import type { ReadCells } from '../cells/trace-calls';
import { findThawable } from '../frozen/freeze';
import type { ToThaw } from '../frozen/plan-thaw';
import type { FreezePorts } from '../frozen/ports';
import { valueAt, type SheetCells } from '../frozen/sheet-cells';
import type { Task } from '../task';
import { asMade, findCalls, withValues, type WrittenFormula } from './known-calls';
import type { WaitingFormulas } from './price-waiting';

/** Formulas that thawing brings back are calculated. So they cost what formulas cost that wait for approval. */
export function* findThawing(): Task<WaitingFormulas, FreezePorts> {
  const { restore, sheets } = yield* findThawable();
  const known = sheets.flatMap((sheet) => {
    const formulas = restore.flatMap((each) => (each.sheet === sheet.id ? [each.formula] : []));
    return withValues(findCalls(formulas).map(asMade), readerOf(sheets, sheet));
  });
  return toThawing(restore, known);
}

/** @param known the calls of these formulas with known arguments */
export function toThawing(restore: readonly ToThaw[], known: readonly WrittenFormula[]): WaitingFormulas {
  const read = new Set(known.map(({ formula }) => formula));
  // One that nobody can read asks for a company in each of its rows.
  const unread = restore.reduce((sum, { formula, rows }) => sum + (read.has(formula) ? 0 : rows), 0);
  return { cells: restore.length, known, unread, unseen: [], cut: [] };
}

/** Reads from cells that are known. Named ranges are not. */
function readerOf(sheets: readonly SheetCells[], own: SheetCells): ReadCells {
  return (asked) => ('name' in asked ? undefined : readRange(sheets, own, asked));
}

/** As a host passes it: one cell as its value. Rows below the last one of the sheet are blank, and ask for nothing. */
function readRange(sheets: readonly SheetCells[], own: SheetCells, { sheet, ...range }: CellRange): unknown {
  const of = sheet === undefined ? own : sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  if (of === undefined) return undefined;
  const { row, column, columns } = range;
  const rows = Math.max(1, Math.min(range.rows, of.values.length - row + 1));
  const cells = Array.from({ length: rows }, (_row, down) =>
    Array.from({ length: columns }, (_column, right) => valueAt(of, row - 1 + down, column - 1 + right)),
  );
  return range.rows === 1 && columns === 1 ? cells[0]![0] : cells;
}
