import { account, now, type Task } from '../effects';
import { TraceError } from '../errors';
import { fetchRecords, type FetchLimits } from './fetch-records';
import { isFresh } from './freshness';
import type { LookupKind, LookupOutcome } from './outcome';
import { recall, remember } from './store';

/**
 * Answers a look-up for a host that has no cells to gather: what the store has and is fresh, else the API, all misses
 * together. One read of the store, and none of the network where nothing is missing. A stale answer serves where the
 * API fails: its date can be shown by the field `as_of`.
 *
 * @param toLimits from the time at which the fetch begins, in milliseconds since 1970
 */
export function* answerLookup(
  kind: LookupKind,
  identifiers: readonly string[],
  maxAgeMs: number,
  toLimits: (startMs: number) => FetchLimits,
): Task<ReadonlyMap<string, LookupOutcome>> {
  const payer = yield* account();
  if (payer === null) {
    const noKey: LookupOutcome = { is: 'failed', error: new TraceError('noKey', {}) };
    return new Map(identifiers.map((identifier) => [identifier, noKey]));
  }
  const recalled = yield* recall(payer.id, kind, identifiers);
  const nowMs = yield* now();
  const misses = identifiers.filter((identifier) => {
    const outcome = recalled.outcomes.get(identifier);
    return outcome === undefined || !isFresh(outcome, maxAgeMs, nowMs);
  });
  if (misses.length === 0) return recalled.outcomes;

  const fetched = yield* fetchRecords(kind, misses, recalled.missingRoutes, toLimits(nowMs), (brought) =>
    remember(payer.id, kind, brought),
  );
  const outcomes = new Map(recalled.outcomes);
  for (const [identifier, outcome] of fetched.outcomes) {
    if (outcome.is !== 'failed' || !outcomes.has(identifier)) outcomes.set(identifier, outcome);
  }
  return outcomes;
}
