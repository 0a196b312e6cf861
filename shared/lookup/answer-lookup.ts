import { account, now, type MaxAge, type Task } from '../effects';
import { TraceError } from '../errors';
import { fetchPaid } from './fetch-paid';
import type { FetchLimits } from './fetch-records';
import { judge } from './freshness';
import type { LookupKind, LookupOutcome } from './outcome';
import { recall } from './store';

/**
 * Answers a look-up for a host that has no cells to gather: what the store has and is fresh, else the API, all misses
 * together. One read of the store, and none of the network where nothing is missing. An older answer serves where the
 * API, the credits or the policy say no: its date can be shown by the field `as_of`.
 *
 * @param toLimits from the time at which the fetch begins, in milliseconds since 1970
 */
export function* answerLookup(
  kind: LookupKind,
  identifiers: readonly string[],
  age: MaxAge,
  toLimits: (startMs: number) => FetchLimits,
): Task<ReadonlyMap<string, LookupOutcome>> {
  const payer = yield* account();
  if (payer === null) {
    const noKey: LookupOutcome = { is: 'failed', error: new TraceError('noKey', {}) };
    return new Map(identifiers.map((identifier) => [identifier, noKey]));
  }
  const recalled = yield* recall(payer, kind, identifiers);
  const nowMs = yield* now();
  const judged = (verdict: ReturnType<typeof judge>): readonly string[] =>
    identifiers.filter((identifier) => judge(recalled.outcomes.get(identifier), age, nowMs) === verdict);
  const [needed, ifFree] = [judged('needed'), judged('ifFree')];
  if (needed.length + ifFree.length === 0) return recalled.outcomes;

  const fetched = yield* fetchPaid(payer, { kind, needed, ifFree }, recalled, toLimits);
  const outcomes = new Map(recalled.outcomes);
  for (const [identifier, outcome] of fetched.outcomes) {
    if (outcome.is !== 'failed' || !outcomes.has(identifier)) outcomes.set(identifier, outcome);
  }
  return outcomes;
}
