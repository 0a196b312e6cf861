import { readInput, type Input } from '../../cells/inputs';
import { TraceError } from '../../errors/trace-error';
import type { GridValue } from '../sheet/cell-values';
import type { InputRow } from './triage';

/**
 * Checks rows, which are identified by their inputs and may have moved since they were read. Throws `sheetChanged`.
 *
 * @param inputs the whole column as it is now
 * @param isOfAll whether rows that name no company are written too
 */
export function checkUnchanged(rows: readonly InputRow[], inputs: readonly GridValue[], isOfAll: boolean): void {
  for (const { row, input } of rows) {
    const value = inputs[row] ?? '';
    if (input.is !== 'blank' && value === input.given) continue;
    const now = readInput(value);
    if (isSame(now, input) || (!isOfAll && now.is !== 'company' && input.is !== 'company')) continue;
    throw new TraceError('sheetChanged', {});
  }
}

/** Whether a cell, however it is written, still asks for the same or has the same mistake. */
function isSame(now: Input, then: Input): boolean {
  if (now.is === 'company') return then.is === 'company' && now.identifier === then.identifier;
  return now.is === 'blank' ? then.is === 'blank' : then.is === 'problem' && now.given === then.given;
}
