import { inFileStore, inUserStore } from '../try-store';
import { trySheet } from '../try-sheet';

/** Document properties of earlier versions: records of enrichments, who held the file, and formulas under a retry. */
const PROPERTY = /^TRACE_(RUN(_\d)?|LEASE|RETRY_[0-9a-f]{8}_\d|RETRIED)$/;
/** The user's last enrichment of each file, in earlier versions. */
const USER_PROPERTY = 'TRACE_RUNS';
/** A hidden sheet of theirs, by its first cell. */
const NOTE = 'Trace saves enrichments here so that you can resume or undo them. It deletes the sheet afterwards.';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Whether the file or the user's properties hold a record of an earlier version, which nothing reads any more. */
export function hasEarlierStores(): boolean {
  const inFile = inFileStore((properties) => properties.getKeys().some((name) => PROPERTY.test(name)));
  return (
    inFile || inUserStore((properties) => properties.getProperty(USER_PROPERTY)) !== null || findSheets().length > 0
  );
}

export function removeEarlierStores(): void {
  inFileStore((properties) => {
    for (const name of properties.getKeys()) if (PROPERTY.test(name)) properties.deleteProperty(name);
  });
  inUserStore((properties) => properties.deleteProperty(USER_PROPERTY));
  trySheet(() => {
    for (const sheet of findSheets()) SpreadsheetApp.getActive().deleteSheet(sheet);
  });
}

/** None is protected: otherwise an editor could give the owner's protected sheet this note to have it deleted. */
function findSheets(): readonly Sheet[] {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  return SpreadsheetApp.getActive()
    .getSheets()
    .filter(
      (sheet) =>
        sheet.getName().startsWith('_trace') &&
        sheet.getRange(1, 1).getValue() === NOTE &&
        [RANGE, SHEET].every((type) => sheet.getProtections(type).length === 0),
    );
}
