import { isLoading, withSemicolons } from '../shared/panel';
import { toFormulaStretches, type FormulaStretch } from './formula-stretches';
import { findProblems, type FormulaCell, type IsProblem } from './find-problems';
import { toPlaceholder, toPlaceholderEnding } from './placeholder';
import { withRefresh, withoutRefresh } from './refresh-argument';
import { restoreOwn } from './restore-formulas';
import { keepDone, shareOf, writeJournal, type JournalEntry } from './retry-journal';
import { trySheet } from './try-sheet';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How many formulas were entered, and how many of them keep an argument more. */
export type Entered = readonly [cells: number, refreshed: number];

/**
 * Takes formulas out of their cells and enters them again. They are in the journal before they leave their cells, and
 * placeholders keep their places, so none is lost wherever this is interrupted. Google cannot write a cell only if it
 * is unchanged, so cells are compared right before they are written, and searched elsewhere afterwards.
 *
 * @param matches the problems that the formulas show
 * @param own the retries that this run has begun; this one is added
 * @returns how many, without those that were just edited or for which the journal has no room. Throws `sheetRefused`
 */
export function retryBlock(sheet: Sheet, block: readonly FormulaCell[], matches: IsProblem, own: string[]): Entered {
  const stretches = toFormulaStretches(block);
  const formulas = stretches.flatMap((stretch) =>
    rangeOf(sheet, stretch)
      .getFormulasR1C1()
      .map(([formula]) => formula ?? ''),
  );
  const { fit, rest } = shareOf(formulas, own);
  if (fit < formulas.length) {
    const cells = stretches.flatMap(toCells);
    const parts = [cells.slice(0, fit), cells.slice(rest)].filter(({ length }) => length > 0);
    return parts.map((part) => retryBlock(sheet, part, matches, own)).reduce(add, [0, 0]);
  }
  const retry = Utilities.getUuid().replace(/-/g, '').slice(0, 8);
  const entry: JournalEntry = { retry, startedAtMs: Date.now(), formulas };
  writeJournal(entry, own);
  own.push(retry);
  try {
    return trySheet(() => {
      const count = takeOut(sheet, stretches, retry);
      return [count, changeWhereKnown(sheet, enterAgain(sheet, stretches, retry), retry, matches)];
    });
  } finally {
    if (isAnyOut(retry)) restoreOwn(entry);
    keepDone(entry);
  }
}

function add([cells, refreshed]: Entered, [more, others]: Entered): Entered {
  return [cells + more, refreshed + others];
}

function toCells({ row, column, formulas }: FormulaStretch): readonly FormulaCell[] {
  return formulas.map((formula, at) => ({ row: row + at, column, formula }));
}

function isUnchanged(sheet: Sheet, stretch: FormulaStretch): boolean {
  return rangeOf(sheet, stretch)
    .getFormulas()
    .every(([formula], index) => withSemicolons(formula!) === withSemicolons(stretch.formulas[index]!));
}

function takeOut(sheet: Sheet, stretches: readonly FormulaStretch[], retry: string): number {
  let count = 0;
  for (const [stretch, placeholders] of withPlaceholders(stretches, retry)) {
    if (!isUnchanged(sheet, stretch)) continue;
    rangeOf(sheet, stretch).setValues(placeholders.map((placeholder) => [placeholder]));
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
function enterAgain(sheet: Sheet, stretches: readonly FormulaStretch[], retry: string): readonly FormulaStretch[] {
  const entered: FormulaStretch[] = [];
  for (const [stretch, placeholders] of withPlaceholders(stretches, retry)) {
    const range = rangeOf(sheet, stretch);
    const isInPlace = range.getValues().every(([value], place) => value === placeholders[place]);
    if (!isInPlace) continue;
    range.setFormulas(stretch.formulas.map((formula) => [formula]));
    entered.push(stretch);
  }
  SpreadsheetApp.flush();
  return entered;
}

/**
 * Google does not say whether it calculates a formula again that it knows. A value that stands at once is no new one: an
 * argument is added then, and taken away. Where even that brings a problem back at once, it stays.
 *
 * @returns where it stays
 */
function changeWhereKnown(sheet: Sheet, entered: readonly FormulaStretch[], retry: string, matches: IsProblem): number {
  const change = (formula: string): string => withRefresh(withoutRefresh(formula), retry);
  const known = pick(entered, (stretch) => {
    const values = rangeOf(sheet, stretch).getValues();
    return (at) => !isLoading(String(values[at]![0]));
  });
  const back = enter(sheet, enter(sheet, known, change), withoutRefresh);
  const shown = back.length === 0 ? new Set() : findShown(sheet, matches);
  const still = pick(
    back,
    ({ row, column }) =>
      (at) =>
        shown.has(`${row + at} ${column}`),
  );
  return enter(sheet, still, change).reduce((sum, { formulas }) => sum + formulas.length, 0);
}

/** The formulas that show a problem, anywhere in their table, and are not being calculated. */
function findShown(sheet: Sheet, matches: IsProblem): ReadonlySet<string> {
  const range = sheet.getDataRange();
  const values = range.getValues();
  const found = findProblems(range.getFormulas(), values, matches);
  return new Set(
    found.flatMap(({ row, column }) => (isLoading(String(values[row - 1]![column - 1])) ? [] : [`${row} ${column}`])),
  );
}

function pick(
  stretches: readonly FormulaStretch[],
  toFilter: (stretch: FormulaStretch) => (at: number) => boolean,
): readonly FormulaStretch[] {
  return toFormulaStretches(
    stretches.flatMap((stretch) => {
      const isPicked = toFilter(stretch);
      return toCells(stretch).filter((_cell, at) => isPicked(at));
    }),
  );
}

/** Enters other formulas where the old ones still stand. */
function enter(
  sheet: Sheet,
  stretches: readonly FormulaStretch[],
  change: (formula: string) => string,
): readonly FormulaStretch[] {
  if (stretches.length === 0) return stretches;
  const changed = stretches
    .filter((stretch) => isUnchanged(sheet, stretch))
    .map((stretch) => ({ ...stretch, formulas: stretch.formulas.map(change) }));
  for (const stretch of changed) rangeOf(sheet, stretch).setFormulas(stretch.formulas.map((formula) => [formula]));
  SpreadsheetApp.flush();
  return changed;
}

/** Wherever it is now: https://developers.google.com/apps-script/reference/spreadsheet/text-finder. */
function isAnyOut(retry: string): boolean {
  return SpreadsheetApp.getActive().createTextFinder(toPlaceholderEnding(retry)).findNext() !== null;
}

/** Each range, with what its cells hold meanwhile. */
function* withPlaceholders(
  stretches: readonly FormulaStretch[],
  retry: string,
): Generator<readonly [FormulaStretch, readonly string[]]> {
  let index = 0;
  for (const stretch of stretches)
    yield [stretch, stretch.formulas.map(() => toPlaceholder({ retry, index: index++ }))];
}

function rangeOf(sheet: Sheet, { row, column, formulas }: FormulaStretch): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(row, column, formulas.length, 1);
}
