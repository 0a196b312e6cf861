import { parseJson, readCount, readObject } from '../client/json';
import { dayNumber } from './paid-companies';

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

/** What a person has chosen for one document, and done in it on one day, in a store that nobody else can write. */
export interface OwnFile {
  /** What formulas may spend; `null`: this person has never chosen. */
  readonly policy: SpendPolicy | null;
  /** Days since 1970, UTC. */
  readonly day: number;
  /** Credits that this person has approved that day, in all. */
  readonly approved: number;
  /** Credits that this person's enrichments have cost that day. */
  readonly runs: number;
}

/** Damaged parts read as if there were none. */
export function readOwnFile(text: string): OwnFile {
  const stored = readObject(parseJson(text)) ?? {};
  const read = (name: 'day' | 'approved' | 'runs'): number => readCount(stored[name]) ?? 0;
  const { policy = null } = stored;
  return {
    policy: policy === null ? null : readPolicy(policy),
    day: read('day'),
    approved: read('approved'),
    runs: read('runs'),
  };
}

/** After an enrichment of this person cost credits. */
export function withRun(file: OwnFile, credits: number): OwnFile {
  return { ...file, runs: file.runs + credits };
}

/**
 * After this person let formulas spend credits on top of their limit. What is left of an earlier approval lapses.
 * @param spent the approved credits that formulas have spent that day
 */
export function withApproval(file: OwnFile, spent: number, credits: number): OwnFile {
  return { ...file, approved: spent + credits };
}

/** With the numbers of the present day. */
export function ownFileToday(file: OwnFile, nowMs: number): OwnFile {
  const day = dayNumber(nowMs);
  return file.day === day ? file : { policy: file.policy, day, approved: 0, runs: 0 };
}
