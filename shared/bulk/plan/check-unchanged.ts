import { readInput } from '../../cells/inputs';
import { TraceError } from '../../errors/trace-error';
import type { GridValue } from '../sheet/cell-values';
import type { InputRow } from './triage';

/**
 * Rows are identified by their inputs: rows that were read a while ago may have moved. Throws `lookStale`.
 *
 * @param inputs the whole column as it is now
 * @param isOfAll whether rows that name no company are written too
 */
export function checkUnchanged(rows: readonly InputRow[], inputs: readonly GridValue[], isOfAll: boolean): void {
  for (const { row, input } of rows) {
    const value = inputs[row] ?? '';
    if (input.is === 'blank' ? value === '' : String(value).trim() === input.given) continue;
    const now = readInput(value);
    const isSame = now.is === 'company' && input.is === 'company' && now.identifier === input.identifier;
    if (!isSame && (isOfAll || now.is === 'company' || input.is === 'company')) throw new TraceError('lookStale', {});
  }
}
