import { holderOf, RECORD_WIDTHS } from '../../shared/runs';
import type { RecordPort, RecordRow } from '../../shared/ports';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import type { ExcelRange } from '../excel-range';
import { readInChunks } from '../problems/halved-reads';
import { inPortions } from './in-portions';
import { onWorkbook, outsideUndo } from './on-workbook';

const NAME = 'Trace record';
/** The number of cells in a row of the record. */
const WIDTH = 5;
/** A request carries 5 MB, and a row has up to 30,000 characters, though most have about 100. */
const ROWS_AT_ONCE = 2_000;
const CHARACTERS_AT_ONCE = 1_000_000;
/** Texts stay texts, whatever they begin with. */
const TEXT = '@';

/** The record of the workbook's enrichment, on a sheet that stays hidden until {@link showRecord}. */
export const RECORD: RecordPort = {
  load: () => onWorkbook(readRecord),
  make: (rows, head) =>
    outsideUndo(async (context) => {
      if ((await findSheet(context)) !== null) return false;
      const sheet = context.workbook.worksheets.add(NAME);
      sheet.visibility = 'VeryHidden';
      await writeRows(context, sheet, 0, rows);
      sheet.getRangeByIndexes(0, 0, 1, 1).values = [[head]];
      await context.sync();
      return true;
    }),
  append: (holder, head, rows) =>
    outsideUndo(async (context) => {
      const readState = await queueHolder(context);
      await context.sync();
      const { sheet, rows: used } = readState();
      if (sheet === null || holderOf(readState().head) !== holder) return false;
      await writeRows(context, sheet, used, rows);
      sheet.getRangeByIndexes(0, 0, 1, 1).values = [[head]];
      await context.sync();
      return true;
    }),
  remove: (holder) =>
    outsideUndo(async (context) => {
      const readState = await queueHolder(context);
      await context.sync();
      const { sheet, head } = readState();
      if (sheet === null || (holder !== null && holderOf(head) !== holder)) return false;
      sheet.delete();
      await context.sync();
      return true;
    }),
};

/** Shows the record as a sheet among the others. @returns whether there is one */
export function showRecord(): Promise<boolean> {
  return onWorkbook(async (context) => {
    const sheet = await findSheet(context);
    if (sheet === null) return false;
    for (const [at, width] of RECORD_WIDTHS.entries()) sheet.getRangeByIndexes(0, at, 1, 1).format.columnWidth = width;
    sheet.visibility = 'Visible';
    sheet.activate();
    await context.sync();
    return true;
  });
}

interface RecordState {
  /** `null`: there is no record. */
  readonly sheet: ExcelWorksheet | null;
  readonly head: unknown;
  /** The number of its rows. */
  readonly rows: number;
}

/**
 * Requests the holder of the record with the next sync, so that everything in that call is read at one moment.
 *
 * @returns reads the answer after that sync
 */
export async function queueHolder(context: ExcelContext): Promise<() => RecordState> {
  const sheet = await findSheet(context);
  if (sheet === null) return () => ({ sheet, head: '', rows: 0 });
  const head = sheet.getRangeByIndexes(0, 0, 1, 1);
  head.load('values');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  return () => ({ sheet, head: head.values[0]?.[0], rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount });
}

async function findSheet(context: ExcelContext): Promise<ExcelWorksheet | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(NAME);
  sheet.load('id,name');
  await context.sync();
  return sheet.isNullObject ? null : sheet;
}

async function readRecord(context: ExcelContext): Promise<readonly RecordRow[] | null> {
  const readState = await queueHolder(context);
  await context.sync();
  const { sheet, rows: count } = readState();
  if (sheet === null) return null;
  const rows: RecordRow[] = [];
  await readInChunks(count, ROWS_AT_ONCE, async (start, some) => {
    const range: ExcelRange = sheet.getRangeByIndexes(start, 0, some, WIDTH);
    range.load('values');
    await context.sync();
    rows.push(...range.values.map((row) => row.map((cell) => String(cell ?? ''))));
  });
  return rows;
}

async function writeRows(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  first: number,
  rows: readonly RecordRow[],
): Promise<void> {
  let at = first;
  const charactersOf = (row: RecordRow): number => row.reduce((sum, { length }) => sum + length, 0);
  for (const some of inPortions(rows, charactersOf, { size: CHARACTERS_AT_ONCE, items: ROWS_AT_ONCE })) {
    const cells = some.map((row) => Array.from({ length: WIDTH }, (_cell, column) => row[column] ?? ''));
    const range = sheet.getRangeByIndexes(at, 0, cells.length, WIDTH);
    range.numberFormat = cells.map((row) => row.map(() => TEXT));
    range.values = cells;
    await context.sync();
    at += cells.length;
  }
}
