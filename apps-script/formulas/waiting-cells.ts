import { mayReadLists, problemIn, saysThatItWaits } from '../../shared/panel';
import {
  gatherWaiting,
  toRecalculated,
  type CountedFormulas,
  type Waiting,
  type WaitingFormulas,
} from '../../shared/runs';
import { PROBLEM_PREFIX, runSync } from '../../shared/formulas';
import type { Account } from '../../shared/ports';
import { readKnownFormulas, readMostCalls } from './column-formulas';
import { findProblems, isProblem, standsForProblem, type IsProblem } from '../retry/find-problems';
import { readGridSheets } from '../grid-sheets';
import { CACHE } from './host';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Includes cells whose formula shows another text instead, which may replace other problems. */
export function mayWait({ cutFormulas }: Waiting): IsProblem {
  return (value, isOwn, formula) =>
    isWaiting(value, isOwn) || (isOwn && cutFormulas.has(formula)) || standsForProblem(value, isOwn, formula);
}

function isWaiting(value: unknown, isOwn: boolean): boolean {
  const problem = problemIn(value, isOwn);
  return problem !== null && saysThatItWaits(problem.slice(PROBLEM_PREFIX.length));
}

function mayBeCut(value: unknown, isOwn: boolean, formula: string): boolean {
  return isOwn && mayReadLists(formula) && !isWaiting(value, isOwn);
}

/** The formulas of this spreadsheet that wait or may wait. */
export function findWaiting(payer: Account): Waiting {
  const sheets = readGridSheets().map((sheet) => {
    const find = finderIn(sheet);
    const rows = new Map<string, Set<number>>();
    const countRows: IsProblem = (value, isOwn, formula, { row }) => {
      if (!isWaiting(value, isOwn)) return false;
      rows.set(formula, (rows.get(formula) ?? new Set()).add(row));
      return true;
    };
    return {
      ...readCalls(sheet, find(countRows)),
      rows: new Map([...rows].map(([formula, each]) => [formula, each.size])),
      unseen: readKnownFormulas(sheet, find(standsForProblem)),
      lists: readKnownFormulas(sheet, find(mayBeCut)),
    };
  });
  return runSync(gatherWaiting(sheets, payer), CACHE);
}

/** The formulas that a retry of all problems enters again. */
export function findRetried(): WaitingFormulas {
  return toRecalculated(readGridSheets().map((sheet) => readCalls(sheet, finderIn(sheet)(isProblem))));
}

/** Finds the formulas whose table shows a match. */
function finderIn(sheet: Sheet): (matches: IsProblem) => readonly string[] {
  const range = sheet.getDataRange();
  const [formulas, values] = [range.getFormulas(), range.getValues()];
  return (matches) => findProblems(formulas, values, matches).map(({ formula }) => formula);
}

/** Formulas of a sheet, with every call that they may make. */
function readCalls(sheet: Sheet, formulas: readonly string[]): CountedFormulas {
  return { formulas, ...readMostCalls(sheet, formulas) };
}
