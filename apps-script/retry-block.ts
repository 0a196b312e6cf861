import { isLoading, withSemicolons } from '../shared/panel';
import { toColumnRuns, type ColumnRun } from './column-runs';
import { problemIn, type FormulaCell } from './find-problems';
import { toPlaceholder, toPlaceholderEnding } from './placeholder';
import { withRefresh, withoutRefresh } from './refresh-argument';
import { restoreOwn } from './restore-formulas';
import { JOURNAL_BYTES, journalBytes, keepDone, removeJournal, writeJournal, type JournalEntry } from './retry-journal';
import { trySheet } from './try-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Takes formulas out of their cells and enters them again. They are in the journal before they leave their cells, and
 * placeholders keep their places, so none is lost wherever this is interrupted. Google cannot write a cell only if it
 * is unchanged, so cells are compared right before they are written, and searched elsewhere afterwards.
 *
 * @returns how many, without those that were just edited or are too long for the journal. Throws `sheetRefused`
 */
export function retryBlock(sheet: Sheet, block: readonly FormulaCell[]): number {
  const runs = toColumnRuns(block);
  const formulas = runs.flatMap((run) =>
    rangeOf(sheet, run)
      .getFormulasR1C1()
      .map(([formula]) => formula ?? ''),
  );
  const retry = Utilities.getUuid().replace(/-/g, '').slice(0, 8);
  const entry: JournalEntry = { retry, startedAtMs: Date.now(), formulas };
  if (journalBytes(entry) > JOURNAL_BYTES) return retryHalves(sheet, block);
  writeJournal(entry);
  try {
    return trySheet(() => {
      const count = takeOut(sheet, runs, retry);
      changeWhereKnown(sheet, enterAgain(sheet, runs, retry), retry);
      return count;
    });
  } finally {
    if (isAnyOut(retry)) restoreOwn(entry);
    keepDone(entry);
    removeJournal(entry);
  }
}

function retryHalves(sheet: Sheet, block: readonly FormulaCell[]): number {
  if (block.length === 1) return 0;
  const middle = Math.ceil(block.length / 2);
  return retryBlock(sheet, block.slice(0, middle)) + retryBlock(sheet, block.slice(middle));
}

function isUnchanged(sheet: Sheet, run: ColumnRun): boolean {
  return rangeOf(sheet, run)
    .getFormulas()
    .every(([formula], index) => withSemicolons(formula!) === withSemicolons(run.formulas[index]!));
}

function takeOut(sheet: Sheet, runs: readonly ColumnRun[], retry: string): number {
  let count = 0;
  for (const [run, placeholders] of withPlaceholders(runs, retry)) {
    if (!isUnchanged(sheet, run)) continue;
    rangeOf(sheet, run).setValues(placeholders.map((placeholder) => [placeholder]));
    count += placeholders.length;
  }
  SpreadsheetApp.flush();
  return count;
}

/**
 * Another person may have moved rows meanwhile: what is not in its place is left for {@link restoreOwn}.
 *
 * @returns what is entered
 */
function enterAgain(sheet: Sheet, runs: readonly ColumnRun[], retry: string): readonly ColumnRun[] {
  const entered: ColumnRun[] = [];
  for (const [run, placeholders] of withPlaceholders(runs, retry)) {
    const range = rangeOf(sheet, run);
    const isInPlace = range.getValues().every(([value], place) => value === placeholders[place]);
    if (!isInPlace) continue;
    range.setFormulas(run.formulas.map((formula) => [formula]));
    entered.push(run);
  }
  SpreadsheetApp.flush();
  return entered;
}

/**
 * Google does not say whether it calculates a formula again that it knows. A value that stands at once is no new one: an
 * argument is added then, and taken away. Where even that brings a problem back at once, it stays.
 */
function changeWhereKnown(sheet: Sheet, entered: readonly ColumnRun[], retry: string): void {
  const change = (formula: string): string => withRefresh(withoutRefresh(formula), retry);
  const known = find(sheet, entered, (value) => value !== '' && !isLoading(String(value)));
  const back = enter(sheet, enter(sheet, known, change), withoutRefresh);
  enter(
    sheet,
    find(sheet, back, (value) => problemIn(value, true) !== null),
    change,
  );
}

/** The cells that show something. */
function find(sheet: Sheet, runs: readonly ColumnRun[], shows: (value: unknown) => boolean): readonly ColumnRun[] {
  return toColumnRuns(
    runs.flatMap((run) =>
      rangeOf(sheet, run)
        .getValues()
        .flatMap(([value], at) =>
          shows(value) ? [{ row: run.row + at, column: run.column, formula: run.formulas[at]! }] : [],
        ),
    ),
  );
}

/** Enters other formulas where the old ones still stand. */
function enter(sheet: Sheet, runs: readonly ColumnRun[], change: (formula: string) => string): readonly ColumnRun[] {
  if (runs.length === 0) return runs;
  const changed = runs
    .filter((run) => isUnchanged(sheet, run))
    .map((run) => ({ ...run, formulas: run.formulas.map(change) }));
  for (const run of changed) rangeOf(sheet, run).setFormulas(run.formulas.map((formula) => [formula]));
  SpreadsheetApp.flush();
  return changed;
}

/** Wherever it is now: https://developers.google.com/apps-script/reference/spreadsheet/text-finder. */
function isAnyOut(retry: string): boolean {
  return SpreadsheetApp.getActive().createTextFinder(toPlaceholderEnding(retry)).findNext() !== null;
}

/** Each range, with what its cells hold meanwhile. */
function* withPlaceholders(
  runs: readonly ColumnRun[],
  retry: string,
): Generator<readonly [ColumnRun, readonly string[]]> {
  let index = 0;
  for (const run of runs) yield [run, run.formulas.map(() => toPlaceholder({ retry, index: index++ }))];
}

function rangeOf(sheet: Sheet, { row, column, formulas }: ColumnRun): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(row, column, formulas.length, 1);
}
