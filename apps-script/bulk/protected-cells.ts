import { isAmong, toBounds } from './read-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type IsProtected = (row: number, column: number) => boolean;

/**
 * Finds the cells of a sheet that the user may not edit. A protected sheet is closed except for its exceptions:
 * https://developers.google.com/apps-script/reference/spreadsheet/protection.
 *
 * @param from `anybody`: also cells that are closed to others only. The user may be the owner, who can edit
 * everything, while an editor may have written what is about to be restored
 */
export function findProtected(sheet: Sheet, from: 'user' | 'anybody' = 'user'): IsProtected {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  const closed = (
    type: GoogleAppsScript.Spreadsheet.ProtectionType,
  ): readonly GoogleAppsScript.Spreadsheet.Protection[] =>
    sheet.getProtections(type).filter((each) => (from === 'anybody' || !each.canEdit()) && !each.isWarningOnly());
  const areas = closed(RANGE).map((each) => toBounds(each.getRange()));
  const exceptions = closed(SHEET).map((each) => each.getUnprotectedRanges().map(toBounds));
  return (row, column) => isAmong(areas, row, column) || exceptions.some((open) => !isAmong(open, row, column));
}

/**
 * Finds the cells of an area that the user may not edit, for checks that are repeated often: each protection takes
 * several calls, and an editable area takes one in all.
 */
export function findProtectedIn(area: GoogleAppsScript.Spreadsheet.Range): IsProtected {
  return area.canEdit() ? () => false : findProtected(area.getSheet());
}
