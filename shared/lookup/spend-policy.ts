import { readCount, readObject } from '../client/json';

/** What formulas of one file may spend without being asked. */
export type SpendPolicy =
  | { readonly mode: 'freely' }
  /** Credits a day (UTC) and account. */
  | { readonly mode: 'daily'; readonly limit: number }
  /** Only what a person has agreed to in the panel. */
  | { readonly mode: 'onRequest' };

export const DEFAULT_POLICY: SpendPolicy = { mode: 'daily', limit: 500 };

/** A policy that was stored or came from a page; the default where it is none. */
export function readPolicy(value: unknown): SpendPolicy {
  const stored = readObject(value);
  const limit = readCount(stored?.['limit']);
  switch (stored?.['mode']) {
    case 'freely':
      return { mode: 'freely' };
    case 'onRequest':
      return { mode: 'onRequest' };
    case 'daily':
      return limit === null ? DEFAULT_POLICY : { mode: 'daily', limit };
    default:
      return DEFAULT_POLICY;
  }
}

/**
 * How many credits formulas may still spend. What a person has agreed to counts on top of a daily limit, and is all there
 * is where nothing may be spent unasked.
 *
 * @param ownerLimit the owner's own daily limit for all files, which an editor of a file cannot raise; `null`: none
 * @param spentToday credits that formulas have spent or are about to spend
 * @param agreed credits that a person has agreed to and that are not spent yet
 */
export function creditsLeft(
  policy: SpendPolicy,
  ownerLimit: number | null,
  spentToday: number,
  agreed: number,
): number {
  const limit = policy.mode === 'freely' ? Infinity : policy.mode === 'daily' ? policy.limit : 0;
  return Math.max(0, Math.min(limit, ownerLimit ?? Infinity) - spentToday) + agreed;
}
