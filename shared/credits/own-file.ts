import { parseJson, readCount, readObject } from '../client/json';
import { dayNumber } from './paid-companies';
import { readPolicy, type SpendPolicy } from './spend-policy';

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
