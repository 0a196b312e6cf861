import type { FormulaText } from '../../shared/reference';
import type { Cell, Table } from '../../shared/formulas';

/** A part of a sheet, from A1: the contents of its cells, and the cell of the formula. */
interface SheetCells {
  readonly formulaIn: string;
  readonly rows: readonly (readonly Cell[])[];
  /** How many further rows are not shown. */
  readonly left: number;
}

const ROWS_SHOWN = 12;

/**
 * Puts the formula where a user would type it: beside the column it refers to, so that each answer is in the row of
 * its input, or a row higher if the answer begins with headers.
 */
export function toSheetCells({ column }: Pick<FormulaText, 'column'>, table: Table): SheetCells {
  if (column.length === 0) return cut('A1', table);
  const hasHeaders = table.length > column.length;
  const width = Math.max(...table.map((row) => row.length));
  const blank: readonly Cell[] = Array.from({ length: width }, () => '');
  const answers = hasHeaders ? table : [blank, ...table];
  const inputs: readonly Cell[] = ['', ...column.map((cell) => cell ?? '')];
  const rows = answers.map((row, index) => [inputs[index] ?? '', ...row]);
  return cut(hasHeaders ? 'B1' : 'B2', rows);
}

/** `A`, `B` and so on; no example is wider than the alphabet. */
export function toColumnName(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

function cut(formulaIn: string, rows: readonly (readonly Cell[])[]): SheetCells {
  return { formulaIn, rows: rows.slice(0, ROWS_SHOWN), left: Math.max(0, rows.length - ROWS_SHOWN) };
}
