import { type FunctionId, runSync } from '../shared/formulas';
import { callFunction as answerFormula } from '../shared/runs';
import { toSheetsCells } from './cells';
import { makeHost } from './host';
import { inFormula } from './shared-cache';

/**
 * Answers one formula. Google starts a new run for each one, and nothing of earlier runs remains.
 *
 * @param received as Sheets passes them: literals, dates, or rows of cells; `undefined` for omitted ones
 */
export function callFunction(id: FunctionId, received: readonly unknown[]): unknown {
  return inFormula(() => {
    const { performers, end } = makeHost(undefined, { id, args: received });
    try {
      return toSheetsCells(runSync(answerFormula(id, received), performers));
    } finally {
      end();
    }
  });
}
