import type { ExcelContext } from '../../excel-api';
import { inCellForm } from './cell-form';
import type { Piece } from './piece';
import { queuePiece } from './queue-piece';

/** In characters of at most three bytes: Excel on the web carries 5 MB. */
const MOST_AT_ONCE = 1_500_000;
/** What is sent to Excel for a cell besides its value: its type and format. */
const BESIDES = 48;

/**
 * Enters rows into blank cells, in as many requests as needed. Anything already queued is sent with the first.
 *
 * @param sheet its id or its name
 */
export async function enterPiece(context: ExcelContext, sheet: string, { row, column, entries }: Piece): Promise<void> {
  let start = 0;
  let size = 0;
  const enter = async (end: number): Promise<void> => {
    const chunk = { row: row + start, column, entries: entries.slice(start, end) };
    const { worksheets } = context.workbook;
    await inCellForm(context, (form) => [queuePiece(worksheets.getItem(sheet), chunk, form)]);
    [start, size] = [end, 0];
  };
  for (const [at, cells] of entries.entries()) {
    const own = JSON.stringify(cells.map((entry) => entry?.value)).length + cells.length * BESIDES;
    if (at > start && size + own > MOST_AT_ONCE) await enter(at);
    size += own;
  }
  if (start < entries.length) await enter(entries.length);
}
