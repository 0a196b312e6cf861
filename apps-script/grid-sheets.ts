/**
 * The sheets that have cells. One that holds a single chart, or data of BigQuery, has none and refuses to be asked for them
 * (https://developers.google.com/apps-script/reference/spreadsheet/sheet-type).
 */
export function readGridSheets(): readonly GoogleAppsScript.Spreadsheet.Sheet[] {
  return SpreadsheetApp.getActive()
    .getSheets()
    .filter((sheet) => sheet.getType() === SpreadsheetApp.SheetType.GRID);
}
