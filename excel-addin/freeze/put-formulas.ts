import { placesOf, stands, type SheetCells, type ToThaw } from '../../shared/freeze';
import type { ExcelContext } from '../excel-api';
import { inBatches } from './batches';
import { enterFormulas } from './enter-formulas';
import { findLocked } from './find-locked';
import { hasInputs, inputsOf } from './input-cells';
import { readBlocks } from './read-cells';

/**
 * Enters each formula and clears what else it fills, in one request, where the values stand that were read, beside the same inputs. What somebody
 * types right before that request is put back.
 *
 * @param before as it was read
 * @param back cells that formulas fill which came back before, as `row column`: these change what others take
 * @returns whether each is done; if not, its values stand, or what somebody has typed. Where Excel has refused a request
 *   without telling what it overwrote, the formula stands and is not done either
 */
export async function putFormulas(
  context: ExcelContext,
  before: SheetCells,
  cells: readonly ToThaw[],
  back: ReadonlySet<string>,
): Promise<readonly boolean[]> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  const locked = await findLocked(context, sheet, cells);
  const isOpen = (cell: ToThaw): boolean => !placesOf(cell).some((place) => locked.has(place.join(' ')));
  const changing = new Set([...back, ...cells.flatMap(placesOf).map((place) => place.join(' '))]);
  const hasItsInputs = (then: SheetCells, cell: ToThaw): boolean =>
    hasInputs(then, before, cell, (row, column) => changing.has(`${row} ${column}`));
  return inBatches(before, cells, async (some) => {
    const now = await readBlocks(context, sheet, [...some, ...inputsOf(some)]);
    const ready = some.filter((cell) => isOpen(cell) && stands(now, before, cell) && hasItsInputs(now, cell));
    const entered = await enterFormulas({ context, sheet, before, hasInputs: hasItsInputs }, ready);
    const after = await readBlocks(
      context,
      sheet,
      some.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })),
    );
    return some.map((cell) => entered.has(cell) && (after.formulas[cell.row]?.[cell.column] ?? '') !== '');
  });
}
