import { holderOf, RECORD_WIDTHS, runOf } from '../../shared/runs';
import type { SentRecord, SentRecordAnswer } from '../messages/keep-messages';
import { trySheet } from '../try-sheet';
import { readLike, refuse } from './given';
import { growing, makeRoomFor, PIXELS_PER_POINT } from './trace-sheet';
import { underLock } from './under-lock';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The sheet with the record of the file's enrichment. */
const RECORD_SHEET = 'Trace record';
/** Cells in a row of the record. */
const WIDTH = 5;
/** About a megabyte in one message. */
const ROWS_AT_ONCE = 5_000;

const RECORD = {
  load: { what: '', from: 0 },
  make: { what: '', rows: [['']] },
  append: { what: '', holder: '', head: '', rows: [['']] },
  remove: { what: '', holder: { '?': '' } },
  show: { what: '' },
} as const;

const NOTHING: SentRecordAnswer = { isDone: false, rows: null, count: 0 };
const DONE: SentRecordAnswer = { isDone: true, rows: null, count: 0 };

/**
 * Reads and changes the record. Each change compares its holder in the same run of the script, under the file's lock.
 */
export function changeRecord(given: unknown): SentRecordAnswer {
  const asked = readAsked(given);
  if (asked.what === 'load') return load(asked.from);
  if (asked.what === 'show') return show();
  return underLock(() => trySheet(() => change(asked)));
}

/** Whether this page holds the record; false if there is no record. */
export function isHeldBy(holder: string): boolean {
  return isOf(findRecord(), holder);
}

/** Adds rows if this page holds the record, under the lock that the caller has. @returns whether it does */
export function appendRecord(holder: string, head: string, rows: readonly (readonly string[])[]): boolean {
  const sheet = findRecord();
  if (sheet === null || !isOf(sheet, holder)) return false;
  write(sheet, sheet.getLastRow(), rows);
  write(sheet, 0, [[head]]);
  return true;
}

function isOf(sheet: Sheet | null, holder: string): boolean {
  return sheet !== null && holderOf(sheet.getRange(1, 1).getValue()) === holder;
}

/** @returns the record's enrichment; `null`: there is no record, or it is damaged */
export function removeRecord(): string | null {
  const sheet = findRecord();
  if (sheet === null) return null;
  return trySheet(() => {
    const run = runOf(sheet.getRange(1, 1).getValue());
    SpreadsheetApp.getActive().deleteSheet(sheet);
    return run;
  });
}

function change(asked: Exclude<SentRecord, { readonly what: 'load' | 'show' }>): SentRecordAnswer {
  if (asked.what === 'append') return appendRecord(asked.holder, asked.head, asked.rows) ? DONE : NOTHING;
  const sheet = findRecord();
  const isBlank = sheet?.getLastRow() === 0;
  if (asked.what === 'make') {
    if (sheet !== null && !isBlank) return NOTHING;
    // An interrupted run of the script has left it.
    if (sheet !== null) SpreadsheetApp.getActive().deleteSheet(sheet);
    write(addRecord(), 0, asked.rows);
    return DONE;
  }
  if (sheet === null || isBlank || (asked.holder !== null && !isOf(sheet, asked.holder))) return NOTHING;
  SpreadsheetApp.getActive().deleteSheet(sheet);
  return DONE;
}

function load(from: number): SentRecordAnswer {
  const sheet = findRecord();
  if (sheet === null) return NOTHING;
  const count = sheet.getLastRow();
  if (count === 0) return NOTHING;
  const some = Math.min(ROWS_AT_ONCE, count - from);
  const rows = some <= 0 ? [] : sheet.getRange(from + 1, 1, some, WIDTH).getValues();
  return { isDone: true, rows: rows.map((row) => row.map(String)), count };
}

function show(): SentRecordAnswer {
  const sheet = findRecord();
  if (sheet === null) return NOTHING;
  for (const [at, width] of RECORD_WIDTHS.entries()) sheet.setColumnWidth(at + 1, Math.round(width * PIXELS_PER_POINT));
  sheet.showSheet();
  sheet.activate();
  return DONE;
}

function write(sheet: Sheet, first: number, rows: readonly (readonly string[])[]): void {
  if (rows.length === 0) return;
  makeRoomFor(sheet, first + rows.length, WIDTH);
  const width = rows[0]!.length === 1 && rows.length === 1 ? 1 : WIDTH;
  const cells = rows.map((row) => Array.from({ length: width }, (_cell, column) => row[column] ?? ''));
  sheet
    .getRange(first + 1, 1, rows.length, width)
    .setNumberFormat('@')
    .setValues(cells);
  SpreadsheetApp.flush();
}

/**
 * The record sheet is blank or exactly as wide as Trace makes it, so that a user's own sheet of this name is never
 * taken for it. It is never protected: otherwise an editor could give the owner's protected sheet this name to have
 * it deleted.
 */
function findRecord(): Sheet | null {
  const sheet = SpreadsheetApp.getActive().getSheetByName(RECORD_SHEET);
  if (sheet === null || (sheet.getMaxColumns() !== WIDTH && sheet.getLastRow() > 0)) return null;
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  return [RANGE, SHEET].every((type) => sheet.getProtections(type).length === 0) ? sheet : null;
}

/** Google switches to a new sheet, so the previous one is shown again. */
function addRecord(): Sheet {
  const spreadsheet = SpreadsheetApp.getActive();
  const shown = spreadsheet.getActiveSheet();
  const sheet = growing(26_000, () => spreadsheet.insertSheet(RECORD_SHEET, spreadsheet.getSheets().length));
  shown.activate();
  sheet.hideSheet();
  sheet.deleteColumns(WIDTH + 1, sheet.getMaxColumns() - WIDTH);
  return sheet;
}

function readAsked(given: unknown): SentRecord {
  const what = (given as { readonly what?: unknown } | null)?.what;
  const isKnown = typeof what === 'string' && Object.keys(RECORD).includes(what);
  const asked = isKnown ? (readLike(given, RECORD[what as keyof typeof RECORD]) as SentRecord) : refuse();
  if (asked.what === 'make') requireTexts(asked.rows);
  if (asked.what === 'append') requireTexts([[asked.head], ...asked.rows]);
  return asked;
}

/**
 * The panel quotes text that begins with `=`, which Google would turn into a formula even in a cell with a text
 * format.
 */
export function requireTexts(rows: readonly (readonly string[])[]): void {
  if (rows.some((row) => row.some((cell) => cell.startsWith('=')))) refuse();
}
