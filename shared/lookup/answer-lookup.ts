import { account, cacheGet, cachePut, now, type Task } from '../effects';
import { TraceError } from '../errors';
import { fetchRecords, type FetchLimits } from './fetch-records';
import { isFresh } from './freshness';
import type { LookupKind, LookupOutcome } from './outcome';
import { missingRouteKey, readStored, storeKey, toStored } from './stored';

const DAY_SECONDS = 86_400;
const KEEP_SECONDS = 30 * DAY_SECONDS;

/**
 * Answers a look-up for a host that has no cells to gather: what the cache has and is fresh, else the API, all misses
 * together. One cache read, and none of the network where nothing is missing. A stale answer serves where the API
 * fails: its date can be shown by the field `as_of`.
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
  const routeKey = missingRouteKey(payer.id, kind);
  const keyOf = (identifier: string): string => storeKey(payer.id, kind, identifier);
  const stored = yield* cacheGet([...identifiers.map(keyOf), routeKey]);
  const nowMs = yield* now();
  const outcomes = new Map<string, LookupOutcome>();
  for (const identifier of identifiers) {
    const text = stored.get(keyOf(identifier));
    const outcome = text === undefined ? null : readStored(kind, identifier, text);
    if (outcome !== null) outcomes.set(identifier, outcome);
  }
  const misses = identifiers.filter((identifier) => {
    const outcome = outcomes.get(identifier);
    return outcome === undefined || !isFresh(outcome, maxAgeMs, nowMs);
  });
  if (misses.length === 0) return outcomes;

  const fetched = yield* fetchRecords(kind, misses, !stored.has(routeKey), toLimits(nowMs));
  const entries = new Map<string, string>();
  for (const [identifier, outcome] of fetched.outcomes) {
    if (outcome.is === 'failed' && outcomes.has(identifier)) continue;
    outcomes.set(identifier, outcome);
    const text = toStored(identifier, outcome);
    if (text !== null) entries.set(keyOf(identifier), text);
  }
  if (entries.size > 0) yield* cachePut(entries, KEEP_SECONDS);
  if (fetched.batchIsMissing) yield* cachePut(new Map([[routeKey, '1']]), DAY_SECONDS);
  return outcomes;
}
