import { account, type Account, type MaxAge } from '../records/ports';
import { now } from '../client/ports';
import type { FetchTask, Wish } from './ports';
import { TraceError } from '../errors/trace-error';
import { rowsOfParts } from '../records/parts';
import { everyOne } from '../records/every-one';
import { fetchPaid } from './fetch-within-grant';
import type { FetchLimits } from './fetch-records';
import { judge } from '../records/freshness';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import { recall, type Recalled } from './cache';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What is known without asking the service. */
export interface Known extends Recalled {
  /** To be looked up. */
  readonly needed: readonly string[];
  /** Known, but past its age: to be looked up only where that costs nothing. */
  readonly ifFree: readonly string[];
}

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
  wish: Wish,
  toLimits: (startMs: number) => FetchLimits,
): FetchTask<Outcomes> {
  const payer = yield* account();
  if (payer === null) return everyOne(identifiers, { is: 'failed', error: new TraceError('noKey', {}) });
  const known = yield* lookIntoStore(payer, kind, identifiers, wish);
  if (known.needed.length + known.ifFree.length === 0) return known.outcomes;
  const { needed, ifFree } = known;
  const onlyInBatch = new Set(wish.needsBatch === true ? needed : []);
  const request = { kind, needed, ifFree, read: rowsOfParts(known.outcomes), onlyInBatch };
  const fetched = yield* fetchPaid(payer, request, known, toLimits);
  return withFetched(known.outcomes, fetched.outcomes);
}

/** @param shown what formulas of the same signature have shown; a record that is there says more and comes first */
export function* lookIntoStore(
  payer: Account,
  kind: LookupKind,
  identifiers: readonly string[],
  age: MaxAge,
  shown: Outcomes = new Map(),
): FetchTask<Known> {
  const recalled = yield* recall(payer, kind, identifiers);
  const nowMs = yield* now();
  const outcomes = new Map([...shown, ...recalled.outcomes]);
  const judged = (verdict: ReturnType<typeof judge>): readonly string[] =>
    identifiers.filter((identifier) => judge(outcomes.get(identifier), age, nowMs) === verdict);
  return { ...recalled, outcomes, needed: judged('needed'), ifFree: judged('ifFree') };
}

/** What is known and what was fetched: an older answer serves where a new one fails. */
export function withFetched(known: Outcomes, fetched: Outcomes): Outcomes {
  const outcomes = new Map(known);
  for (const [identifier, outcome] of fetched) {
    if (outcome.is !== 'failed' || !outcomes.has(identifier)) outcomes.set(identifier, outcome);
  }
  return outcomes;
}
