import { freshnessOf } from '../records/freshness';
import type { LookupOutcome } from '../records/outcome';
import type { Recalled } from './cache';
import type { Lookup } from './ports';

type Outcomes = ReadonlyMap<string, LookupOutcome>;

/** What is known without asking the service. */
export interface Known extends Recalled {
  /** To be looked up. */
  readonly needed: readonly string[];
  /** Known, but past its age: to be looked up only where that costs nothing. */
  readonly ifFree: readonly string[];
}

/**
 * What a look-up still needs. An older answer serves where the API, the credits or the policy say no: its date can be
 * shown by the field `as_of`.
 *
 * @param shown what formulas of the same signature have shown; a record that is there says more and comes first
 * @param nowMs since 1970
 */
export function toKnown(recalled: Recalled, asked: Lookup, shown: Outcomes, nowMs: number): Known {
  const outcomes = new Map(shown);
  for (const [identifier, outcome] of recalled.outcomes) {
    // What was shown where there is no such route was found out another way.
    if (outcome.is !== 'noRoute' || !shown.has(identifier)) outcomes.set(identifier, outcome);
  }
  const ofVerdict = (verdict: ReturnType<typeof freshnessOf>): readonly string[] =>
    asked.identifiers.filter((identifier) => freshnessOf(outcomes.get(identifier), asked, nowMs) === verdict);
  return { ...recalled, outcomes, needed: ofVerdict('needed'), ifFree: ofVerdict('ifFree') };
}

/** What is known and what was fetched: an older answer serves where a new one fails. */
export function withFetched(known: Outcomes, fetched: Outcomes): Outcomes {
  const outcomes = new Map(known);
  for (const [identifier, outcome] of fetched) {
    if (outcome.is !== 'failed' || !outcomes.has(identifier)) outcomes.set(identifier, outcome);
  }
  return outcomes;
}
