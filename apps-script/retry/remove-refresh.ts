import { callsTrace, isLoading } from '../../shared/panel';
import { runSync } from '../../shared/formulas';
import type { Account } from '../../shared/ports';
import { findSaved } from '../../shared/runs';
import { readStoredAccount } from '../stored/account';
import { changeFormulas } from './change-formulas';
import { readMostCalls } from '../formulas/column-formulas';
import { DocumentStore } from '../stored/document-store';
import { findProblems, isProblem, type FormulaCell } from './find-problems';
import { readGridSheets } from '../grid-sheets';
import { CACHE } from '../formulas/host';
import { readPaying } from '../formulas/paying';
import { withoutRefresh } from './refresh-argument';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Cells = readonly FormulaCell[];

/** The argument as `refresh-argument.ts` writes it, for Google's search. */
const REFRESH = '"refresh=[0-9a-f]{8}"\\)';
/** Leaves time for the user's actual request. */
const NO_SHEET_AFTER_MS = 10_000;

/**
 * Removes the argument that a retry added from formulas that show a saved answer: Google recalculates them. Costs one
 * call if there is none.
 *
 * @returns from how many formulas
 */
export function removeRefresh(): number {
  // Without a key the answers of these formulas could turn into a problem.
  if (readStoredAccount() === null || !isAnyThere()) return 0;
  const { payer } = readPaying();
  if (payer.id === '') return 0;
  const untilMs = Date.now() + NO_SHEET_AFTER_MS;
  const shownText = new DocumentStore().read('TRACE_SHOWN');
  let removed = 0;
  for (const sheet of readGridSheets()) {
    const answered = Date.now() < untilMs ? findAnswered(sheet) : [];
    if (answered.length > 0) removed += removeFrom(sheet, savedOf(sheet, answered, payer, shownText));
  }
  return removed;
}

function isAnyThere(): boolean {
  const finder = SpreadsheetApp.getActive().createTextFinder(REFRESH);
  return finder.useRegularExpression(true).matchFormulaText(true).findNext() !== null;
}

/**
 * If Google immediately shows what the same call answered before the retry, the formula needs its argument, and keeps
 * it.
 */
function removeFrom(sheet: Sheet, answered: Cells): number {
  const { cells } = changeFormulas(sheet, answered, ({ formula }) => withoutRefresh(formula));
  if (cells.length === 0) return 0;
  const before = new Map(answered.map((cell) => [placeOf(cell), cell.formula]));
  const shown = findShown(sheet);
  const back = changeFormulas(
    sheet,
    cells.filter((cell) => shown.has(placeOf(cell))),
    (cell) => before.get(placeOf(cell))!,
  );
  return cells.length - back.cells.length;
}

/** The formulas with the argument that show an answer in all cells of their tables. */
function findAnswered(sheet: Sheet): Cells {
  const range = sheet.getDataRange();
  const formulas = range.getFormulas();
  const having = formulas.flatMap((line, row) =>
    line.flatMap((formula, column) =>
      callsTrace(formula) && withoutRefresh(formula) !== formula ? [{ row, column, formula }] : [],
    ),
  );
  if (having.length === 0) return [];
  const problems = new Set(findProblems(formulas, range.getValues(), isProblem).map(placeOf));
  return having.filter((cell) => !problems.has(placeOf(cell)));
}

/** The places of formulas that show a problem and are not being calculated. */
function findShown(sheet: Sheet): ReadonlySet<string> {
  const range = sheet.getDataRange();
  const values = range.getValues();
  const found = findProblems(range.getFormulas(), values, isProblem);
  return new Set(found.filter(({ row, column }) => !isLoading(String(values[row]![column]))).map(placeOf));
}

/** The cells whose answers are saved without the argument too. */
function savedOf(sheet: Sheet, cells: Cells, payer: Account, shownText: string): Cells {
  const bare = cells.map(({ formula }) => withoutRefresh(formula));
  const saved = runSync(findSaved(readMostCalls(sheet, bare), payer, shownText), CACHE);
  return cells.filter((_cell, index) => saved.has(bare[index]!));
}

function placeOf({ row, column }: FormulaCell): string {
  return `${row} ${column}`;
}
