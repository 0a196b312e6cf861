import { inFileStore, inUserStore } from '../stored/google-stores';
import { trySheet } from '../try-sheet';

/**
 * Document properties of earlier versions: records of enrichments, who held the file, and formulas that were being
 * retried.
 */
const PROPERTY = /^TRACE_(RUN(_\d)?|LEASE|RETRY_[0-9a-f]{8}_\d|RETRIED)$/;
/** A user property of earlier versions: the user's last enrichment of each file. */
const USER_PROPERTY = 'TRACE_RUNS';
/** First cells of hidden sheets of earlier versions. */
const NOTES: readonly unknown[] = [
  'Trace saves enrichments here so that you can resume or undo them. It deletes the sheet afterwards.',
  'Trace keeps frozen formulas here, so that Thaw can bring them back. Without this sheet it cannot.',
];
/** The developer metadata that earlier versions put on columns with frozen formulas. */
const FROZEN_MARK = 'trace.frozen';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Whether the file or the user's properties contain data of an earlier version, which is no longer read. */
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
    const spreadsheet = SpreadsheetApp.getActive();
    for (const sheet of findSheets()) spreadsheet.deleteSheet(sheet);
    const { PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility;
    const marks = spreadsheet.createDeveloperMetadataFinder().withKey(FROZEN_MARK).withVisibility(PROJECT).find();
    for (const mark of marks) mark.remove();
  });
}

/**
 * Excludes protected sheets: otherwise an editor could put this note into the owner's protected sheet to have it
 * deleted.
 */
function findSheets(): readonly Sheet[] {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  return SpreadsheetApp.getActive()
    .getSheets()
    .filter(
      (sheet) =>
        sheet.getName().startsWith('_trace') &&
        NOTES.includes(sheet.getRange(1, 1).getValue()) &&
        [RANGE, SHEET].every((type) => sheet.getProtections(type).length === 0),
    );
}
