import {
  formulaAt,
  mergeBlocks,
  placesOf,
  stands,
  valueAt,
  type Block,
  type CellContents,
  type Put,
  type SheetCells,
  type ToFreeze,
} from '../../shared/freeze';
import { inCalls } from '../bulk/in-portions';
import { mayFormat } from '../bulk/write/write-cells';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { findLocked, rangeOf, writeBlocks } from './parts';
import { readBlocks } from './read-cells';

/** How the date of a function shows in a cell without a format of its own. */
const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_FORMAT = 'yyyy-mm-dd';

/**
 * Copies values over their formulas: texts stay texts, and a cell that a user edits meanwhile is copied over itself.
 *
 * @param before the sheet as it was read
 */
export async function putValues(
  context: ExcelContext,
  before: SheetCells,
  cells: readonly ToFreeze[],
): Promise<readonly Put[]> {
  const puts: Put[] = [];
  for (const some of inCalls(cells)) puts.push(...(await putSome(context, before, some)));
  return puts;
}

async function putSome(context: ExcelContext, before: SheetCells, cells: readonly ToFreeze[]): Promise<readonly Put[]> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  const locked = await findLocked(context, sheet, cells);
  const open = cells.filter((cell) => !placesOf(cell).some((place) => locked.has(place.join(' '))));
  const now = await readBlocks(context, sheet, open);
  const ready = open.filter((cell) => isAsRead(now, before, cell));
  const days = mayFormat(sheet.protection) ? await findDays(context, sheet, before, ready) : [];
  await writeBlocks(context, ready, (merged) => {
    const range = rangeOf(sheet, merged);
    range.copyFrom(range, 'Values');
  });
  const after = await readBlocks(context, sheet, ready);
  for (const day of days) {
    if (formulaAt(after, day.row, day.column) === '') rangeOf(sheet, day).numberFormat = [[DAY_FORMAT]];
  }
  await context.sync();
  return cells.map((cell): Put => {
    if (!open.includes(cell)) return 'protected';
    if (!ready.includes(cell)) return 'moved';
    const { row, column, rows, columns, formula } = cell;
    if (stands(after, before, cell)) return { row, column, rows, columns };
    return formulaAt(after, row, column) === formula ? 'refused' : 'unclear';
  });
}

function isAsRead(now: CellContents, before: CellContents, cell: ToFreeze): boolean {
  const isSame = ([row, column]: readonly [number, number]): boolean =>
    valueAt(now, row, column) === valueAt(before, row, column);
  return formulaAt(now, cell.row, cell.column) === cell.formula && placesOf(cell).every(isSame);
}

/** Finds dates. A function sets the format of its date; the value alone may not. */
async function findDays(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  before: CellContents,
  cells: readonly Block[],
): Promise<readonly Block[]> {
  const numbers = cells
    .flatMap(placesOf)
    .filter(([row, column]) => typeof valueAt(before, row, column) === 'number')
    .map(([row, column]) => ({ row, column, rows: 1, columns: 1 }));
  const asked = mergeBlocks(numbers).map((block) => ({ block, range: rangeOf(sheet, block) }));
  for (const { range } of asked) range.load('numberFormat,text');
  await context.sync();
  return asked.flatMap(({ block: { row, column }, range }) =>
    range.text.flatMap(([text], down) =>
      DAY.test(String(text)) && range.numberFormat[down]?.[0] === 'General'
        ? [{ row: row + down, column, rows: 1, columns: 1 }]
        : [],
    ),
  );
}
