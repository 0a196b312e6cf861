import { readCount, readObject, readText } from '../client/json';
import { readHolds, splitLapsed, type Hold } from './holds';
import { dayNumber } from './paid-companies';

/** Credits, as far as they are known: the service does not tell what an answer cost. */
export interface SpendCounters {
  /** Days since 1970, UTC. */
  readonly day: number;
  readonly formulas: number;
  readonly runs: number;
  /** Of these, what a person had agreed to in the panel. */
  readonly formulasAgreed: number;
  /** What a person has agreed to today and formulas have not spent yet. */
  readonly agreed: number;
  /** Under way: granted, and not settled yet. */
  readonly holds: readonly Hold[];
  /** The companies, by their codes, that were counted today although nobody knows whether they were charged. */
  readonly doubts: string;
}

export const NO_SPENDING: SpendCounters = {
  day: 0,
  formulas: 0,
  runs: 0,
  formulasAgreed: 0,
  agreed: 0,
  holds: [],
  doubts: '',
};

/** Counters that were stored; what is missing or damaged is 0. */
export function readCounters(value: unknown): SpendCounters {
  const stored = readObject(value) ?? {};
  const read = (name: keyof SpendCounters): number => readCount(stored[name]) ?? 0;
  return {
    day: read('day'),
    formulas: read('formulas'),
    runs: read('runs'),
    formulasAgreed: read('formulasAgreed'),
    agreed: read('agreed'),
    holds: readHolds(stored['holds']),
    doubts: readText(stored['doubts']) ?? '',
  };
}

/**
 * The counters once what others have left unsettled counts as spent.
 *
 * @param afterMs how long something may be under way; 0 for a host that lets only one in at a time
 */
export function lapse(counters: SpendCounters, afterMs: number, nowMs: number): SpendCounters {
  const now = today(counters, nowMs);
  const { left, spent } = splitLapsed(now.holds, afterMs, nowMs, now.day);
  return { ...spend(now, spent), holds: left };
}

/** What a person agreed to is used up first. */
export function spend(counters: SpendCounters, credits: number): SpendCounters {
  const fromAgreed = Math.min(counters.agreed, credits);
  return {
    ...counters,
    agreed: counters.agreed - fromAgreed,
    formulas: counters.formulas + credits,
    formulasAgreed: counters.formulasAgreed + fromAgreed,
  };
}

/** The counters once a person has agreed to spend so many credits more; what was agreed to before is used up by this. */
export function agree(counters: SpendCounters, credits: number): SpendCounters {
  return { ...counters, agreed: credits };
}

/**
 * Counters of another day start anew; so do those of a day to come, whose clock was set back. What a person agreed to
 * holds for the day: nothing is spent on a word of last month.
 */
export function today(counters: SpendCounters, nowMs: number): SpendCounters {
  const day = dayNumber(nowMs);
  return counters.day === day ? counters : { ...NO_SPENDING, day, holds: counters.holds };
}
