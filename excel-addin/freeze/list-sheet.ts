import { LIST_NAME, LIST_TITLES } from '../../shared/freeze';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { readInParts } from '../halved-reads';
import { readCellsOf } from './read-cells';

type Lines = readonly (readonly string[])[];

const WIDTH = LIST_TITLES.length;
const LINES_AT_ONCE = 2_000;
/** Texts stay texts, whatever they begin with. */
const TEXT = '@';

/** The lines below the titles, as texts; `null`: there is no list. */
export async function readList(context: ExcelContext): Promise<Lines | null> {
  const sheet = await findList(context);
  if (sheet === null) return null;
  const lines = (await countLines(context, sheet)) - 1;
  if (lines < 1) return [];
  const { values } = await readCellsOf(context, sheet, { row: 1, column: 0, rows: lines, columns: WIDTH });
  return values.map((line) => line.map(String));
}

export async function appendList(context: ExcelContext, lines: Lines): Promise<void> {
  const sheet = (await findList(context)) ?? (await addList(context));
  await write(context, sheet, await countLines(context, sheet), lines);
}

/** The new lines first, and then the rest is cleared: no formula is ever listed nowhere. */
export async function replaceList(context: ExcelContext, lines: Lines): Promise<void> {
  const sheet = (await findList(context)) ?? (await addList(context));
  const left = (await countLines(context, sheet)) - 1 - lines.length;
  await write(context, sheet, 1, lines);
  await write(
    context,
    sheet,
    1 + lines.length,
    Array.from({ length: Math.max(0, left) }, () => LIST_TITLES.map(() => '')),
  );
}

export async function removeList(context: ExcelContext): Promise<void> {
  (await findList(context))?.delete();
  await context.sync();
}

async function countLines(context: ExcelContext, sheet: ExcelWorksheet): Promise<number> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  await context.sync();
  return used.isNullObject ? 0 : used.rowIndex + used.rowCount;
}

async function write(context: ExcelContext, sheet: ExcelWorksheet, first: number, lines: Lines): Promise<void> {
  await readInParts(lines.length, LINES_AT_ONCE, async (start, count) => {
    const some = lines.slice(start, start + count);
    const range = sheet.getRangeByIndexes(first + start, 0, count, WIDTH);
    range.numberFormat = some.map((line) => line.map(() => TEXT));
    range.values = some.map((line) => [...line]);
    await context.sync();
  });
}

/** People may have another sheet of that name. */
async function findList(context: ExcelContext): Promise<ExcelWorksheet | null> {
  const named = (await readNamed(context)).map((sheet) => {
    const titles = sheet.getRangeByIndexes(0, 0, 1, WIDTH);
    titles.load('values');
    return { sheet, titles };
  });
  await context.sync();
  return named.find(({ titles }) => titles.values[0]!.join() === LIST_TITLES.join())?.sheet ?? null;
}

async function readNamed(context: ExcelContext): Promise<readonly ExcelWorksheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  return worksheets.items.filter(({ name }) => name.startsWith(LIST_NAME));
}

async function addList(context: ExcelContext): Promise<ExcelWorksheet> {
  const names = (await readNamed(context)).map(({ name }) => name);
  let name = LIST_NAME;
  for (let number = 2; names.includes(name); number += 1) name = `${LIST_NAME} ${number}`;
  const sheet = context.workbook.worksheets.add(name);
  await write(context, sheet, 0, [LIST_TITLES]);
  return sheet;
}
