import { isAmong, toBounds } from './read-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Tells which cells of a sheet its user may not edit. A protected sheet is closed but for its
 * exceptions: https://developers.google.com/apps-script/reference/spreadsheet/protection.
 *
 * @param from `anybody`: also what is closed to others only. Its user may be its owner, who can edit everything, and an
 * editor may have written what is about to be put there
 */
export function findProtected(
  sheet: Sheet,
  from: 'user' | 'anybody' = 'user',
): (row: number, column: number) => boolean {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  const closed = (
    type: GoogleAppsScript.Spreadsheet.ProtectionType,
  ): readonly GoogleAppsScript.Spreadsheet.Protection[] =>
    sheet.getProtections(type).filter((each) => !each.isWarningOnly() && (from === 'anybody' || !each.canEdit()));
  const areas = closed(RANGE).map((each) => toBounds(each.getRange()));
  const exceptions = closed(SHEET).map((each) => each.getUnprotectedRanges().map(toBounds));
  return (row, column) => isAmong(areas, row, column) || exceptions.some((open) => !isAmong(open, row, column));
}
