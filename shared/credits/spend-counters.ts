import { readArray, readCount, readObject, readText } from '../client/json';
import { dayNumber } from './paid-companies';
import { DAY_MS } from '../days';

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

/** What a grant has reserved and not settled yet. */
interface Hold {
  /** Its id; `''` where there is never more than one. */
  readonly id: string;
  readonly credits: number;
  /** When it was last reserved; milliseconds since 1970. */
  readonly atMs: number;
}

/** A request sent just before midnight may be charged just after. */
const CHARGED_WITHIN_MS = 120_000;

/** Stored holds, without damaged ones. */
function readHolds(value: unknown): readonly Hold[] {
  return (readArray(value) ?? []).flatMap((entry) => {
    const [id, credits, atMs] = [readText, readCount, readCount].map((read, at) => read(readArray(entry)?.[at]));
    return typeof credits === 'number' && typeof atMs === 'number' ? [{ id: String(id ?? ''), credits, atMs }] : [];
  });
}

/** In the form that {@link readHolds} reads: the id of the grant, credits, milliseconds since 1970. */
export function holdsToStore(holds: readonly Hold[]): readonly (readonly [string, number, number])[] {
  return holds.map(({ id, credits, atMs }) => [id, credits, atMs]);
}

export function withHold(holds: readonly Hold[], id: string, credits: number, atMs: number): readonly Hold[] {
  if (credits === 0) return holds;
  const before = holds.find((hold) => hold.id === id)?.credits ?? 0;
  return [...holds.filter((hold) => hold.id !== id), { id, credits: before + credits, atMs }];
}

export function release(holds: readonly Hold[], id: string, credits: number): readonly Hold[] {
  // Without a limit nothing is held.
  if (holds.length === 0) return holds;
  return holds
    .map((hold) => (hold.id === id ? { ...hold, credits: Math.max(0, hold.credits - credits) } : hold))
    .filter((hold) => hold.credits > 0);
}

/**
 * Whoever reserved these is gone, so nobody knows what was charged: all of it counts, on the day it was sent.
 *
 * @param afterMs how long a hold lasts; one from the future, after a clock was set back, has lapsed too
 * @param day days since 1970, UTC
 * @returns the holds still under way, and the credits that count on that day
 */
function splitLapsed(
  holds: readonly Hold[],
  afterMs: number,
  nowMs: number,
  day: number,
): { readonly left: readonly Hold[]; readonly spent: number } {
  const hasLapsed = ({ atMs }: Hold): boolean => Math.abs(nowMs - atMs) >= afterMs;
  const isOf = ({ atMs }: Hold): boolean => Math.floor((atMs + CHARGED_WITHIN_MS) / DAY_MS) >= day;
  const counted = holds.filter((hold) => hasLapsed(hold) && isOf(hold));
  return { left: holds.filter((hold) => !hasLapsed(hold)), spent: sumOf(counted.map(({ credits }) => credits)) };
}

export function sumOf(credits: Iterable<number>): number {
  let sum = 0;
  for (const each of credits) sum += each;
  return sum;
}
