import { readFormulaText, type Expression } from '../cells/formula-text';
import { isBlank } from '../cells/values';
import { placesOf } from './blocks';
import { fillsOneCell, readInputCall } from './one-cell';
import type { ToFreeze } from './plan-freeze';
import { formulaAt, type Block, type SheetCells } from './sheet-cells';

/**
 * The cells that a formula fills, as far as its text and inputs say: a row for each input up to the last filled one, and a
 * column for each field. `null`: they do not say.
 */
export function knownBlock(sheet: SheetCells, { row, column, formula }: ToFreeze): Block | null {
  if (fillsOneCell(formula)) return { row, column, rows: 1, columns: 1 };
  const call = readInputCall(readFormulaText(formula));
  // With options, a problem of the whole formula may look like an answer in its first cell.
  if (call === null || call.columns === null || call.options !== undefined) return null;
  const heights = call.inputs.map((input) => heightOf(sheet, input));
  if (heights.includes(null)) return null;
  const block = { row, column, rows: Math.max(...(heights as number[])), columns: call.columns };
  const isFree = placesOf(block).every(([down, right], at) => at === 0 || formulaAt(sheet, down, right) === '');
  return isFree ? block : null;
}

function heightOf({ values }: SheetCells, input: Expression): number | null {
  if (input.is === 'value') return 1;
  if (input.is !== 'range' || input.columns > 1) return null;
  if (input.rows === 1) return 1;
  if (input.sheet !== undefined) return null;
  let rows = Math.min(input.rows, values.length - input.row + 1);
  while (rows > 1 && isBlank(values[input.row + rows - 2]?.[input.column - 1])) rows -= 1;
  return Math.max(1, rows);
}
