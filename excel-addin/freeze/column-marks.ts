import { isMark, type FoundColumn } from '../../shared/freeze';
import { addHiddenNames, queueColumns, findHiddenNames } from '../bulk/hidden-names';
import { onWorkbook } from '../bulk/on-workbook';

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
    const names = await findHiddenNames(context, PREFIX);
    const items = names.flatMap((item) => {
      const of = item.name.slice(PREFIX.length).toLowerCase();
      return isMark(of) ? [{ of: { mark: of, isCopy: item.scope === 'Worksheet' }, item }] : [];
    });
    const read = queueColumns(items);
    await context.sync();
    return read().map(({ of, ...place }) => ({ ...of, ...place }));
  });
}

export function markFrozenColumns(marks: readonly FoundColumn[]): Promise<void> {
  return onWorkbook((context) => {
    const { worksheets } = context.workbook;
    const cells = marks.map(({ mark, sheet, column }) => ({
      ...{ name: `${PREFIX}${mark}`, sheet: worksheets.getItem(sheet) },
      ...{ first: 0, column, count: ROWS },
    }));
    return addHiddenNames(context, cells);
  });
}

export function removeFrozenMarks(): Promise<void> {
  return onWorkbook(async (context) => {
    for (const item of await findHiddenNames(context, PREFIX)) item.delete();
    await context.sync();
  });
}
