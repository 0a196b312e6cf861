import { isMark, type FoundColumn } from '../../shared/freeze';
import { onWorkbook } from '../bulk/on-workbook';
import type { ExcelContext, ExcelName } from '../excel-api';

/** Apart from the names of runs (`bulk/anchors.ts`), which go when the run is over. */
const PREFIX = '_TraceFrozen.';
/** https://support.microsoft.com/office/excel-specifications-and-limits */
const ROWS = 1_048_576;

/**
 * The marks of columns with frozen formulas and of those that these refer to, as hidden names for whole columns. A
 * copied sheet has the same names with its own scope, and so the same marks.
 */
export function findFrozenColumns(): Promise<readonly FoundColumn[]> {
  return onWorkbook(async (context) => {
    const names = await readNames(context);
    const marked = names.flatMap(({ item, mark }) => (mark === null || item.type !== 'Range' ? [] : [{ item, mark }]));
    const ranges = marked.map(({ item, mark }) => ({ mark, range: item.getRangeOrNullObject() }));
    for (const { range } of ranges) range.load('columnIndex,columnCount,worksheet/id');
    await context.sync();
    return ranges.flatMap(({ mark, range }) => {
      if (range.isNullObject) return [];
      const { columnIndex, columnCount, worksheet } = range;
      // If somebody widened the name, its column is uncertain.
      return Array.from({ length: columnCount }, (_column, at) => ({
        mark,
        sheet: worksheet.id,
        column: columnIndex + at,
      }));
    });
  });
}

export function markFrozenColumns(marks: readonly FoundColumn[]): Promise<void> {
  return onWorkbook(async (context) => {
    const { names, worksheets } = context.workbook;
    const added = marks.map(({ mark, sheet, column }) =>
      names.add(`${PREFIX}${mark}`, worksheets.getItem(sheet).getRangeByIndexes(0, column, ROWS, 1)),
    );
    await context.sync();
    for (const item of added) item.visible = false;
    await context.sync();
  });
}

export function removeFrozenMarks(): Promise<void> {
  return onWorkbook(async (context) => {
    for (const { item } of await readNames(context)) item.delete();
    await context.sync();
  });
}

/** Those of the workbook, and those of copied sheets. Never ask for the cells of one whose cells are gone. */
async function readNames(
  context: ExcelContext,
): Promise<readonly { readonly item: ExcelName; readonly mark: string | null }[]> {
  const { names, worksheets } = context.workbook;
  names.load('items/name,items/type');
  worksheets.load('items/id,items/name');
  await context.sync();
  const ofSheets = worksheets.items.map((sheet) => sheet.names);
  for (const each of ofSheets) each.load('items/name,items/type,items/scope');
  await context.sync();
  const local = ofSheets.flatMap(({ items }) => items).filter(({ scope }) => scope === 'Worksheet');
  return [...names.items, ...local].flatMap((item) => {
    if (!item.name.toLowerCase().startsWith(PREFIX.toLowerCase())) return [];
    const mark = item.name.slice(PREFIX.length).toLowerCase();
    return [{ item, mark: isMark(mark) ? mark : null }];
  });
}
