import { lookupsOf, priceOf, type Account, type KnownFormula, type SpendBook } from '../shared/index';
import type { WaitingStatus } from '../shared/panel/protocol';
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

/** What waits in this spreadsheet, and what it costs at most: each company once, and nothing for those paid for. */
export function findWaiting(payer: Account, book: SpendBook, nowMs: number): WaitingStatus {
  let cells = 0;
  let credits = 0;
  const asked = readGridSheets().flatMap((sheet) => {
    const { waiting, unseen } = findIn(sheet);
    const known = readKnownFormulas(
      sheet,
      waiting.map(({ formula }) => formula),
    );
    const unpaid = unseen.filter((formula) => priceOf(lookupsOf([formula], payer), book.paid, nowMs).credits > 0);
    cells += waiting.length + unpaid.length;
    // A formula that is not understood asks for one company at least, and for who knows how many at most.
    credits += waiting.length - known.length;
    return lookupsOf([...known, ...unpaid], payer);
  });
  const price = priceOf(asked, book.paid, nowMs);
  return { cells, credits: credits + price.credits, isLeast: price.isLeast };
}

/** `unseen`: formulas that show their `if_problem=`. Of those, the ones that ask for something to be paid may wait. */
function findIn(sheet: Sheet): { readonly waiting: readonly FormulaCell[]; readonly unseen: readonly KnownFormula[] } {
  const range = sheet.getDataRange();
  const [formulas, values] = [range.getFormulas(), range.getValues()];
  const unseen = findProblems(formulas, values, standsForProblem).map(({ formula }) => formula);
  return {
    waiting: findProblems(formulas, values, isWaiting),
    unseen: unseen.length === 0 ? [] : readKnownFormulas(sheet, unseen),
  };
}
