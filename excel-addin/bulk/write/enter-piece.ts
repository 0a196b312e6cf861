import type { ExcelContext } from '../../excel-api';
import { inPortions } from '../in-portions';
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
  let at = row;
  for (const some of inPortions(entries, sizeOf, { size: MOST_AT_ONCE, items: Infinity })) {
    const chunk = { row: at, column, entries: some };
    await inCellForm(context, (form) => [queuePiece(context.workbook.worksheets.getItem(sheet), chunk, form)]);
    at += some.length;
  }
}

function sizeOf(cells: Piece['entries'][number]): number {
  return JSON.stringify(cells.map((entry) => entry?.value)).length + cells.length * BESIDES;
}
