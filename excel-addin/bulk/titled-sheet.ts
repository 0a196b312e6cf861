import type { ExcelContext, ExcelWorksheet } from '../excel-api';

/**
 * A sheet that Trace added, by the start of its name and its titles. Users may have another one of that name, or have
 * changed the titles of ours.
 */
export async function findTitledSheet(
  context: ExcelContext,
  title: string,
  titles: readonly string[],
): Promise<ExcelWorksheet | null> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const named = worksheets.items.filter(({ name }) => name.startsWith(title));
  const firsts = named.map((sheet) => sheet.getRangeByIndexes(0, 0, 1, titles.length));
  for (const first of firsts) first.load('values');
  await context.sync();
  const at = firsts.findIndex(({ values }) => values[0]?.map(String).join('\n') === titles.join('\n'));
  return named[at] ?? null;
}
