import { callFunction as answerFormula, type FunctionId, runSync } from '../shared/formulas';
import { toSheetsCells } from './cells';
import { makeHost } from './host';

/**
 * Answers one formula. Google starts a run of its own for each one, in which nothing is left of the run before.
 *
 * @param received as Sheets hands them over: literals, dates, or rows of cells; `undefined` for those left out
 */
export function callFunction(id: FunctionId, received: readonly unknown[]): unknown {
  const { performers, end } = makeHost();
  try {
    return toSheetsCells(runSync(answerFormula(id, received), performers));
  } finally {
    end();
  }
}
