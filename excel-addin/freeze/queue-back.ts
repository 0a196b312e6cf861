import { toEntry } from '../bulk/cell-entry';
import { isFormula, toValue } from '../bulk/read-block';
import { queuePiece } from '../bulk/write-pieces';
import type { ExcelRange, ExcelWorksheet } from '../excel-api';

/** Some cells as they were right before they were written. */
export interface Last {
  readonly part: { readonly row: number; readonly column: number };
  /** Loaded: `values,formulas,numberFormat`. */
  readonly last: ExcelRange;
}

/** Puts back what somebody has typed into a cell of a part, a text as the text that it is. */
export function queueBack(
  sheet: ExcelWorksheet,
  [row, column]: readonly [row: number, column: number],
  { part, last }: Last,
): void {
  const [down, right] = [row - part.row, column - part.column];
  const [value, formula] = [last.values[down]?.[right], last.formulas[down]?.[right]];
  if (isFormula(formula, value)) sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
  else {
    const format = String(last.numberFormat[down]?.[right]);
    const entry = toEntry({ kind: 'before', value: toValue(value), format }, format, 0);
    queuePiece(sheet, { row, column, entries: [[entry]] });
  }
}
