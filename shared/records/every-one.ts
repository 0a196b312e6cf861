import type { LookupOutcome } from './outcome';

/** Gives every identifier the same outcome. */
export function everyOne(identifiers: readonly string[], outcome: LookupOutcome): ReadonlyMap<string, LookupOutcome> {
  return new Map(identifiers.map((identifier) => [identifier, outcome]));
}
