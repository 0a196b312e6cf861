import { TraceError } from '../../shared/formulas';

/** https://support.google.com/drive/answer/37603 */
const MOST_CELLS = 10_000_000;

/** For column widths: Google counts pixels, Excel points. */
export const PIXELS_PER_POINT = 4 / 3;

/** Adds cells. Throws `sheetFull` if the spreadsheet cannot have more. */
export function growing<T>(cells: number, grow: () => T): T {
  try {
    return grow();
  } catch (thrown) {
    const sheets = SpreadsheetApp.getActive().getSheets();
    const all = sheets.reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
    if (all + cells > MOST_CELLS) throw new TraceError('sheetFull', {});
    throw thrown;
  }
}
