import { callsOnlyTrace } from '../shared/panel';
import { findProtected } from './bulk/protected-cells';
import { DocumentLock } from './document-lock';
import { readGridSheets } from './grid-sheets';
import { OUT_TEXT, readPlaceholder } from './placeholder';
import { enterFormulas, type Wanted } from './enter-formulas';
import { isOwn, readJournal, removeJournal, type JournalEntry } from './retry-journal';
import { trySheet } from './try-sheet';

/** Longer than Google lets a script run: whatever began earlier has ended. */
const NO_LONGER_RUNNING_AFTER_MS = 10 * 60_000;
/** A formula may fetch longer. The next user who opens the sidebar then restores what is out. */
const LOCK_WAIT_MS = 5_000;

/**
 * Restores formulas that a retry took out and could not enter again, wherever their placeholders are now. Anyone who
 * may edit the file can have written the journal, so only calls of Trace come back, or what this very user took out, into
 * unprotected cells, once no retry can be under way. What does not come back stays in the journal for its user. Costs one call where nothing was retried for days,
 * and two where nothing is out.
 *
 * @returns how many. Throws `sheetRefused`; the journal is kept then
 */
export function restoreFormulas(): number {
  const entries = endedOf(readJournal());
  if (entries.length === 0 || (entries.every(({ isDone }) => isDone === true) && !isAnyOut())) return 0;
  const lock = new DocumentLock();
  if (!lock.hold(LOCK_WAIT_MS)) return 0;
  try {
    return restore(entries);
  } finally {
    lock.release();
  }
}

/** Wherever it is: https://developers.google.com/apps-script/reference/spreadsheet/text-finder. */
function isAnyOut(): boolean {
  return SpreadsheetApp.getActive().createTextFinder(OUT_TEXT).findNext() !== null;
}

/** Call it under the document's lock. */
export function restoreUnderLock(): number {
  return restore(endedOf(readJournal()));
}

/** A start in the future was not written by a retry. */
function endedOf(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const endedBeforeMs = Date.now() - NO_LONGER_RUNNING_AFTER_MS;
  return entries.filter(({ startedAtMs, isDone }) => isDone === true || startedAtMs < endedBeforeMs);
}

function restore(entries: readonly JournalEntry[]): number {
  if (entries.length === 0) return 0;
  const known = new Map(entries.map((entry) => [entry.retry, { ...entry, isOwn: isOwn(entry) }]));
  const left = new Set<string>();
  const restored = trySheet(() => {
    let count = 0;
    for (const sheet of readGridSheets()) {
      let isProtected: ReturnType<typeof findProtected> | null = null;
      const wantedAt = (value: unknown, row: number, column: number): Wanted | null => {
        const awaited = readPlaceholder(value);
        const entry = awaited && known.get(awaited.retry);
        const formula = (awaited && entry?.formulas[awaited.index]) ?? '';
        if (awaited === null || formula === '') return null;
        isProtected ??= findProtected(sheet, 'anybody');
        const isSafe = entry?.isOwn === true || callsOnlyTrace(formula);
        if (isSafe && !isProtected(row, column)) return { row, column, formula };
        left.add(awaited.retry);
        return null;
      };
      count += enterFormulas(sheet, wantedAt);
    }
    SpreadsheetApp.flush();
    return count;
  });
  for (const entry of entries) if (entry.isDone !== true && !left.has(entry.retry)) removeJournal(entry);
  return restored;
}

/** Restores what this very run took out, which it still knows. Throws `sheetRefused`. */
export function restoreOwn({ retry, formulas }: JournalEntry): void {
  trySheet(() => {
    for (const sheet of readGridSheets()) {
      enterFormulas(sheet, (value, row, column) => {
        const awaited = readPlaceholder(value);
        const formula = awaited?.retry === retry ? formulas[awaited.index] : undefined;
        return formula === undefined ? null : { row, column, formula };
      });
    }
    SpreadsheetApp.flush();
  });
}
