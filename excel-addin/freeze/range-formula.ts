import {
  findEqualFormulas,
  RANGE_TEXTS,
  toRangeText,
  toSingleFormulas,
  toSinglesText,
  type SheetCells,
} from '../../shared/freeze';
import { inOneUndoStep } from '../bulk/on-workbook';
import { readActiveCell } from '../bulk/insert-cells';
import type { ExcelContext } from '../excel-api';
import { enterColumn, type ColumnNow } from './enter-column';
import { findLocked } from './find-locked';
import { readBlock } from './read-cells';

/** Makes one range formula of the equal formulas around the selected cell. Returns what it did, in words. */
export async function toOneFormula(): Promise<string> {
  const cell = await readActiveCell();
  if (cell === 'object') return RANGE_TEXTS.select;
  return inOneUndoStep(async (context) => {
    const column = await readColumn(context, cell.sheet, cell.column);
    const found = findEqualFormulas((row) => column.formulas[row]?.[0] ?? '', cell.row);
    if (found === null) return RANGE_TEXTS.select;
    const { row, formulas, range } = found;
    const area = { row, column: cell.column, rows: formulas.length, columns: 1 };
    const asked = {
      ...{ area, formulas: [range, ...formulas.slice(1).map(() => '')], before: formulas },
      isAsRead: (now: ColumnNow) => formulas.every((formula, down) => now.formulas[down] === formula),
    };
    const refused = await enter(context, cell.sheet, asked);
    return refused ?? toRangeText(found, cell.column, 'choose Split into formulas');
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
    const isAsRead = (now: ColumnNow): boolean =>
      now.formulas[0] === formula &&
      now.filled === filled &&
      singles.every((_single, down) => down < filled || now.values[down] === '');
    const area = { row, column, rows: singles.length, columns: 1 };
    const before = singles.map((_single, down) => (down === 0 ? formula : ''));
    const refused = await enter(context, cell.sheet, { area, formulas: singles, before, isAsRead });
    return refused ?? toSinglesText(singles.length);
  });
}

/** Returns why nothing was changed; `null`: it was. */
async function enter(
  context: ExcelContext,
  id: string,
  entering: Parameters<typeof enterColumn>[2],
): Promise<string | null> {
  const sheet = context.workbook.worksheets.getItem(id);
  if ((await findLocked(context, sheet, [entering.area])).size > 0) return RANGE_TEXTS.protected;
  return (await enterColumn(context, sheet, entering)) ? null : RANGE_TEXTS.others;
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
