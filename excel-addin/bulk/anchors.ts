import { checkMarks, isMarkName, isRunName } from '../../shared/runs';
import { TraceError } from '../../shared/formulas';
import type { ColumnAnchors, FoundMark, RunMarks } from '../../shared/ports';
import type { ExcelContext, ExcelName } from '../excel-api';
import { readInChunks } from '../problems/halved-reads';
import { MOST_COLUMNS } from './column-spans';
import { onWorkbook } from './on-workbook';

const PREFIX = '_Trace.';
const SHEETS_AT_ONCE = 100;

/**
 * The marks of enrichments: hidden names with workbook scope, each for the cells of one column from the title to the
 * last row of the enrichment. A copied sheet gets names with its own scope, so these stay with the original.
 */
export const ANCHORS: ColumnAnchors = {
  async put(run, sheet, marks, { first, count }) {
    if (!isRunName(run)) return;
    // An Excel sheet always has all its columns.
    if (marks.some(({ column }) => column >= MOST_COLUMNS)) throw new TraceError('sheetFull', {});
    await onWorkbook(async (context) => {
      await deleteNames(context, run);
      const { names, worksheets } = context.workbook;
      const added = marks.map(({ name, column }) =>
        names.add(nameOf(run, name), worksheets.getItem(sheet).getRangeByIndexes(first, column, count, 1)),
      );
      await context.sync();
      for (const item of added) item.visible = false;
      await context.sync();
    });
  },
  find: (run, names) =>
    onWorkbook(async (context) => {
      const read = await queueMarks(context, run, names);
      await context.sync();
      return read();
    }),
  remove: (run) => onWorkbook((context) => deleteNames(context, run)),
};

/** Whether any enrichment has marked columns. */
export function hasMarks(): Promise<boolean> {
  return onWorkbook(async (context) => {
    const { names } = context.workbook;
    names.load('items/name');
    await context.sync();
    return names.items.some(({ name }) => begins(name, PREFIX));
  });
}

/**
 * Requests the positions of an enrichment's marks with the next sync: several columns for one that someone has widened.
 *
 * Never ask a name for its cells once they are gone: that has crashed Excel
 * (https://github.com/OfficeDev/office-js/issues/263).
 *
 * @returns reads the answer after that sync
 */
async function queueMarks(
  context: ExcelContext,
  run: string,
  wanted: readonly string[],
): Promise<() => readonly FoundMark[]> {
  const marks = isRunName(run) ? wanted.filter(isMarkName) : [];
  const items = marks.map((name) => ({ name, item: context.workbook.names.getItemOrNullObject(nameOf(run, name)) }));
  for (const { item } of items) item.load('type');
  await context.sync();
  const ranges = items
    .filter(({ item }) => !item.isNullObject && item.type === 'Range')
    .map(({ name, item }) => ({ name, range: item.getRangeOrNullObject() }));
  for (const { range } of ranges) range.load('columnIndex,columnCount,worksheet/id');
  return () =>
    ranges.flatMap(({ name, range }) => {
      if (range.isNullObject) return [];
      const { columnIndex, columnCount, worksheet } = range;
      return Array.from({ length: columnCount }, (_column, at) => ({
        name,
        sheet: worksheet.id,
        column: columnIndex + at,
      }));
    });
}

/**
 * Requests whether marks are in their places on a sheet, with the next sync: everything in one call is read at one
 * moment.
 *
 * @param marks `null`: there are none
 * @returns reads the answer after that sync
 */
export async function queuePlaces(
  context: ExcelContext,
  sheet: string,
  marks: RunMarks | null,
): Promise<() => boolean> {
  if (marks === null) return () => true;
  const names = marks.marks.map(({ name }) => name);
  const read = await queueMarks(context, marks.run, names);
  return () => checkMarks({ sheet, guard: { marks } }, read());
}

/**
 * Deletes names, including those of copied sheets.
 *
 * @param run `null`: any enrichment
 */
async function deleteNames(context: ExcelContext, run: string | null): Promise<void> {
  for (const item of await findNames(context, run === null ? PREFIX : nameOf(run, ''))) item.delete();
  await context.sync();
}

/** Finds names with a prefix, ignoring case: those of the workbook, and those of copied sheets, with their own scope. */
export async function findNames(context: ExcelContext, prefix: string): Promise<readonly ExcelName[]> {
  const { names, worksheets } = context.workbook;
  names.load('items/name,items/type,items/scope');
  worksheets.load('items/name');
  await context.sync();
  const local: ExcelName[] = [];
  // A sheet's collection contains the workbook's names too.
  await readInChunks(worksheets.items.length, SHEETS_AT_ONCE, async (start, count) => {
    const ofSheets = worksheets.items.slice(start, start + count).map((sheet) => sheet.names);
    for (const each of ofSheets) each.load('items/name,items/type,items/scope');
    await context.sync();
    local.push(...ofSheets.flatMap(({ items }) => items).filter(({ scope }) => scope === 'Worksheet'));
  });
  return [...names.items, ...local].filter(({ name }) => begins(name, prefix));
}

function begins(name: string, start: string): boolean {
  return name.toLowerCase().startsWith(start.toLowerCase());
}

function nameOf(run: string, mark: string): string {
  return `${PREFIX}${run}.${mark}`;
}
