import { placesOf, stands, type SheetCells, type ToThaw } from '../../shared/freeze';
import type { ExcelContext } from '../excel-api';
import { findLocked } from './find-locked';
import { partsOf, writeParts } from './parts';
import { readBlocks } from './read-cells';

/**
 * Enters each formula and clears what else it fills, in one request, where the values stand that were read.
 *
 * @param before as it was read
 * @returns whether each is done; if not, its values stand
 */
export async function putFormulas(
  context: ExcelContext,
  before: SheetCells,
  cells: readonly ToThaw[],
): Promise<readonly boolean[]> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  const locked = await findLocked(context, sheet, cells);
  const now = await readBlocks(context, sheet, cells);
  const isReady = cells.map(
    (cell) => stands(now, before, cell) && !placesOf(cell).some((place) => locked.has(place.join(' '))),
  );
  const formulas = new Map(cells.map(({ row, column, formula }) => [`${row} ${column}`, formula]));
  const parts = partsOf(cells.filter((_cell, at) => isReady[at]));
  await writeParts(context, parts, ({ row, column, rows, columns, isTable }) => {
    sheet.getRangeByIndexes(row, column, rows, columns).formulas = Array.from({ length: rows }, (_row, down) =>
      Array.from({ length: columns }, (_column, right) =>
        isTable && down + right > 0 ? '' : formulas.get(`${row + down} ${column + right}`)!,
      ),
    );
  });
  const firsts = cells.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }));
  const after = await readBlocks(context, sheet, firsts);
  return cells.map(({ row, column }, at) => isReady[at]! && (after.formulas[row]?.[column] ?? '') !== '');
}
