type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How hidden sheets of earlier versions begin. */
const TRACE_SHEET = '_trace';

/**
 * The sheets with people's cells. A sheet with a single chart, or with BigQuery data, has none and refuses to be read
 * (https://developers.google.com/apps-script/reference/spreadsheet/sheet-type).
 */
export function readGridSheets(): readonly Sheet[] {
  return SpreadsheetApp.getActive().getSheets().filter(hasCells);
}

/** One of these sheets, without asking for all others, which a large file has many of. `null`: there is none. */
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
