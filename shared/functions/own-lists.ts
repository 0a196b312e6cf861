import { account, type Task } from '../effects';
import { TraceError } from '../errors';

/**
 * Throws where lists cannot be read: an organization key has none (https://docs.tracedata.ai/authentication/), and the
 * owner of a shared file may keep them from those who edit it.
 */
export function* requireOwnLists(): Task<void> {
  const payer = yield* account();
  if (payer?.keyClass === 'organization') throw new TraceError('userKeyNeeded', {});
  yield* requireSharedLists();
}

/** Throws where the owner of a shared file keeps the lists from those who edit it. */
export function* requireSharedLists(): Task<void> {
  const payer = yield* account();
  if (payer?.readsLists === false) throw new TraceError('listsNotShared', {});
}
