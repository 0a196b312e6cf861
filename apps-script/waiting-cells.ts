import { mayReadLists, saysThatItWaits } from '../shared/panel';
import { findCutLists, type CutLists, type WaitingFormulas, type WrittenFormula } from '../shared/runs';
import { runSync } from '../shared/formulas';
import type { Account } from '../shared/ports';
import { readKnownFormulas, readMostCalls } from './column-formulas';
import { findProblems, problemIn, standsForProblem, type FormulaCell, type IsProblem } from './find-problems';
import { readGridSheets } from './grid-sheets';
import { CACHE } from './host';
import { PROBLEM_MARK } from './problem-mark';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Formulas that wait, and those of them that show a part of a list. */
interface Waiting extends WaitingFormulas {
  readonly cutFormulas: readonly string[];
}

/** Also where the formula shows something else instead, which may stand for other problems. */
export function mayWait({ cutFormulas }: Waiting): IsProblem {
  const cut = new Set(cutFormulas);
  return (value, isOwn, formula) =>
    isWaiting(value, isOwn) || (isOwn && cut.has(formula)) || standsForProblem(value, isOwn, formula);
}

function isWaiting(value: unknown, isOwn: boolean): boolean {
  const problem = problemIn(value, isOwn);
  return problem !== null && saysThatItWaits(problem.slice(PROBLEM_MARK.length));
}

/** The formulas of this spreadsheet that wait, or may. */
export function findWaiting(payer: Account): Waiting {
  const found = readGridSheets().map(findIn);
  const lists = found.flatMap((each) => each.lists);
  const cut = runSync(findCutLists(lists, payer), CACHE);
  return {
    ...sumOf(found),
    unseen: found.flatMap(({ unseen }) => unseen),
    cut: cut.filter((each): each is CutLists => each !== null),
    cutFormulas: lists.filter((_list, index) => cut[index] !== null).map(({ formula }) => formula),
  };
}

/** The formulas that a retry of all problems enters again. */
export function findRetried(): WaitingFormulas {
  const found = readGridSheets().map((sheet) => {
    const range = sheet.getDataRange();
    return readCalls(sheet, findProblems(range.getFormulas(), range.getValues()));
  });
  return { ...sumOf(found), unseen: [], cut: [] };
}

type Calls = Pick<Waiting, 'cells' | 'known' | 'unread'>;

function sumOf(found: readonly Calls[]): Calls {
  return {
    cells: found.reduce((sum, { cells }) => sum + cells, 0),
    known: found.flatMap(({ known }) => known),
    unread: found.reduce((sum, { unread }) => sum + unread, 0),
  };
}

function findIn(sheet: Sheet): Omit<Waiting, 'cut' | 'cutFormulas'> & { readonly lists: readonly WrittenFormula[] } {
  const range = sheet.getDataRange();
  const [formulas, values] = [range.getFormulas(), range.getValues()];
  const find = (matches: IsProblem): readonly FormulaCell[] => findProblems(formulas, values, matches);
  const known = (matches: IsProblem): readonly WrittenFormula[] =>
    readKnownFormulas(
      sheet,
      find(matches).map(({ formula }) => formula),
    );
  return {
    ...readCalls(sheet, find(isWaiting)),
    unseen: known(standsForProblem),
    lists: known((value, isOwn, formula) => isOwn && mayReadLists(formula) && !isWaiting(value, isOwn)),
  };
}

function readCalls(sheet: Sheet, cells: readonly FormulaCell[]): Calls {
  const formulas = cells.map(({ formula }) => formula);
  const { known, whole } = readMostCalls(sheet, formulas);
  return { cells: cells.length, known, unread: formulas.filter((formula) => !whole.has(formula)).length };
}
