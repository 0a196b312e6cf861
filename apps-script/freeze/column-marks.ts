import { columnName, isMark, type FoundColumn } from '../../shared/freeze';
import { findGridSheet } from '../grid-sheets';

type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

/** Its value is the mark. Those of runs are apart from these (`bulk/anchors.ts`): they go when the run is over. */
const KEY = 'trace.frozen';

/** The marks of columns with frozen formulas and of those that these refer to, as metadata that only this project sees. */
export function findFrozenColumns(): readonly FoundColumn[] {
  return ownMetadata().flatMap((metadata) => {
    const column = metadata.getLocation().getColumn();
    const mark = metadata.getValue();
    if (column === null || !isMark(mark)) return [];
    return [{ mark, sheet: String(column.getSheet().getSheetId()), column: column.getColumn() - 1 }];
  });
}

/** Google accepts metadata for whole columns only, given by their letters. */
export function markFrozenColumns(marks: readonly FoundColumn[]): void {
  const { PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility;
  for (const { mark, sheet, column } of marks) {
    const letters = columnName(column);
    findGridSheet(sheet)?.getRange(`${letters}:${letters}`).addDeveloperMetadata(KEY, mark, PROJECT);
  }
}

export function removeFrozenMarks(): void {
  for (const metadata of ownMetadata()) metadata.remove();
}

function ownMetadata(): readonly Metadata[] {
  return SpreadsheetApp.getActive()
    .createDeveloperMetadataFinder()
    .withKey(KEY)
    .withVisibility(SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN)
    .find();
}
