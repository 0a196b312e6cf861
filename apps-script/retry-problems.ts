import { TraceError } from '../shared/index';
import type { PageMessages } from '../shared/sidebar/protocol';
import { toColumnRuns, type ColumnRun } from './column-runs';
import { findProblems, type FormulaCell } from './find-problems';
import { toPlaceholder } from './placeholder';
import { restoreFormulas } from './restore-formulas';
import { JOURNAL_BYTES, journalBytes, removeJournal, writeJournal, type JournalEntry } from './retry-journal';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Outcome = PageMessages['retryProblems']['value'];

/** Few enough that a block is out of its cells for a moment only. */
const CELLS_PER_BLOCK = 200;
/** Google runs 30 functions of one user at once (https://developers.google.com/apps-script/guides/services/quotas). */
const CELLS_PER_RETRY = 1_000;
/** Leaves the sidebar, which waits, time to hear of it. */
const NO_BLOCK_AFTER_MS = 20_000;

/**
 * Enters again the Trace formulas that show a problem, in their own cell or in a cell of their table, and touches no
 * other cell. Sheets calculates a function again only when its formula is edited
 * (https://developers.google.com/apps-script/guides/sheets/functions), so each is taken out for a moment. It is in the
 * journal before it leaves its cell, and a placeholder keeps its place, so that nothing is lost wherever this ends.
 *
 * @returns how many, and how many are left for another time. Throws `sheetRefused`
 */
export function retryProblems(): Outcome {
  const startMs = Date.now();
  let cells = restoreFormulas();
  let left = 0;
  for (const sheet of SpreadsheetApp.getActive().getSheets()) {
    for (const block of inBlocks(findIn(sheet))) {
      const isInTime = Date.now() - startMs < NO_BLOCK_AFTER_MS && cells + block.length <= CELLS_PER_RETRY;
      const entered = isInTime ? retryBlock(sheet, block) : 0;
      cells += entered;
      left += block.length - entered;
    }
  }
  return { cells, left };
}

function findIn(sheet: Sheet): readonly FormulaCell[] {
  const range = sheet.getDataRange();
  const formulas = range.getFormulas();
  return formulas.every((row) => row.every((formula) => formula === ''))
    ? []
    : findProblems(formulas, range.getValues());
}

function* inBlocks(cells: readonly FormulaCell[]): Generator<readonly FormulaCell[]> {
  for (let start = 0; start < cells.length; start += CELLS_PER_BLOCK) yield cells.slice(start, start + CELLS_PER_BLOCK);
}

/** How many were entered again; none where they are too long to be kept meanwhile, or have just been edited. */
function retryBlock(sheet: Sheet, block: readonly FormulaCell[]): number {
  const runs = toColumnRuns(block).filter((run) => isUnchanged(sheet, run));
  const formulas = runs.flatMap((run) =>
    rangeOf(sheet, run)
      .getFormulasR1C1()
      .map(([formula]) => formula ?? ''),
  );
  const retry = Utilities.getUuid().replace(/-/g, '').slice(0, 8);
  const entry: JournalEntry = { retry, startedAtMs: Date.now(), formulas };
  if (formulas.length === 0 || journalBytes(entry) > JOURNAL_BYTES) return 0;
  writeJournal(entry);
  try {
    takeOut(sheet, runs, retry);
    if (!enterAgain(sheet, runs, retry)) restoreFormulas();
  } catch (thrown) {
    restoreFormulas();
    removeJournal(entry);
    throw new TraceError('sheetRefused', { message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
  removeJournal(entry);
  return formulas.length;
}

function isUnchanged(sheet: Sheet, run: ColumnRun): boolean {
  return rangeOf(sheet, run)
    .getFormulas()
    .every(([formula], index) => formula === run.formulas[index]);
}

function takeOut(sheet: Sheet, runs: readonly ColumnRun[], retry: string): void {
  let index = 0;
  for (const run of runs) {
    rangeOf(sheet, run).setValues(run.formulas.map(() => [toPlaceholder({ retry, index: index++ })]));
  }
  SpreadsheetApp.flush();
}

/** Whether every placeholder was still where it was put; another person may have moved rows meanwhile. */
function enterAgain(sheet: Sheet, runs: readonly ColumnRun[], retry: string): boolean {
  let areAllInPlace = true;
  let index = 0;
  for (const run of runs) {
    const range = rangeOf(sheet, run);
    const expected = run.formulas.map(() => toPlaceholder({ retry, index: index++ }));
    const isInPlace = range.getValues().every(([value], place) => value === expected[place]);
    if (isInPlace) range.setFormulas(run.formulas.map((formula) => [formula]));
    else areAllInPlace = false;
  }
  SpreadsheetApp.flush();
  return areAllInPlace;
}

function rangeOf(sheet: Sheet, { row, column, formulas }: ColumnRun): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(row, column, formulas.length, 1);
}
