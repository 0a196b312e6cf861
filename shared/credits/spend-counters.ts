import { readCount, readObject, readText } from '../client/json';
import { readHolds, splitLapsed, type Hold } from './holds';
import { dayNumber } from './paid-companies';

/** Credits, as far as they are known: the service does not say what an answer cost. */
export interface SpendCounters {
  /** Days since 1970, UTC. */
  readonly day: number;
  readonly formulas: number;
  readonly runs: number;
  /** Of these, credits that the user approved in the panel. */
  readonly formulasAgreed: number;
  /** Credits that the user approved today and formulas have not spent yet. */
  readonly agreed: number;
  /** Under way: granted, but not settled yet. */
  readonly holds: readonly Hold[];
  /** Codes of the companies that were counted today without a confirmed charge. */
  readonly doubts: string;
}

/** The counters of an account that has spent nothing. */
export const NO_SPENDING: SpendCounters = {
  day: 0,
  formulas: 0,
  runs: 0,
  formulasAgreed: 0,
  agreed: 0,
  holds: [],
  doubts: '',
};

/** Stored counters; missing or damaged ones are 0. */
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
 * The counters with everything that others left unsettled counted as spent.
 *
 * @param afterMs how long something may be under way; 0 for a host that admits one at a time
 */
export function lapse(counters: SpendCounters, afterMs: number, nowMs: number): SpendCounters {
  const now = today(counters, nowMs);
  const { left, spent } = splitLapsed(now.holds, afterMs, nowMs, now.day);
  return { ...spend(now, spent), holds: left };
}

/** Approved credits are used first. */
export function spend(counters: SpendCounters, credits: number): SpendCounters {
  const fromAgreed = Math.min(counters.agreed, credits);
  return {
    ...counters,
    agreed: counters.agreed - fromAgreed,
    formulas: counters.formulas + credits,
    formulasAgreed: counters.formulasAgreed + fromAgreed,
  };
}

/**
 * The counters after the user approved credits for formulas.
 *
 * @param credits what formulas may still spend today; what is left of an earlier approval lapses
 */
export function agree(counters: SpendCounters, credits: number): SpendCounters {
  return { ...counters, agreed: credits };
}

/**
 * The counters of the present day (UTC). Those of another day start at zero, and so do those of a day far ahead, from
 * a clock that was set back. Those of the next day stay: whoever asks has waited over midnight, and others have spent since.
 * An approval lasts for the day: nothing is spent on last month's.
 *
 * @param nowMs since 1970
 */
export function today(counters: SpendCounters, nowMs: number): SpendCounters {
  const day = dayNumber(nowMs);
  return counters.day === day || counters.day === day + 1 ? counters : { ...NO_SPENDING, day, holds: counters.holds };
}
