import { readCount, readObject } from '../client/json';

/** What the formulas of one file may spend without asking. */
export type SpendPolicy =
  | { readonly mode: 'freely' }
  /** Credits a day (UTC) for each account. */
  | { readonly mode: 'daily'; readonly limit: number }
  /** Only what the user approved in the panel. */
  | { readonly mode: 'onRequest' };

/** A larger number is more likely a typo than a limit, or somebody else's. */
const MOST_CREDITS = 1_000_000;

/** The policy of a new file, and of an owner who has chosen none. */
export const DEFAULT_POLICY: SpendPolicy = { mode: 'daily', limit: 500 };

/** The most that formulas may spend a day without asking, in credits. Compares how strict policies are. */
export function mostUnasked(policy: SpendPolicy): number {
  if (policy.mode === 'daily') return policy.limit;
  return policy.mode === 'freely' ? Infinity : 0;
}

/** Whether a policy allows more than the default. */
export function isLoose(policy: SpendPolicy): boolean {
  return mostUnasked(policy) > mostUnasked(DEFAULT_POLICY);
}

/** The policy that allows less. What stands in a file that others may edit raises nothing beyond the payer's own choice. */
export function stricterPolicy(one: SpendPolicy, other: SpendPolicy): SpendPolicy {
  return mostUnasked(one) <= mostUnasked(other) ? one : other;
}

/** A policy from a store or a page; the default where it is invalid or allows more than anyone can choose. */
export function readPolicy(value: unknown): SpendPolicy {
  const stored = readObject(value);
  const limit = readCount(stored?.['limit']);
  switch (stored?.['mode']) {
    case 'freely':
      return { mode: 'freely' };
    case 'onRequest':
      return { mode: 'onRequest' };
    case 'daily':
      return limit === null || limit > MOST_CREDITS ? DEFAULT_POLICY : { mode: 'daily', limit };
    default:
      return DEFAULT_POLICY;
  }
}
