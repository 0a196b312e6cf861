import type { ExcelContext } from '../excel-api';
import { inCellForm } from './cell-form';
import type { Piece } from './piece';
import { queuePiece } from './queue-piece';

/** In characters, of which each is three bytes at most: Excel on the web carries 5 MB. */
const MOST_AT_ONCE = 1_500_000;
/** What Excel is told of a cell besides its value: its kind, and its format. */
const BESIDES = 48;

/**
 * Enters rows into cells that are blank, in as many requests as it takes. What is queued goes with the first.
 *
 * @param sheet its id or its name
 */
export async function enterPiece(context: ExcelContext, sheet: string, { row, column, entries }: Piece): Promise<void> {
  let start = 0;
  let size = 0;
  const enter = async (end: number): Promise<void> => {
    const part = { row: row + start, column, entries: entries.slice(start, end) };
    const { worksheets } = context.workbook;
    await inCellForm(context, (form) => [queuePiece(worksheets.getItem(sheet), part, form)]);
    [start, size] = [end, 0];
  };
  for (const [at, cells] of entries.entries()) {
    const own = JSON.stringify(cells.map((entry) => entry?.value)).length + cells.length * BESIDES;
    if (at > start && size + own > MOST_AT_ONCE) await enter(at);
    size += own;
  }
  if (start < entries.length) await enter(entries.length);
}
