import { isMarkName, isRunName } from '../../shared/runs';
import type { ColumnAnchors, ColumnMark, MarkedRows } from '../../shared/ports';
import type { ExcelContext } from '../excel-api';
import { onWorkbook } from './on-workbook';

const PREFIX = '_Trace.';

/**
 * The marks of runs, as hidden names with workbook scope, each for the cells of one column from the title to the last
 * row of the run. A copied sheet gets names of its own scope, so these stay with the original.
 */
export const ANCHORS: ColumnAnchors = {
  async put(run, sheet, marks, rows) {
    if (!isRunName(run)) return;
    await onWorkbook(async (context) => {
      const ofRun = isOf(run);
      await deleteNames(context, ofRun);
      await addNames(context, run, sheet, marks, rows);
      // Not before: where Excel refuses these, the run before keeps its own.
      await deleteNames(context, (name) => isOf(null)(name) && !ofRun(name));
    });
  },
  find: (run, names) => onWorkbook((context) => findNames(context, run, names)),
  remove: (run) => onWorkbook((context) => deleteNames(context, isOf(run))),
};

/** @param run `null`: any run */
export function hasMarks(run: string | null): Promise<boolean> {
  return onWorkbook(async (context) => {
    const { names } = context.workbook;
    names.load('items/name');
    await context.sync();
    return names.items.some(({ name }) => isOf(run)(name));
  });
}

async function addNames(
  context: ExcelContext,
  run: string,
  id: string,
  marks: readonly ColumnMark[],
  { first, count }: MarkedRows,
): Promise<void> {
  const { names, worksheets } = context.workbook;
  const sheet = worksheets.getItem(id);
  const added = marks.map(({ name, column }) =>
    names.add(nameOf(run, name), sheet.getRangeByIndexes(first, column, count, 1)),
  );
  await context.sync();
  for (const item of added) item.visible = false;
  await context.sync();
}

/**
 * Never ask for the cells of a name whose cells are gone: that has crashed Excel
 * (https://github.com/OfficeDev/office-js/issues/263).
 */
export async function findNames(
  context: ExcelContext,
  run: string,
  wanted: readonly string[],
): ReturnType<ColumnAnchors['find']> {
  const marks = isRunName(run) ? wanted.filter(isMarkName) : [];
  const items = marks.map((name) => ({ name, item: context.workbook.names.getItemOrNullObject(nameOf(run, name)) }));
  for (const { item } of items) item.load('type');
  await context.sync();
  const ranges = items
    .filter(({ item }) => !item.isNullObject && item.type === 'Range')
    .map(({ name, item }) => ({ name, range: item.getRangeOrNullObject() }));
  for (const { range } of ranges) range.load('columnIndex,columnCount,worksheet/id');
  await context.sync();
  return ranges.flatMap(({ name, range }) => {
    if (range.isNullObject) return [];
    const { columnIndex, columnCount, worksheet } = range;
    // If somebody widened the name, its column is uncertain.
    return Array.from({ length: columnCount }, (_column, at) => ({
      name,
      sheet: worksheet.id,
      column: columnIndex + at,
    }));
  });
}

/** Those of copied sheets too. */
async function deleteNames(context: ExcelContext, isMeant: (name: string) => boolean): Promise<void> {
  const { names, worksheets } = context.workbook;
  names.load('items/name');
  worksheets.load('items/id,items/name');
  await context.sync();
  const ofSheets = worksheets.items.map((sheet) => sheet.names);
  for (const each of ofSheets) each.load('items/name,items/scope');
  await context.sync();
  const local = ofSheets.flatMap(({ items }) => items).filter(({ scope }) => scope === 'Worksheet');
  for (const item of [...names.items, ...local].filter(({ name }) => isMeant(name))) item.delete();
  await context.sync();
}

/** @param run `null`: any run */
function isOf(run: string | null): (name: string) => boolean {
  const start = (run === null ? PREFIX : nameOf(run, '')).toLowerCase();
  return (name) => name.toLowerCase().startsWith(start);
}

function nameOf(run: string, mark: string): string {
  return `${PREFIX}${run}.${mark}`;
}
