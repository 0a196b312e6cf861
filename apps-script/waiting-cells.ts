import type { WaitingFormulas } from '../shared/panel';
import { readKnownFormulas } from './column-formulas';
import { findProblems, standsForProblem, type FormulaCell, type IsProblem } from './find-problems';
import { readGridSheets } from './grid-sheets';
import { PROBLEM_MARK } from './problem-mark';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How the sentences end that wait for a person: `waitsForConsent`, `dailyLimitReached`, `notFetchedYet`. */
const WAITING = /press Fetch waiting in the Trace panel/i;

/** Also where the formula shows something else instead, which may stand for other problems. */
export const mayWait: IsProblem = (value, isOwn, formula) =>
  isWaiting(value) || standsForProblem(value, isOwn, formula);

function isWaiting(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(PROBLEM_MARK) && WAITING.test(value);
}

/** The formulas of this spreadsheet that wait, or may. */
export function findWaiting(): WaitingFormulas {
  const found = readGridSheets().map(findIn);
  return {
    cells: found.reduce((sum, { cells }) => sum + cells, 0),
    known: found.flatMap(({ known }) => known),
    unseen: found.flatMap(({ unseen }) => unseen),
  };
}

function findIn(sheet: Sheet): WaitingFormulas {
  const range = sheet.getDataRange();
  const [formulas, values] = [range.getFormulas(), range.getValues()];
  const known = (cells: readonly FormulaCell[]): WaitingFormulas['known'] =>
    cells.length === 0
      ? []
      : readKnownFormulas(
          sheet,
          cells.map(({ formula }) => formula),
        );
  const waiting = findProblems(formulas, values, isWaiting);
  return {
    cells: waiting.length,
    known: known(waiting),
    unseen: known(findProblems(formulas, values, standsForProblem)),
  };
}
