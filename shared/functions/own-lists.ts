import { account } from '../records/ports';
import type { FormulaTask } from './ports';
import { TraceError } from '../errors/trace-error';

/**
 * Throws where lists cannot be read: an organization key has none (https://docs.tracedata.ai/authentication/), and whose
 * key is used has to allow it for each file, since others may edit it.
 */
export function* requireOwnLists(): FormulaTask<void> {
  const payer = yield* account();
  if (payer?.keyClass === 'organization') throw new TraceError('userKeyNeeded', {});
  yield* requireSharedLists();
}

/** Throws where whose key is used has not allowed it for this file. */
export function* requireSharedLists(): FormulaTask<void> {
  const payer = yield* account();
  if (payer?.readsLists === false) throw new TraceError('listsNotShared', {});
}
