import {
  findEqualFormulas,
  RANGE_TEXTS,
  toRangeText,
  toSingleFormulas,
  toSinglesText,
  type Block,
  type SheetCells,
} from '../../shared/freeze';
import { inOneUndoStep } from '../bulk/on-workbook';
import { readActiveCell } from '../bulk/insert-cells';
import type { ExcelContext } from '../excel-api';
import { findLocked } from './find-locked';
import { readBlock } from './read-cells';

const SPILL = '#SPILL!';

/** Makes one range formula of the equal formulas around the selected cell. Returns what it did, in words. */
export async function toOneFormula(): Promise<string> {
  const cell = await readActiveCell();
  if (cell === 'object') return RANGE_TEXTS.select;
  return inOneUndoStep(async (context) => {
    const column = await readColumn(context, cell.sheet, cell.column);
    const found = findEqualFormulas((row) => column.formulas[row]?.[0] ?? '', cell.row);
    if (found === null) return RANGE_TEXTS.select;
    const { row, formulas, range } = found;
    const rest = formulas.slice(1).map(() => '');
    const area = { row, column: cell.column, rows: formulas.length, columns: 1 };
    return enter(context, cell.sheet, area, [range, ...rest], formulas, () =>
      toRangeText(found, cell.column, 'choose Split into formulas'),
    );
  });
}

/** Makes single formulas of the range formula in the selected cell. Returns what it did, in words. */
export async function toFormulas(): Promise<string> {
  const cell = await readActiveCell();
  if (cell === 'object') return RANGE_TEXTS.select;
  return inOneUndoStep(async (context) => {
    const sheet = context.workbook.worksheets.getItem(cell.sheet);
    const holder = sheet.getRangeByIndexes(cell.row, cell.column, 1, 1).getSpillParentOrNullObject();
    holder.load('rowIndex,columnIndex');
    await context.sync();
    const [row, column] = holder.isNullObject ? [cell.row, cell.column] : [holder.rowIndex, holder.columnIndex];
    const spill = sheet.getRangeByIndexes(row, column, 1, 1).getSpillingToRangeOrNullObject();
    spill.load('rowCount');
    const read = await readColumn(context, cell.sheet, column);
    const formula = read.formulas[row]?.[0] ?? '';
    const held = read.values.length - row;
    const singles = toSingleFormulas(formula, row, held)?.slice(0, held) ?? [];
    if (singles.length === 0) return RANGE_TEXTS.selectRange;
    const filled = spill.isNullObject ? 1 : spill.rowCount;
    // Whatever is in these rows and not of the formula is somebody's own.
    const isOwn = singles.some((_single, down) => down >= filled && (read.values[row + down]?.[0] ?? '') !== '');
    if (isOwn) return RANGE_TEXTS.others;
    const area = { row, column, rows: singles.length, columns: 1 };
    const before = singles.map((_single, down) => (down === 0 ? formula : ''));
    return enter(context, cell.sheet, area, singles, before, () => toSinglesText(singles.length));
  });
}

/** Enters all formulas in one request, and the ones before where others have no room. */
async function enter(
  context: ExcelContext,
  id: string,
  area: Block,
  formulas: readonly string[],
  before: readonly string[],
  done: () => string,
): Promise<string> {
  const sheet = context.workbook.worksheets.getItem(id);
  const { row, column, rows } = area;
  if ((await findLocked(context, sheet, [area])).size > 0) return RANGE_TEXTS.protected;
  const range = sheet.getRangeByIndexes(row, column, rows, 1);
  range.formulas = formulas.map((formula) => [formula]);
  const first = sheet.getRangeByIndexes(row, column, 1, 1);
  first.load('values');
  await context.sync();
  if (first.values[0]?.[0] !== SPILL) return done();
  range.formulas = before.map((formula) => [formula]);
  await context.sync();
  return RANGE_TEXTS.others;
}

/** A column from its first cell to the last row in use. */
async function readColumn(
  context: ExcelContext,
  id: string,
  column: number,
): Promise<Pick<SheetCells, 'formulas' | 'values'>> {
  const sheet = context.workbook.worksheets.getItem(id);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  await context.sync();
  const rows = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
  return readBlock(context, sheet, { row: 0, column, rows, columns: 1 });
}
