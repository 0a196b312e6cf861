import { isMarkName, isRunName } from '../../shared/runs';
import { TraceError } from '../../shared/formulas';
import { columnName } from '../../shared/freeze';
import type { FoundMark } from '../../shared/ports';
import { findGridSheet } from '../grid-sheets';
import { trySheet } from '../try-sheet';
import type { BulkMessages } from '../messages/bulk-messages';
import { MARKS } from '../messages/cell-messages';
import { readLike, refuse } from './given';
import { toInfo } from './sheet-info';
import { makeRoomFor } from './trace-sheet';
import { underLock } from './under-lock';

type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;

/** The metadata's value is the enrichment and the name of the mark. */
const KEY = 'trace.column';

/**
 * Finds and changes the column marks of enrichments, stored as developer metadata that only this project sees.
 *
 * @param what `find`, `put` or `remove`
 * @param run `''`: all enrichments, for `remove`
 * @param marked the marks to put
 * @returns where the enrichment's marks are now, and the sheet of those that were put
 */
export function changeAnchors(what: unknown, run: unknown, marked: unknown): BulkMessages['bulkAnchors']['value'] {
  if (typeof run !== 'string' || !(isRunName(run) || (run === '' && what === 'remove'))) refuse();
  if (what === 'find') return trySheet(() => ({ info: null, marks: findMarks(run) }));
  return underLock(() =>
    trySheet(() => {
      removeMarks(run);
      const sheet = what === 'put' ? putMarks(run, marked) : null;
      SpreadsheetApp.flush();
      return sheet === null ? { info: null, marks: [] } : { info: toInfo(sheet), marks: findMarks(run) };
    }),
  );
}

/** Leaves out metadata without a location, or not on a column. */
export function findMarks(run: string): readonly FoundMark[] {
  return ownMetadata(run).flatMap((metadata) => {
    const column = metadata.getLocation().getColumn();
    const name = nameOf(metadata);
    if (column === null || !isMarkName(name)) return [];
    return [{ name, sheet: String(column.getSheet().getSheetId()), column: column.getColumn() - 1 }];
  });
}

/** @param run `''`: all enrichments */
export function removeMarks(run: string): void {
  for (const metadata of ownMetadata(run)) metadata.remove();
}

/** Google accepts metadata only for whole columns, given by their letters. Throws `sheetFull`. */
function putMarks(run: string, given: unknown): GoogleAppsScript.Spreadsheet.Sheet {
  const marked = readLike(given, MARKS);
  if (!marked.marks.every(({ name }) => isMarkName(name))) refuse();
  const sheet = findGridSheet(marked.sheet);
  if (sheet === null) throw new TraceError('sheetGone', {});
  makeRoomFor(sheet, 0, Math.max(...marked.marks.map(({ column }) => column)) + 1);
  for (const { name, column } of marked.marks) {
    const letters = columnName(column);
    sheet
      .getRange(`${letters}:${letters}`)
      .addDeveloperMetadata(KEY, `${run} ${name}`, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
  }
  return sheet;
}

function ownMetadata(run: string): readonly Metadata[] {
  const found = SpreadsheetApp.getActive()
    .createDeveloperMetadataFinder()
    .withKey(KEY)
    .withVisibility(SpreadsheetApp.DeveloperMetadataVisibility.PROJECT)
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.COLUMN)
    .find();
  return run === '' ? found : found.filter((metadata) => isOf(run, metadata));
}

function isOf(run: string, metadata: Metadata): boolean {
  return metadata.getValue()?.startsWith(`${run} `) === true;
}

function nameOf(metadata: Metadata): string {
  return metadata.getValue()?.split(' ')[1] ?? '';
}
