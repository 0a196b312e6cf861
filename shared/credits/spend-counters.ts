import { readArray, readCount, readObject, readText } from '../client/json';
import { dayNumber } from './paid-companies';
import { DAY_MS } from '../days';

/** Counts credits as far as they are known: the service does not report what an answer cost. */
export interface SpendCounters {
  /** Days since 1970, UTC. */
  readonly day: number;
  readonly formulas: number;
  readonly runs: number;
  /** The part of `formulas` that the user approved in the panel. */
  readonly formulasAgreed: number;
  /** Credits that the user approved today and formulas have not spent yet. */
  readonly agreed: number;
  /** Reservations that were granted but not settled yet. */
  readonly reservations: readonly Reservation[];
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
  reservations: [],
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
    reservations: readReservations(stored['reservations']),
    doubts: readText(stored['doubts']) ?? '',
  };
}

/**
 * Counts everything that others left unsettled as spent.
 *
 * @param afterMs how long a reservation may stay open; 0 for a host that allows one at a time
 */
export function lapse(counters: SpendCounters, afterMs: number, nowMs: number): SpendCounters {
  const now = today(counters, nowMs);
  const { left, spent } = splitLapsed(now.reservations, afterMs, nowMs, now.day);
  return { ...spend(now, spent), reservations: left };
}

/** Counts credits as spent. Approved credits are used first. */
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
 * Sets the credits that the user approved for formulas.
 *
 * @param credits what formulas may still spend today; the rest of an earlier approval lapses
 */
export function agree(counters: SpendCounters, credits: number): SpendCounters {
  return { ...counters, agreed: credits };
}

/**
 * Today's counters (UTC). Counters of another day start at zero, and so do counters of a day far ahead, from a clock
 * that was set back. Those of the next day stay: the caller has waited past midnight, and others have spent since. An
 * approval lasts for the day, so that credits approved last month are not spent.
 *
 * @param nowMs milliseconds since 1970
 */
export function today(counters: SpendCounters, nowMs: number): SpendCounters {
  const day = dayNumber(nowMs);
  return counters.day === day || counters.day === day + 1
    ? counters
    : { ...NO_SPENDING, day, reservations: counters.reservations };
}

/** Credits that a grant has reserved and not settled yet. */
interface Reservation {
  /** The grant's id; `''` if there is never more than one. */
  readonly id: string;
  readonly credits: number;
  /** When it was last reserved; milliseconds since 1970. */
  readonly atMs: number;
}

/** A request sent just before midnight may be charged just after. */
const CHARGED_WITHIN_MS = 120_000;

/** Reads stored reservations, and drops damaged ones. */
function readReservations(value: unknown): readonly Reservation[] {
  return (readArray(value) ?? []).flatMap((entry) => {
    const [id, credits, atMs] = [readText, readCount, readCount].map((read, at) => read(readArray(entry)?.[at]));
    return typeof credits === 'number' && typeof atMs === 'number' ? [{ id: String(id ?? ''), credits, atMs }] : [];
  });
}

/** Writes reservations as {@link readReservations} reads them: the id of the grant, credits, milliseconds since 1970. */
export function reservationsToStore(
  reservations: readonly Reservation[],
): readonly (readonly [string, number, number])[] {
  return reservations.map(({ id, credits, atMs }) => [id, credits, atMs]);
}

export function withReservation(
  reservations: readonly Reservation[],
  id: string,
  credits: number,
  atMs: number,
): readonly Reservation[] {
  if (credits === 0) return reservations;
  const before = reservations.find((reservation) => reservation.id === id)?.credits ?? 0;
  return [...reservations.filter((reservation) => reservation.id !== id), { id, credits: before + credits, atMs }];
}

export function release(reservations: readonly Reservation[], id: string, credits: number): readonly Reservation[] {
  // Without a limit there are no reservations.
  if (reservations.length === 0) return reservations;
  return reservations
    .map((reservation) =>
      reservation.id === id ? { ...reservation, credits: Math.max(0, reservation.credits - credits) } : reservation,
    )
    .filter((reservation) => reservation.credits > 0);
}

/**
 * Finds reservations whose run has ended without settling. It is unknown what was charged, so all of it counts, on the day
 * it was sent.
 *
 * @param afterMs how long a reservation lasts; one from the future, after a clock was set back, has lapsed too
 * @param day days since 1970, UTC
 * @returns the reservations that are still open, and the credits that count on that day
 */
function splitLapsed(
  reservations: readonly Reservation[],
  afterMs: number,
  nowMs: number,
  day: number,
): { readonly left: readonly Reservation[]; readonly spent: number } {
  const hasLapsed = ({ atMs }: Reservation): boolean => Math.abs(nowMs - atMs) >= afterMs;
  const isOf = ({ atMs }: Reservation): boolean => Math.floor((atMs + CHARGED_WITHIN_MS) / DAY_MS) >= day;
  const counted = reservations.filter((reservation) => hasLapsed(reservation) && isOf(reservation));
  return {
    left: reservations.filter((reservation) => !hasLapsed(reservation)),
    spent: sumOf(counted.map(({ credits }) => credits)),
  };
}

export function sumOf(credits: Iterable<number>): number {
  let sum = 0;
  for (const each of credits) sum += each;
  return sum;
}
