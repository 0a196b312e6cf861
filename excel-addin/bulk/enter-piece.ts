import type { ExcelContext, ExcelWorksheet } from '../excel-api';
import type { Piece } from './piece';
import { queuePiece } from './write-pieces';

/** In characters, of which each is three bytes at most: Excel on the web carries 5 MB. */
const MOST_AT_ONCE = 1_500_000;

/** Enters rows into cells that are blank, in as many requests as it takes. What is queued goes with the first. */
export async function enterPiece(
  context: ExcelContext,
  sheet: ExcelWorksheet,
  { row, column, entries }: Piece,
): Promise<void> {
  let start = 0;
  let size = 0;
  const enter = async (end: number): Promise<void> => {
    context.workbook.application.suspendApiCalculationUntilNextSync();
    queuePiece(sheet, { row: row + start, column, entries: entries.slice(start, end) });
    await context.sync();
    [start, size] = [end, 0];
  };
  for (const [at, cells] of entries.entries()) {
    const own = JSON.stringify(cells).length;
    if (at > start && size + own > MOST_AT_ONCE) await enter(at);
    size += own;
  }
  if (start < entries.length) await enter(entries.length);
}
