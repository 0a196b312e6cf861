import type { LookupKind } from '../records/outcome';
import { costOf, isOpen } from './prices';

/** What the service says when a request needs more credits than are left. */
export interface CreditsShort {
  readonly requested: number | null;
  readonly missing: number | null;
  /** How many look-ups the request was for; absent: unknown. */
  readonly lookups?: number | null | undefined;
}

/**
 * The look-ups that fit into what is left by such a refusal, in order. Where their price is unknown, each counts as much as those
 * of the refused request did on average; where what is left is unknown, only free ones fit.
 *
 * @param paid companies that cost nothing any more
 */
export function fittingIn(
  { requested, missing, lookups }: CreditsShort,
  kind: LookupKind,
  identifiers: readonly string[],
  paid: ReadonlySet<string>,
): readonly string[] {
  let left = Math.max(0, (requested ?? 0) - (missing ?? Infinity));
  const onAverage = (requested ?? 1) / Math.max(1, lookups ?? 1);
  return identifiers.filter((identifier) => {
    const least = kind === 'company' && paid.has(identifier) ? 0 : costOf(kind, identifier);
    const cost = isOpen(kind, identifier) ? Math.max(least, onAverage) : least;
    if (cost > left) return false;
    left -= cost;
    return true;
  });
}
