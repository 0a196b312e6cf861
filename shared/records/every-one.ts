import type { LookupOutcome } from './outcome';

/** The same outcome for all. */
export function everyOne(identifiers: readonly string[], outcome: LookupOutcome): ReadonlyMap<string, LookupOutcome> {
  return new Map(identifiers.map((identifier) => [identifier, outcome]));
}
