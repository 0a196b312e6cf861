import { ROWS } from '../messages/sheet-messages';
import { trySheet } from '../try-sheet';
import { readLike, refuse } from './given';
import { growing } from './trace-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Inserts whole rows, so that what users have written beside earlier ones stays there. */
export function insertBelowTitles(given: unknown): string | null {
  const { title, titles, rows, formats } = readLike(given, ROWS);
  const width = titles.length;
  if (!rows.every((row) => row.length === width)) refuse();
  return trySheet(() => {
    const sheet = findSheet(title, titles);
    if (sheet === null) return null;
    if (rows.length > 0) {
      growing(rows.length * sheet.getMaxColumns(), () => sheet.insertRowsAfter(1, rows.length));
      // Google gives new rows the looks of the titles.
      sheet.getRange(2, 1, rows.length, sheet.getMaxColumns()).clearFormat();
      for (const { column, format } of formats) {
        sheet.getRange(2, column + 1, rows.length, 1).setNumberFormat(format);
      }
      sheet.getRange(2, 1, rows.length, width).setValues(rows.map((row) => [...row]));
    }
    sheet.activate();
    SpreadsheetApp.flush();
    return sheet.getName();
  });
}

/** Users may have a sheet of that name, or have changed the titles of ours. */
function findSheet(title: string, titles: readonly string[]): Sheet | null {
  const isOurs = (sheet: Sheet): boolean =>
    sheet.getName().startsWith(title) &&
    sheet.getMaxColumns() >= titles.length &&
    sheet.getRange(1, 1, 1, titles.length).getValues()[0]!.join('\n') === titles.join('\n');
  return SpreadsheetApp.getActive().getSheets().find(isOurs) ?? null;
}
