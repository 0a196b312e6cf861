import type { SheetInfo } from '../../shared/ports';

export function toInfo(sheet: GoogleAppsScript.Spreadsheet.Sheet): SheetInfo {
  return {
    id: String(sheet.getSheetId()),
    name: sheet.getName(),
    rows: sheet.getLastRow(),
    columns: sheet.getLastColumn(),
  };
}
