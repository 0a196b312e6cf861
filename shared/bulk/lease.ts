import { random } from '../effects';
import { TraceError } from '../errors';
import { askGrid, type RunTask } from './grid';

/** Longer than a block takes; short enough not to be in the way of the person whose panel was closed. */
const LEASE_MS = 2 * 60_000;

/** Does what changes the file or its journal, with the file held from before it is looked at. Throws `runElsewhere`. */
export function* holding<T>(act: (holder: string) => RunTask<T>): RunTask<T> {
  const holder = Math.floor((yield* random()) * 2 ** 52).toString(36);
  yield* holdFile(holder);
  try {
    return yield* act(holder);
  } finally {
    yield* askGrid<'release'>({ ask: 'release', holder });
  }
}

/**
 * Holds the file, so that no other panel writes into it meanwhile. Throws `runElsewhere`.
 *
 * @param waitMs how long nothing will happen
 */
export function* holdFile(holder: string, waitMs = 0): RunTask<void> {
  const lease = yield* askGrid<'lease'>({ ask: 'lease', holder, forMs: LEASE_MS + waitMs });
  if (lease.is === 'elsewhere') throw new TraceError('runElsewhere', {});
}
