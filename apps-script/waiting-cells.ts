import { lookupsOf, priceOf, type Account, type SpendBook } from '../shared/index';
import type { WaitingStatus } from '../shared/sidebar/protocol';
import { readKnownFormulas } from './column-formulas';
import { findProblems, type FormulaCell } from './find-problems';
import { readGridSheets } from './grid-sheets';
import { PROBLEM_MARK } from './problem-mark';

/** How the sentences end that wait for a person: `waitsForConsent`, `dailyLimitReached`, `notFetchedYet`. */
const WAITING = /press Fetch waiting in the Trace panel/i;

export function isWaiting(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith(PROBLEM_MARK) && WAITING.test(value);
}

/** What waits in this spreadsheet, and what it costs at most: each company once, and nothing for those paid for. */
export function findWaiting(payer: Account, book: SpendBook, nowMs: number): WaitingStatus {
  let cells = 0;
  let credits = 0;
  const asked = readGridSheets().flatMap((sheet) => {
    const waiting = findIn(sheet);
    const known = readKnownFormulas(
      sheet,
      waiting.map(({ formula }) => formula),
    );
    cells += waiting.length;
    // A formula that is not understood asks for one company at least, and for who knows how many at most.
    credits += waiting.length - known.length;
    return lookupsOf(known, payer);
  });
  return {
    cells,
    credits: credits + priceOf(asked, book.paid, nowMs),
    isLeast: asked.some(({ kind }) => kind === 'partners'),
  };
}

function findIn(sheet: GoogleAppsScript.Spreadsheet.Sheet): readonly FormulaCell[] {
  const range = sheet.getDataRange();
  return findProblems(range.getFormulas(), range.getValues(), isWaiting);
}
