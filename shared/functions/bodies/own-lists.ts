import { payer, type Alongside } from '../../lookup/ports';
import type { FormulaTask } from '../ports';
import { TraceError } from '../../errors/trace-error';

/**
 * Throws where lists cannot be read: an organization key has none (https://docs.tracedata.ai/authentication/), and the
 * owner of the key has to allow it for each file, since others may edit it.
 *
 * @param alongside what is read next
 */
export function* requireOwnLists(alongside: readonly Alongside[] = []): FormulaTask<void> {
  if ((yield* payer(alongside))?.keyClass === 'organization') throw new TraceError('userKeyNeeded', {});
  yield* requireSharedLists(alongside);
}

/** Throws where the owner of the key has not allowed it for this file. */
export function* requireSharedLists(alongside: readonly Alongside[]): FormulaTask<void> {
  if ((yield* payer(alongside))?.readsLists === false) throw new TraceError('listsNotShared', {});
}
