import { holderOf, RECORD_WIDTHS } from '../../shared/runs';
import type { RecordPort, RecordRow } from '../../shared/ports';
import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import { onWorkbook, outsideUndo } from './on-workbook';
import { readTextRows, writeTextRows } from './text-rows';

const NAME = 'Trace record';
/** The number of cells in a row of the record. */
const WIDTH = 5;

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
  return sheet === null ? null : readTextRows(context, sheet, { first: 0, count, width: WIDTH });
}

function writeRows(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  first: number,
  rows: readonly RecordRow[],
): Promise<void> {
  const whole = rows.map((row) => Array.from({ length: WIDTH }, (_cell, column) => row[column] ?? ''));
  return writeTextRows(context, sheet, first, whole);
}
