import { isMarkName, isRunName } from '../../shared/runs';
import type { ColumnAnchors, FoundMark } from '../../shared/ports';
import type { ExcelContext } from '../excel-api';
import { addHiddenNames, queueColumns, readNames } from './hidden-names';
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
      await deleteNames(context, nameOf(run, ''));
      const of = context.workbook.worksheets.getItem(sheet);
      await addHiddenNames(
        context,
        marks.map(({ name, column }) => ({ name: nameOf(run, name), sheet: of, column, ...rows })),
      );
      // Not before: where Excel refuses these, the run before keeps its own.
      await deleteNames(context, PREFIX, nameOf(run, ''));
    });
  },
  find: (run, names) => onWorkbook((context) => findNames(context, run, names)),
  remove: (run) => onWorkbook((context) => deleteNames(context, startOf(run))),
};

/** @param run `null`: any run */
export function hasMarks(run: string | null): Promise<boolean> {
  return onWorkbook(async (context) => {
    const { names } = context.workbook;
    names.load('items/name');
    await context.sync();
    return names.items.some(({ name }) => begins(name, startOf(run)));
  });
}

async function findNames(
  context: ExcelContext,
  run: string,
  wanted: readonly string[],
): ReturnType<ColumnAnchors['find']> {
  const read = await queueMarks(context, run, wanted);
  await context.sync();
  return read();
}

/**
 * Asks where marks of a run are, so that the next sync tells it together with whatever else is asked for.
 *
 * @returns reads the answer, once that sync is over
 */
export async function queueMarks(
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

/** Those of copied sheets too. @param except how names begin that stay */
async function deleteNames(context: ExcelContext, prefix: string, except?: string): Promise<void> {
  for (const item of await readNames(context, prefix)) {
    if (except === undefined || !begins(item.name, except)) item.delete();
  }
  await context.sync();
}

function begins(name: string, start: string): boolean {
  return name.toLowerCase().startsWith(start.toLowerCase());
}

/** @param run `null`: any run */
function startOf(run: string | null): string {
  return run === null ? PREFIX : nameOf(run, '');
}

function nameOf(run: string, mark: string): string {
  return `${PREFIX}${run}.${mark}`;
}
