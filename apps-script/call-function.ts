import { type FunctionId, runSync } from '../shared/formulas';
import { answerInColumn, ColumnLookup } from '../shared/runs';
import { toSheetsCells } from './cells';
import { makeHost } from './host';
import { BUDGET } from './property-budget';
import { inFormula } from './shared-cache';

/**
 * Answers one formula. Google starts a new run for each one, and nothing of earlier runs remains.
 *
 * @param received as Sheets passes them: literals, dates, or rows of cells; `undefined` for omitted ones
 */
export function callFunction(id: FunctionId, received: readonly unknown[]): unknown {
  return inFormula(() => {
    const own = { id, args: received };
    const { performers, limits, end } = makeHost(undefined, own);
    const lookups = new ColumnLookup({ toLimits: () => limits, shownRoom: BUDGET.TRACE_SHOWN }, own);
    try {
      return toSheetsCells(runSync(answerInColumn(own, lookups), performers));
    } finally {
      end(lookups.isLeft);
    }
  });
}
