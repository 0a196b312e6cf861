import { stretchesOf } from '../../shared/runs';
import { TraceError } from '../../shared/formulas';
import { TRACE_SHEET } from '../grid-sheets';
import { trySheet } from '../try-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A text, and its place among the others. */
interface SentSlot {
  readonly slot: number;
  readonly text: string;
}

/** A hidden sheet for texts too long for properties: one in each cell of its only column, below its note. */
interface TextSheet {
  readonly name: string;
  readonly note: string;
}

export const FROZEN_TEXTS: TextSheet = {
  name: `${TRACE_SHEET} frozen`,
  note: 'Trace keeps frozen formulas here, so that Thaw can bring them back. Without this sheet it cannot.',
};
/** https://support.google.com/drive/answer/37603 */
const MOST_CELLS = 10_000_000;

/** @param first the slot in the row below the note */
export function readTexts(first: number, texts: TextSheet): readonly SentSlot[] {
  const sheet = findTraceSheet(texts);
  const rows = (sheet?.getLastRow() ?? 1) - 1;
  if (sheet === undefined || rows < 1) return [];
  const values = sheet.getRange(2, 1, rows, 1).getValues();
  return values.map(([text], row) => ({ slot: row + first, text: String(text) }));
}

/** Writes the slots from `first` on, each into its row. Throws `sheetFull`, `sheetRefused`. */
export function writeTexts(slots: readonly SentSlot[], first: number, texts: TextSheet): void {
  const sorted = slots.filter(({ slot }) => slot >= first).sort((one, other) => one.slot - other.slot);
  if (sorted.length === 0) return;
  trySheet(() => {
    const sheet = findTraceSheet(texts) ?? addTraceSheet(texts);
    const rows = sorted.map(({ slot }) => slot - first + 2);
    const missing = rows[rows.length - 1]! - sheet.getMaxRows();
    if (missing > 0) growing(missing, () => sheet.insertRowsAfter(sheet.getMaxRows(), missing));
    for (const { row, rows: count, at } of stretchesOf(rows)) {
      sheet.getRange(row, 1, count, 1).setValues(sorted.slice(at, at + count).map(({ text }) => [text]));
    }
    SpreadsheetApp.flush();
  });
}

export function removeTraceSheet(texts: TextSheet): void {
  const sheet = findTraceSheet(texts);
  if (sheet !== undefined) trySheet(() => SpreadsheetApp.getActive().deleteSheet(sheet));
}

/** Adds cells. Throws `sheetFull` where the spreadsheet cannot have more. */
export function growing<T>(cells: number, grow: () => T): T {
  try {
    return grow();
  } catch (thrown) {
    const sheets = SpreadsheetApp.getActive().getSheets();
    const all = sheets.reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
    if (all + cells > MOST_CELLS) throw new TraceError('sheetFull', {});
    throw thrown;
  }
}

/** Users may have a sheet with that name, or have unhidden ours. */
function findTraceSheet(texts: TextSheet): Sheet | undefined {
  return SpreadsheetApp.getActive()
    .getSheets()
    .find((sheet) => isTraceSheet(sheet, texts));
}

/**
 * Ours is never protected: otherwise an editor could give the owner's protected sheet this name and note to have it
 * deleted.
 */
function isTraceSheet(sheet: Sheet, { name, note }: TextSheet): boolean {
  if (!sheet.getName().startsWith(name) || sheet.getRange(1, 1).getValue() !== note) return false;
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  return [RANGE, SHEET].every((type) => sheet.getProtections(type).length === 0);
}

/** Google shows a new sheet, so the previous one is shown again. */
function addTraceSheet({ name: wanted, note }: TextSheet): Sheet {
  const spreadsheet = SpreadsheetApp.getActive();
  const shown = spreadsheet.getActiveSheet();
  const names = spreadsheet.getSheets().map((sheet) => sheet.getName());
  let name = wanted;
  for (let number = 2; names.includes(name); number += 1) name = `${wanted} ${number}`;
  const sheet = growing(26_000, () => spreadsheet.insertSheet(name, names.length));
  // First its distinguishing mark, wherever this is interrupted.
  sheet.getRange(1, 1).setValue(note);
  shown.activate();
  sheet.hideSheet();
  sheet.deleteColumns(2, sheet.getMaxColumns() - 1);
  return sheet;
}
