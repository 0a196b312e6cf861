import { TRACE_SHEET } from '../grid-sheets';
import { trySheet } from '../try-sheet';
import { removeList } from './list-sheet';

/** Of an earlier version: its hidden sheet, and its marks of columns. */
const EARLIER_SHEET = `${TRACE_SHEET} frozen`;
const EARLIER_MARK = 'trace.frozen';

/** Removes the list of frozen formulas, and what an earlier version kept of them. The cells keep their values. */
export function removeLists(): void {
  trySheet(() => {
    removeList();
    const spreadsheet = SpreadsheetApp.getActive();
    const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
    for (const sheet of spreadsheet.getSheets()) {
      const isEarlier = sheet.getName() === EARLIER_SHEET && sheet.isSheetHidden();
      const isOpen = (): boolean => [RANGE, SHEET].every((type) => sheet.getProtections(type).length === 0);
      if (isEarlier && isOpen()) spreadsheet.deleteSheet(sheet);
    }
    const { PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility;
    const marks = spreadsheet.createDeveloperMetadataFinder().withKey(EARLIER_MARK).withVisibility(PROJECT).find();
    for (const mark of marks) mark.remove();
  });
}
