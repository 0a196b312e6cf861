import { LIST_NAME, LIST_TITLES, LIST_WIDTHS, nextListName, type Lines } from '../../shared/freeze';
import { stretchesOf } from '../../shared/runs';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { readTextRows, writeTextRows } from '../bulk/text-rows';
import { findTitledSheet } from '../bulk/titled-sheet';

const WIDTH = LIST_TITLES.length;

/** The lines below the titles, as texts; `null`: there is no list. */
export async function readList(context: ExcelContext): Promise<Lines | null> {
  const sheet = await findList(context);
  return sheet === null ? null : readLines(context, sheet);
}

export async function appendList(context: ExcelContext, lines: Lines): Promise<void> {
  const sheet = (await findList(context)) ?? (await addList(context));
  await writeTextRows(context, sheet, 1 + (await countLines(context, sheet)), lines);
}

export async function clearLines(context: ExcelContext, lines: Lines): Promise<void> {
  const sheet = await findList(context);
  if (sheet === null) return;
  const cleared = new Set(lines.map((line) => line.join('\n')));
  const rows = (await readLines(context, sheet)).flatMap((line, at) => (cleared.has(line.join('\n')) ? [at + 1] : []));
  for (const { row, rows: count } of stretchesOf(rows)) {
    const blank = Array.from({ length: count }, () => LIST_TITLES.map(() => ''));
    await writeTextRows(context, sheet, row, blank);
  }
}

export async function removeList(context: ExcelContext): Promise<void> {
  (await findList(context))?.delete();
  await context.sync();
}

async function countLines(context: ExcelContext, sheet: ExcelWorksheet): Promise<number> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  await context.sync();
  return used.isNullObject ? 0 : used.rowIndex + used.rowCount - 1;
}

async function readLines(context: ExcelContext, sheet: ExcelWorksheet): Promise<Lines> {
  return readTextRows(context, sheet, { first: 1, count: await countLines(context, sheet), width: WIDTH });
}

function findList(context: ExcelContext): Promise<ExcelWorksheet | null> {
  return findTitledSheet(context, LIST_NAME, LIST_TITLES);
}

async function addList(context: ExcelContext): Promise<ExcelWorksheet> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const sheet = worksheets.add(nextListName(worksheets.items.map(({ name }) => name)));
  await writeTextRows(context, sheet, 0, [LIST_TITLES]);
  for (const [at, width] of LIST_WIDTHS.entries()) {
    const { format } = sheet.getRangeByIndexes(0, at, 1, 1);
    format.font.bold = true;
    format.columnWidth = width;
  }
  await context.sync();
  return sheet;
}
