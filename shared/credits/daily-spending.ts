import { parseJson, readArray, readCount, readObject, readText } from '../client/json';
import { dayNumber } from './paid-companies';

/**
 * What formulas may spend in a day, and what they have spent: the policy of a file, counters with reservations, and what
 * a person keeps for a file in a store of their own.
 */

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

/** A request sent just before midnight may be charged just after. */
const CHARGED_WITHIN_MS = 120_000;

/**
 * Ends reservations whose run has ended without settling. It is unknown what was charged, so all of it counts as spent, on
 * the day it was sent.
 *
 * @param afterMs how long a reservation may stay open, 0 for a host that allows one at a time; one from the future,
 * after a clock was set back, has lapsed too
 */
export function lapse(counters: SpendCounters, afterMs: number, nowMs: number): SpendCounters {
  const now = today(counters, nowMs);
  const hasLapsed = ({ atMs }: Reservation): boolean => Math.abs(nowMs - atMs) >= afterMs;
  const isOfToday = ({ atMs }: Reservation): boolean => dayNumber(atMs + CHARGED_WITHIN_MS) >= now.day;
  const counted = now.reservations.filter((reservation) => hasLapsed(reservation) && isOfToday(reservation));
  return {
    ...spend(now, sumOf(counted.map(({ credits }) => credits))),
    reservations: now.reservations.filter((reservation) => !hasLapsed(reservation)),
  };
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

export function sumOf(credits: Iterable<number>): number {
  let sum = 0;
  for (const each of credits) sum += each;
  return sum;
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
