import { isAmong, toBounds } from './read-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Which cells of a sheet the user may not edit. A protected sheet is closed except for its exceptions:
 * https://developers.google.com/apps-script/reference/spreadsheet/protection.
 *
 * @param from `anybody`: also cells closed to others only. The user may be the owner, who can edit everything, while an
 * editor may have written what is about to be restored
 */
export function findProtected(
  sheet: Sheet,
  from: 'user' | 'anybody' = 'user',
): (row: number, column: number) => boolean {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  const closed = (
    type: GoogleAppsScript.Spreadsheet.ProtectionType,
  ): readonly GoogleAppsScript.Spreadsheet.Protection[] =>
    sheet.getProtections(type).filter((each) => (from === 'anybody' || !each.canEdit()) && !each.isWarningOnly());
  const areas = closed(RANGE).map((each) => toBounds(each.getRange()));
  const exceptions = closed(SHEET).map((each) => each.getUnprotectedRanges().map(toBounds));
  return (row, column) => isAmong(areas, row, column) || exceptions.some((open) => !isAmong(open, row, column));
}
