import { stands, type Block, type Put, type SheetCells, type ToFreeze } from '../../shared/freeze';
import type { ExcelContext } from '../excel-api';
import { DAY_FORMAT, findDays } from './find-days';
import { partsOf, writeParts } from './parts';
import { rangeOf, readBlocks } from './read-cells';

/** Few, so that little time passes between the look at a cell and the writing. */
const FORMULAS_AT_ONCE = 2_000;

/**
 * Copies values over their formulas: a text stays the text that it is, and a cell that someone types into meanwhile is
 * copied over itself.
 *
 * @param before as it was read
 */
export async function putValues(
  context: ExcelContext,
  before: SheetCells,
  cells: readonly ToFreeze[],
): Promise<readonly Put[]> {
  const puts: Put[] = [];
  for (let at = 0; at < cells.length; at += FORMULAS_AT_ONCE) {
    puts.push(...(await putSome(context, before, cells.slice(at, at + FORMULAS_AT_ONCE))));
  }
  return puts;
}

async function putSome(context: ExcelContext, before: SheetCells, cells: readonly ToFreeze[]): Promise<readonly Put[]> {
  const sheet = context.workbook.worksheets.getItem(before.id);
  const now = await readBlocks(context, sheet, cells);
  const ready = new Set(cells.filter((cell) => isAsRead(now, before, cell)));
  const days = await findDays(context, sheet, partsOf([...ready]));
  await writeParts(context, partsOf([...ready]), (part) => {
    const range = rangeOf(sheet, part);
    range.copyFrom(range, 'Values');
  });
  const after = await readBlocks(context, sheet, cells);
  for (const [row, column] of days) {
    if (formulaOf(after, row, column) === '') sheet.getRangeByIndexes(row, column, 1, 1).numberFormat = [[DAY_FORMAT]];
  }
  await context.sync();
  return cells.map((cell): Put => {
    if (!ready.has(cell)) return 'moved';
    const { row, column, rows, columns, formula } = cell;
    if (stands(after, before, cell)) return { row, column, rows, columns };
    return formulaOf(after, row, column) === formula ? 'refused' : 'unclear';
  });
}

/** Only the first cell of a table has a formula. */
function isAsRead(now: SheetCells, before: SheetCells, cell: ToFreeze): boolean {
  const { row, column, rows, columns, formula } = cell;
  const lines = (sheet: SheetCells): string =>
    JSON.stringify(
      Array.from({ length: rows }, (_row, down) => sheet.values[row + down]?.slice(column, column + columns)),
    );
  return formulaOf(now, row, column) === formula && lines(now) === lines(before);
}

function formulaOf({ formulas }: SheetCells, row: number, column: Block['column']): string {
  return formulas[row]?.[column] ?? '';
}
