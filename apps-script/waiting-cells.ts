import { findCutLists, mayReadLists, saysThatItWaits, type CutLists, type WaitingFormulas } from '../shared/panel';
import { runSync } from '../shared/formulas';
import type { Account } from '../shared/ports';
import { readKnownFormulas, type WrittenFormula } from './column-formulas';
import { findProblems, standsForProblem, type FormulaCell, type IsProblem } from './find-problems';
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
    isWaiting(value) || (isOwn && cut.has(formula)) || standsForProblem(value, isOwn, formula);
}

function isWaiting(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(PROBLEM_MARK) && saysThatItWaits(value);
}

/** The formulas of this spreadsheet that wait, or may. */
export function findWaiting(payer: Account): Waiting {
  const found = readGridSheets().map(findIn);
  const lists = found.flatMap((each) => each.lists);
  const cut = runSync(findCutLists(lists, payer), CACHE);
  return {
    cells: found.reduce((sum, { cells }) => sum + cells, 0),
    known: found.flatMap(({ known }) => known),
    unseen: found.flatMap(({ unseen }) => unseen),
    cut: cut.filter((each): each is CutLists => each !== null),
    cutFormulas: lists.filter((_list, index) => cut[index] !== null).map(({ formula }) => formula),
  };
}

function findIn(sheet: Sheet): Omit<Waiting, 'cut' | 'cutFormulas'> & { readonly lists: readonly WrittenFormula[] } {
  const range = sheet.getDataRange();
  const [formulas, values] = [range.getFormulas(), range.getValues()];
  const find = (matches: IsProblem): readonly FormulaCell[] => findProblems(formulas, values, matches);
  const known = (cells: readonly FormulaCell[]): readonly WrittenFormula[] =>
    cells.length === 0
      ? []
      : readKnownFormulas(
          sheet,
          cells.map(({ formula }) => formula),
        );
  const waiting = find(isWaiting);
  return {
    cells: waiting.length,
    known: known(waiting),
    unseen: known(find(standsForProblem)),
    lists: known(find((value, isOwn, formula) => isOwn && mayReadLists(formula) && !isWaiting(value))),
  };
}
