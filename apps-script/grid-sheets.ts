type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The hidden sheet that `bulk/trace-sheet.ts` makes where it needs one. */
export const TRACE_SHEET = '_trace';

/**
 * The sheets that have cells of people's. One that holds a single chart, or data of BigQuery, has none and refuses to be
 * asked for them (https://developers.google.com/apps-script/reference/spreadsheet/sheet-type).
 */
export function readGridSheets(): readonly Sheet[] {
  return SpreadsheetApp.getActive()
    .getSheets()
    .filter((sheet) => sheet.getType() === SpreadsheetApp.SheetType.GRID && !isTraceSheet(sheet));
}

function isTraceSheet(sheet: Sheet): boolean {
  return sheet.getName().startsWith(TRACE_SHEET) && sheet.isSheetHidden();
}
