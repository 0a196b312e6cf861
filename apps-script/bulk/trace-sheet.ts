import { TraceError } from '../../shared/formulas';

/** https://support.google.com/drive/answer/37603 */
const MOST_CELLS = 10_000_000;

/** For column widths: Google counts pixels, Excel points. */
export const PIXELS_PER_POINT = 4 / 3;

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Adds empty rows and columns at the end of a sheet that has fewer. Throws `sheetFull`. */
export function makeRoomFor(sheet: Sheet, rows: number, columns: number): void {
  const [hasRows, hasColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const cells = Math.max(rows, hasRows) * Math.max(columns, hasColumns) - hasRows * hasColumns;
  if (cells === 0) return;
  growing(cells, () => {
    if (rows > hasRows) sheet.insertRowsAfter(hasRows, rows - hasRows);
    if (columns > hasColumns) {
      sheet.insertColumnsAfter(hasColumns, columns - hasColumns);
      // Google gives new columns the formats of their neighbor.
      sheet
        .getRange(1, hasColumns + 1, sheet.getMaxRows(), columns - hasColumns)
        .clearFormat()
        .clearDataValidations();
    }
    SpreadsheetApp.flush();
  });
}

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
