import type { LookupOutcome } from '../records/outcome';
import type { Recalled } from './cache';
import type { Lookup } from './ports';
import { DAY_MS } from '../days';
import type { MaxAge } from '../records/ports';
import { isPartial } from '../records/parts';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What is known without a request. */
export interface Known extends Recalled {
  /** To be looked up. */
  readonly needed: readonly string[];
  /** Known, but too old: look it up only where that is free. */
  readonly ifFree: readonly string[];
}

/**
 * What a look-up still needs. An older answer is used where the service, the credits or the policy refuse a new one; the
 * field `as_of` shows its date.
 *
 * @param shown what formulas of the same signature have shown; a saved record says more and comes first
 * @param nowMs since 1970
 */
export function toKnown(recalled: Recalled, asked: Lookup, shown: Outcomes, nowMs: number): Known {
  const outcomes = new Map(shown);
  for (const [identifier, outcome] of recalled.outcomes) {
    // Where the route is missing, rows that were shown came from another route.
    if (outcome.is !== 'noRoute' || !shown.has(identifier)) outcomes.set(identifier, outcome);
  }
  const ofVerdict = (verdict: ReturnType<typeof freshnessOf>): readonly string[] =>
    asked.identifiers.filter((identifier) => freshnessOf(outcomes.get(identifier), asked, nowMs) === verdict);
  return { ...recalled, outcomes, needed: ofVerdict('needed'), ifFree: ofVerdict('ifFree') };
}

/** Known and fetched outcomes together: an older answer replaces a new one that failed. */
export function withFetched(known: Outcomes, fetched: Outcomes): Outcomes {
  const outcomes = new Map(known);
  for (const [identifier, outcome] of fetched) {
    if (outcome.is !== 'failed' || !outcomes.has(identifier)) outcomes.set(identifier, outcome);
  }
  return outcomes;
}

/** That Trace does not track a company may change sooner than its facts. */
const NOT_TRACKED_MAX_AGE_MS = DAY_MS;
/** The service may add a route at any time. */
const NO_ROUTE_MAX_AGE_MS = DAY_MS;

/**
 * Whether a saved outcome is an answer (`fresh`), has to be looked up (`needed`), or is shown unless looking it up is
 * free (`ifFree`): recalculation never pays twice.
 *
 * @param nowMs since 1970
 */
export function freshnessOf(
  outcome: LookupOutcome | undefined,
  { maxAgeMs, isAgeAsked }: MaxAge,
  nowMs: number,
): 'fresh' | 'needed' | 'ifFree' {
  if (outcome === undefined) return 'needed';
  if (isFresh(outcome, maxAgeMs, nowMs)) return 'fresh';
  const isAnswer = outcome.is === 'shown' || (outcome.is === 'found' && !isPartial(outcome.record));
  return isAnswer && !isAgeAsked ? 'ifFree' : 'needed';
}

/** Whether a saved outcome is still an answer. One from the future, after the clock was set back, counts as new. */
function isFresh(outcome: LookupOutcome, maxAgeMs: number, nowMs: number): boolean {
  switch (outcome.is) {
    case 'found':
      // A list that was not read to its end is shown, and read again when it is asked for again.
      return (
        !isPartial(outcome.record) && nowMs - outcome.asOfMs <= maxAgeMs && nowMs < (outcome.lagsUntilMs ?? Infinity)
      );
    case 'shown':
      return nowMs - outcome.asOfMs <= maxAgeMs;
    case 'notTracked':
      return nowMs - outcome.asOfMs <= Math.min(maxAgeMs, NOT_TRACKED_MAX_AGE_MS);
    case 'noRoute':
      return nowMs - outcome.asOfMs <= NO_ROUTE_MAX_AGE_MS;
    case 'failed':
    case 'notAsked':
      return false;
  }
}
