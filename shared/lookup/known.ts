import { freshnessOf } from '../records/freshness';
import type { LookupOutcome } from '../records/outcome';
import type { Recalled } from './cache';
import type { Lookup } from './ports';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What is known without a request. */
export interface Known extends Recalled {
  /** Must be looked up. */
  readonly needed: readonly string[];
  /** Known, but too old: look it up only if that is free. */
  readonly ifFree: readonly string[];
}

/**
 * What a lookup still needs. An older answer is shown if the service, the credits or the policy refuse a new one; the
 * field `as_of` shows its date.
 *
 * @param shown what formulas of the same signature have shown; a saved record says more and comes first
 * @param nowMs milliseconds since 1970
 */
export function toKnown(recalled: Recalled, asked: Lookup, shown: Outcomes, nowMs: number): Known {
  const outcomes = new Map(shown);
  for (const [identifier, outcome] of recalled.outcomes) {
    // The route may be missing although rows were shown: those came from another route.
    if (outcome.is !== 'noRoute' || !shown.has(identifier)) outcomes.set(identifier, outcome);
  }
  const ofVerdict = (verdict: ReturnType<typeof freshnessOf>): readonly string[] =>
    asked.identifiers.filter((identifier) => freshnessOf(outcomes.get(identifier), asked, nowMs) === verdict);
  return { ...recalled, outcomes, needed: ofVerdict('needed'), ifFree: ofVerdict('ifFree') };
}

/** Merges known and fetched outcomes: an older answer replaces a new one that failed. */
export function withFetched(known: Outcomes, fetched: Outcomes): Outcomes {
  const outcomes = new Map(known);
  for (const [identifier, outcome] of fetched) {
    if (outcome.is !== 'failed' || !outcomes.has(identifier)) outcomes.set(identifier, outcome);
  }
  return outcomes;
}
