import type { Block } from '../../shared/freeze';
import { toEntry } from '../bulk/cell-entry';
import { isFormula, toValue } from '../bulk/read-block';
import type { CellForm } from '../bulk/cell-form';
import { queuePiece } from '../bulk/queue-piece';
import type { ExcelRange, ExcelWorksheet } from '../excel-api';

/** Some cells as they were right before they were written. */
export interface Last {
  readonly part: { readonly row: number; readonly column: number };
  /** Loaded: `values,formulas,numberFormat`. */
  readonly last: ExcelRange;
}

/** Puts back what cells of a part held: a text as the text that it is. Returns the form, as {@link queuePiece} does. */
export function queueBack(sheet: ExcelWorksheet, block: Block, { part, last }: Last, asked: CellForm): CellForm | null {
  const { row, column, rows, columns } = block;
  const formulas: (readonly [row: number, column: number, formula: string])[] = [];
  const entries = Array.from({ length: rows }, (_row, down) =>
    Array.from({ length: columns }, (_column, right) => {
      const [line, place] = [row + down - part.row, column + right - part.column];
      const [value, formula] = [last.values[line]?.[place], last.formulas[line]?.[place]];
      const format = String(last.numberFormat[line]?.[place]);
      if (!isFormula(formula, value)) return toEntry({ kind: 'before', value: toValue(value), format }, format, 0);
      formulas.push([row + down, column + right, formula]);
      return null;
    }),
  );
  const isFilled = entries.some((line) => line.some((entry) => entry !== null));
  const form = isFilled ? queuePiece(sheet, { row, column, entries }, asked) : null;
  for (const [line, place, formula] of formulas) sheet.getRangeByIndexes(line, place, 1, 1).formulas = [[formula]];
  return form;
}
