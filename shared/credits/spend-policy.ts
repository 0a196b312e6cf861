import { readCount, readObject } from '../client/json';

/** What formulas of one file may spend without being asked. */
export type SpendPolicy =
  | { readonly mode: 'freely' }
  /** Credits a day (UTC) and account. */
  | { readonly mode: 'daily'; readonly limit: number }
  /** Only what a person has agreed to in the panel. */
  | { readonly mode: 'onRequest' };

export const DEFAULT_POLICY: SpendPolicy = { mode: 'daily', limit: 500 };

/** How much formulas may spend a day unasked, in credits: of two policies the larger is the looser. */
export function mostUnasked(policy: SpendPolicy): number {
  if (policy.mode === 'daily') return policy.limit;
  return policy.mode === 'freely' ? Infinity : 0;
}

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
