import type { ExcelContext, ExcelName, ExcelWorksheet } from '../excel-api';
import { readInChunks } from '../problems/halved-reads';

const SHEETS_AT_ONCE = 100;

/** Some rows of a column. */
interface NamedCells {
  readonly name: string;
  readonly sheet: ExcelWorksheet;
  readonly first: number;
  readonly column: number;
  readonly count: number;
}

/** Adds Trace's marks, as names that users do not see. */
export async function addHiddenNames(context: ExcelContext, cells: readonly NamedCells[]): Promise<void> {
  const { names } = context.workbook;
  const added = cells.map(({ name, sheet, first, column, count }) =>
    names.add(name, sheet.getRangeByIndexes(first, column, count, 1)),
  );
  await context.sync();
  for (const item of added) item.visible = false;
  await context.sync();
}

/**
 * Finds names with a prefix, ignoring case: those of the workbook, and those of copied sheets, with their own scope.
 * Each has its type and scope loaded.
 */
export async function findHiddenNames(context: ExcelContext, prefix: string): Promise<readonly ExcelName[]> {
  const { names, worksheets } = context.workbook;
  names.load('items/name,items/type,items/scope');
  worksheets.load('items/id,items/name');
  await context.sync();
  const local: ExcelName[] = [];
  // A sheet's collection contains the workbook's names too.
  await readInChunks(worksheets.items.length, SHEETS_AT_ONCE, async (start, count) => {
    const ofSheets = worksheets.items.slice(start, start + count).map((sheet) => sheet.names);
    for (const each of ofSheets) each.load('items/name,items/type,items/scope');
    await context.sync();
    local.push(...ofSheets.flatMap(({ items }) => items).filter(({ scope }) => scope === 'Worksheet'));
  });
  return [...names.items, ...local].filter(({ name }) => name.toLowerCase().startsWith(prefix.toLowerCase()));
}

/** The columns of a name's cells: several, if someone has widened the name. */
interface NamedColumn<T> {
  readonly of: T;
  readonly sheet: string;
  readonly column: number;
}

/**
 * Requests the cells of names.
 *
 * Never ask a name for its cells once they are gone: that has crashed Excel
 * (https://github.com/OfficeDev/office-js/issues/263).
 *
 * @param items with their types loaded
 * @returns reads the answer after the next sync
 */
export function queueColumns<T>(
  items: readonly { readonly of: T; readonly item: ExcelName }[],
): () => readonly NamedColumn<T>[] {
  const ranges = items
    .filter(({ item }) => !item.isNullObject && item.type === 'Range')
    .map(({ of, item }) => ({ of, range: item.getRangeOrNullObject() }));
  for (const { range } of ranges) range.load('columnIndex,columnCount,worksheet/id');
  return () =>
    ranges.flatMap(({ of, range }) => {
      if (range.isNullObject) return [];
      const { columnIndex, columnCount, worksheet } = range;
      return Array.from({ length: columnCount }, (_column, at) => ({
        of,
        sheet: worksheet.id,
        column: columnIndex + at,
      }));
    });
}
