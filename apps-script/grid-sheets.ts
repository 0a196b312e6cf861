type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The start of the names of hidden sheets of earlier versions. */
const TRACE_SHEET = '_trace';

/**
 * The sheets with users' cells. A sheet with a single chart, or with BigQuery data, has none and refuses to be read
 * (https://developers.google.com/apps-script/reference/spreadsheet/sheet-type).
 */
export function readGridSheets(): readonly Sheet[] {
  return SpreadsheetApp.getActive().getSheets().filter(hasCells);
}

/** One of these sheets, without reading all others, of which a large file has many. `null`: there is none. */
export function findGridSheet(id: unknown): Sheet | null {
  const sheet = /^\d+$/.test(String(id)) ? SpreadsheetApp.getActive().getSheetById(Number(id)) : null;
  return sheet !== null && hasCells(sheet) ? sheet : null;
}

function hasCells(sheet: Sheet): boolean {
  return sheet.getType() === SpreadsheetApp.SheetType.GRID && !isTraceSheet(sheet);
}

function isTraceSheet(sheet: Sheet): boolean {
  return sheet.getName().startsWith(TRACE_SHEET) && sheet.isSheetHidden();
}
