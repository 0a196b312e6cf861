import { random } from '../../client/ports';
import { TraceError } from '../../errors/trace-error';
import { askGrid, type RunTask } from './ports';

/** Longer than a block takes; short enough not to be in the way of the person whose panel was closed. Whoever waits renews it. */
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

/** How long nothing may happen without the hold being renewed: a browser lets timers run late. */
export const RENEW_AFTER_MS = LEASE_MS / 2;

/** Holds the file, so that no other panel writes into it meanwhile. Throws `runElsewhere`. */
export function* holdFile(holder: string): RunTask<void> {
  const lease = yield* askGrid<'lease'>({ ask: 'lease', holder, forMs: LEASE_MS });
  if (lease.is === 'elsewhere') throw new TraceError('runElsewhere', {});
}
