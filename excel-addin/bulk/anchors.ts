import { checkMarks, isMarkName, isRunName } from '../../shared/runs';
import { TraceError } from '../../shared/formulas';
import type { ColumnAnchors, FoundMark, RunMarks } from '../../shared/ports';
import type { ExcelContext } from '../excel-api';
import { addHiddenNames, queueColumns, findHiddenNames } from './hidden-names';
import { onWorkbook } from './on-workbook';
import { MOST_COLUMNS } from './read-block';

const PREFIX = '_Trace.';

/**
 * The marks of enrichments: hidden names with workbook scope, each for the cells of one column from the title to the
 * last row of the enrichment. A copied sheet gets names with its own scope, so these stay with the original.
 */
export const ANCHORS: ColumnAnchors = {
  async put(run, sheet, marks, rows) {
    if (!isRunName(run)) return;
    // An Excel sheet always has all its columns.
    if (marks.some(({ column }) => column >= MOST_COLUMNS)) throw new TraceError('sheetFull', {});
    await onWorkbook(async (context) => {
      await deleteNames(context, run);
      const of = context.workbook.worksheets.getItem(sheet);
      await addHiddenNames(
        context,
        marks.map(({ name, column }) => ({ name: nameOf(run, name), sheet: of, column, ...rows })),
      );
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
 * Requests the positions of an enrichment's marks with the next sync.
 *
 * @returns reads the answer after that sync
 */
async function queueMarks(
  context: ExcelContext,
  run: string,
  wanted: readonly string[],
): Promise<() => readonly FoundMark[]> {
  const marks = isRunName(run) ? wanted.filter(isMarkName) : [];
  const items = marks.map((name) => ({
    of: name,
    item: context.workbook.names.getItemOrNullObject(nameOf(run, name)),
  }));
  for (const { item } of items) item.load('type');
  await context.sync();
  const read = queueColumns(items);
  return () => read().map(({ of: name, sheet, column }) => ({ name, sheet, column }));
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
  for (const item of await findHiddenNames(context, startOf(run))) item.delete();
  await context.sync();
}

function begins(name: string, start: string): boolean {
  return name.toLowerCase().startsWith(start.toLowerCase());
}

/** @param run `null`: any enrichment */
function startOf(run: string | null): string {
  return run === null ? PREFIX : nameOf(run, '');
}

function nameOf(run: string, mark: string): string {
  return `${PREFIX}${run}.${mark}`;
}
