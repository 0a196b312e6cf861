import { count } from '../../shared/panel';
import type { FSheet } from '../grid/grid';
import type { CellAddress, Invocations } from './invocations';

/** Why an answer could not spill. */
interface SpillProblem {
  readonly sentence: string;
  /** The first cell in its way. */
  readonly inTheWay: { readonly row: number; readonly column: number; readonly name: string } | null;
}

/** For a cell that shows `#SPILL!`: how much room its answer needs, and what takes it. */
export function explainSpill(sheet: FSheet, cell: CellAddress, invocations: Invocations): SpillProblem {
  const size = invocations.sizeAt(cell);
  if (size === null)
    return {
      sentence: 'The answer needs more cells than are free. Clear the cells below and beside it.',
      inTheWay: null,
    };
  const { rows, columns } = size;
  const needs = `The answer needs ${count(rows, 'row', 'rows')} and ${count(columns, 'column', 'columns')}`;
  if (cell.row + rows > sheet.getMaxRows() || cell.column + columns > sheet.getMaxColumns()) {
    return { sentence: `${needs}, and the sheet ends before. Move the formula up or to the left.`, inTheWay: null };
  }
  const content = sheet.getRange(cell.row, cell.column, rows, columns).getCellDataGrid();
  for (let down = 0; down < rows; down += 1) {
    for (let right = 0; right < columns; right += 1) {
      const found = content[down]?.[right];
      const isFree =
        (down === 0 && right === 0) || found === null || found === undefined || !(found.f || isFilled(found.v));
      if (isFree) continue;
      const [row, column] = [cell.row + down, cell.column + right];
      const name = sheet.getRange(row, column).getA1Notation();
      const sentence = `${needs}, and ${name} is not blank. Clear it, or move the formula.`;
      return { sentence, inTheWay: { row, column, name } };
    }
  }
  return { sentence: `${needs}, and another answer is in the way. Move one of the formulas.`, inTheWay: null };
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}
