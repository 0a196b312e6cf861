import { payer, type Alongside } from '../../lookup/ports';
import type { FormulaTask } from '../ports';
import { TraceError } from '../../errors/trace-error';

/**
 * Throws if the lists cannot be read: an organization key has none (https://docs.tracedata.ai/authentication/), and
 * the key's owner must allow it for each file, since others may edit the file.
 *
 * @param alongside what is read next
 */
export function* requireOwnLists(alongside: readonly Alongside[] = []): FormulaTask<void> {
  if ((yield* payer(alongside))?.keyClass === 'organization') throw new TraceError('userKeyNeeded', {});
  yield* requireSharedLists(alongside);
}

/** Throws if the key's owner has not allowed reading lists in this file. */
export function* requireSharedLists(alongside: readonly Alongside[]): FormulaTask<void> {
  if ((yield* payer(alongside))?.readsLists === false) throw new TraceError('listsNotShared', {});
}
