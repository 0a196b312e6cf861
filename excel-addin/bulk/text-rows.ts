import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { readInChunks } from '../problems/halved-reads';
import { inPortions } from './in-portions';

/** A request carries 5 MB, and a cell has up to 30,000 characters, though most have about 100. */
const AT_ONCE = { size: 1_000_000, items: 2_000 };
/** Texts stay texts, whatever they begin with. */
const TEXT = '@';

type TextRow = readonly string[];

/** Reads rows of a sheet of texts. Rows count from 0. */
export async function readTextRows(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  { first, count, width }: { readonly first: number; readonly count: number; readonly width: number },
): Promise<readonly TextRow[]> {
  const rows: TextRow[] = [];
  await readInChunks(count, AT_ONCE.items, async (start, some) => {
    const range = sheet.getRangeByIndexes(first + start, 0, some, width);
    range.load('values');
    await context.sync();
    rows.push(...range.values.map((row) => row.map((cell) => String(cell ?? ''))));
  });
  return rows;
}

/** Writes rows of texts, all of the same width. @param first from 0 */
export async function writeTextRows(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  first: number,
  rows: readonly TextRow[],
): Promise<void> {
  const charactersOf = (row: TextRow): number => row.reduce((sum, { length }) => sum + length, 0);
  let at = first;
  for (const some of inPortions(rows, charactersOf, AT_ONCE)) {
    const range = sheet.getRangeByIndexes(at, 0, some.length, some[0]!.length);
    range.numberFormat = some.map((row) => row.map(() => TEXT));
    range.values = some.map((row) => [...row]);
    await context.sync();
    at += some.length;
  }
}
