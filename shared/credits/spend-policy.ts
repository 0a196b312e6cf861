import { parseJson, readCount, readObject } from '../client/json';
import { dayNumber } from './paid-companies';

/** What the formulas of one file may spend without asking. */
export type SpendPolicy =
  | { readonly mode: 'freely' }
  /** Credits a day (UTC) for each account. */
  | { readonly mode: 'daily'; readonly limit: number }
  /** Only what the user approves in the panel. */
  | { readonly mode: 'onRequest' };

/** A larger number is more likely a typo than a limit, or was written by someone else. */
const MOST_CREDITS = 1_000_000;

/** The policy of a new file, and of an owner who has chosen none. */
export const DEFAULT_POLICY: SpendPolicy = { mode: 'daily', limit: 500 };

/** The most credits that formulas may spend a day without asking. Used to compare how strict policies are. */
export function mostUnasked(policy: SpendPolicy): number {
  if (policy.mode === 'daily') return policy.limit;
  return policy.mode === 'freely' ? Infinity : 0;
}

/** Whether a policy allows more than the default. */
export function isLoose(policy: SpendPolicy): boolean {
  return mostUnasked(policy) > mostUnasked(DEFAULT_POLICY);
}

/** The policy that allows less, so that a file that others may edit cannot raise the payer's own choice. */
export function stricterPolicy(one: SpendPolicy, other: SpendPolicy): SpendPolicy {
  return mostUnasked(one) <= mostUnasked(other) ? one : other;
}

/** Reads a policy from a store or a page; the default if it is invalid or allows more than a user can choose. */
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

/** What a person has chosen and spent in one document on one day, in a store that no one else can write. */
export interface OwnFile {
  /** What formulas may spend; `null`: this person has never chosen. */
  readonly policy: SpendPolicy | null;
  /** Days since 1970, UTC. */
  readonly day: number;
  /** The total credits that this person has approved that day. */
  readonly approved: number;
  /** The credits that this person's enrichments have cost that day. */
  readonly runs: number;
}

/** Reads {@link OwnFile}. Damaged parts count as missing. */
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

/** Adds the cost of an enrichment by this person. */
export function withRun(file: OwnFile, credits: number): OwnFile {
  return { ...file, runs: file.runs + credits };
}

/**
 * Adds credits that this person approved beyond the limit of formulas. The rest of an earlier approval lapses.
 * @param spent the approved credits that formulas have spent that day
 */
export function withApproval(file: OwnFile, spent: number, credits: number): OwnFile {
  return { ...file, approved: spent + credits };
}

/** Resets the numbers of an earlier day. */
export function ownFileToday(file: OwnFile, nowMs: number): OwnFile {
  const day = dayNumber(nowMs);
  return file.day === day ? file : { policy: file.policy, day, approved: 0, runs: 0 };
}
