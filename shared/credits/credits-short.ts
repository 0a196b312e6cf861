import type { LookupKind } from '../records/outcome';
import { costOf, isOpen } from './prices';

/** The service's refusal of a request that needs more credits than are left. */
export interface CreditsShort {
  readonly requested: number | null;
  readonly missing: number | null;
  /** How many lookups the request contained; absent: unknown. */
  readonly lookups?: number | null | undefined;
}

/** The credits that were left; `null`: the service did not say. */
export function leftOf({ requested, missing }: CreditsShort): number | null {
  return requested === null || missing === null ? null : Math.max(0, requested - missing);
}

/**
 * The lookups that fit the credits left after such a refusal, in order. If their price is unknown, each counts as the
 * average of the refused request; if the credits left are unknown, only free lookups fit.
 *
 * @param paid companies that are already paid for
 */
export function fittingIn(
  short: CreditsShort,
  kind: LookupKind,
  identifiers: readonly string[],
  paid: ReadonlySet<string>,
): readonly string[] {
  const { requested, lookups } = short;
  let left = leftOf(short) ?? 0;
  const onAverage = (requested ?? 1) / Math.max(1, lookups ?? 1);
  return identifiers.filter((identifier) => {
    const least = kind === 'company' && paid.has(identifier) ? 0 : costOf(kind, identifier);
    const cost = isOpen(kind, identifier) ? Math.max(least, onAverage) : least;
    if (cost > left) return false;
    left -= cost;
    return true;
  });
}
