import { DAY_MS } from '../days';
import { readArray, readCount, readText } from '../client/json';

/** What a grant has reserved and not settled yet. */
export interface Hold {
  /** Its id; `''` where there is never more than one. */
  readonly id: string;
  readonly credits: number;
  /** When it was last reserved; milliseconds since 1970. */
  readonly atMs: number;
}

/** A request sent just before midnight may be charged just after. */
const CHARGED_WITHIN_MS = 120_000;

/** Stored holds, without damaged ones. */
export function readHolds(value: unknown): readonly Hold[] {
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
export function splitLapsed(
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
