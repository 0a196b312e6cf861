import {
  findEqualFormulas,
  RANGE_TEXTS,
  toRangeText,
  toSingleFormulas,
  toSinglesText,
  type SheetCells,
} from '../../shared/freeze';
import type { ThawTerms } from '../../shared/ports';
import { inOneUndoStep, onWorkbook } from '../bulk/on-workbook';
import { readActiveCell } from '../bulk/insert-cells';
import type { ExcelContext } from '../excel-api';
import { agreeToReplace } from './agree-to-replace';
import { enterColumn, type ColumnNow } from './enter-column';
import { findLocked } from './find-locked';
import { readBlock } from './read-cells';

/**
 * Makes one range formula of the equal formulas around the selected cell. Returns what it did, in words, or what the person
 * has to agree to first.
 *
 * @param agreed what the person has agreed to; `null`: nothing
 */
export async function toOneFormula(agreed: ThawTerms | null = null): Promise<string | ThawTerms> {
  const cell = await readActiveCell();
  if (cell === 'object') return RANGE_TEXTS.select;
  const { sheet, column } = cell;
  const read = await onWorkbook((context) => readColumn(context, sheet, column));
  const found = findEqualFormulas((row) => read.formulas[row]?.[0] ?? '', cell.row);
  if (found === null) return RANGE_TEXTS.select;
  const { row, formulas, range } = found;
  const asked = await agreeToReplace([{ sheet, row, column, formula: range }], agreed);
  if (asked !== null) return asked;
  const area = { row, column, rows: formulas.length, columns: 1 };
  const entering = {
    ...{ area, formulas: [range, ...formulas.slice(1).map(() => '')], before: formulas },
    isAsRead: (now: ColumnNow) => formulas.every((formula, down) => now.formulas[down] === formula),
  };
  const refused = await inOneUndoStep((context) => enter(context, sheet, entering));
  return refused ?? toRangeText(found, column, 'choose Split into formulas');
}

/** Makes single formulas of the range formula in the selected cell. Returns as {@link toOneFormula} does. */
export async function toFormulas(agreed: ThawTerms | null = null): Promise<string | ThawTerms> {
  const cell = await readActiveCell();
  if (cell === 'object') return RANGE_TEXTS.select;
  const { row, column, filled, formulas, values } = await onWorkbook((context) => readRange(context, cell));
  const formula = formulas[row]?.[0] ?? '';
  const held = values.length - row;
  const singles = toSingleFormulas(formula, row, held)?.slice(0, held) ?? [];
  if (singles.length === 0) return RANGE_TEXTS.selectRange;
  const placed = singles.map((single, down) => ({ sheet: cell.sheet, row: row + down, column, formula: single }));
  const asked = await agreeToReplace(placed, agreed);
  if (asked !== null) return asked;
  // Whatever is in these rows and not of the formula is somebody's own.
  const isAsRead = (now: ColumnNow): boolean =>
    now.formulas[0] === formula &&
    now.filled === filled &&
    singles.every((_single, down) => down < filled || now.values[down] === '');
  const area = { row, column, rows: singles.length, columns: 1 };
  const before = singles.map((_single, down) => (down === 0 ? formula : ''));
  const refused = await inOneUndoStep((context) =>
    enter(context, cell.sheet, { area, formulas: singles, before, isAsRead }),
  );
  return refused ?? toSinglesText(singles.length);
}

/** The range formula that fills a cell, how many rows it fills, and its column. */
async function readRange(
  context: ExcelContext,
  cell: { readonly sheet: string; readonly row: number; readonly column: number },
) {
  const sheet = context.workbook.worksheets.getItem(cell.sheet);
  const holder = sheet.getRangeByIndexes(cell.row, cell.column, 1, 1).getSpillParentOrNullObject();
  holder.load('rowIndex,columnIndex');
  await context.sync();
  const [row, column] = holder.isNullObject ? [cell.row, cell.column] : [holder.rowIndex, holder.columnIndex];
  const spill = sheet.getRangeByIndexes(row, column, 1, 1).getSpillingToRangeOrNullObject();
  spill.load('rowCount');
  const read = await readColumn(context, cell.sheet, column);
  return { row, column, filled: spill.isNullObject ? 1 : spill.rowCount, ...read };
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
