import { readArray } from '../client/json';
import { DAY_MS, FREE_FOR_DAYS } from '../days';
import { CODE_LENGTH, codeOf } from '../digest';

/**
 * The companies paid for within the last 30 days, by day. Only the service knows for certain; this list makes it
 * possible to state a price beforehand. Payments by other files and devices are missing, so a price is rather too
 * high.
 */

/**
 * The codes of each day, counted from 1970, joined without separators. A code has 36 bits: among 20,000 companies, an unpaid
 * one is taken for paid once in three million times.
 */
type PaidDays = ReadonlyMap<number, string>;

/** Which companies were paid for, and until when. Times are milliseconds since 1970. */
export class PaidCompanies {
  private readonly dayOf = new Map<string, number>();
  /** The codes of each day, oldest first. They are stored often, so they are never rebuilt. */
  private readonly codesOf = new Map<number, string>();

  /** @param days from {@link PaidCompanies.toDays}; damaged ones are dropped */
  constructor(days: PaidDays = new Map()) {
    this.add(days);
  }

  /** Adds companies that others have paid for. */
  add(days: PaidDays): void {
    for (const [day, codes] of days) {
      const newer: string[] = [];
      for (let at = 0; at + CODE_LENGTH <= codes.length; at += CODE_LENGTH) {
        const code = codes.slice(at, at + CODE_LENGTH);
        if (day > (this.dayOf.get(code) ?? -Infinity)) newer.push(this.note(code, day));
      }
      this.append(newer, day);
    }
  }

  /**
   * Excludes the last hours of the 30 days, since a clock may differ from the service's. A future day, noted before a
   * clock was set back, does not count.
   */
  isPaid(company: string, nowMs: number): boolean {
    return isCovered(this.ageOf(codeOf(company), dayNumber(nowMs)));
  }

  /**
   * Notes payments. On the last of the 30 days the service may or may not charge again, so the new end is unknown:
   * the company counts as charged, but not as paid.
   *
   * @returns the companies that were not paid for yet
   */
  pay(companies: Iterable<string>, nowMs: number): readonly string[] {
    const today = dayNumber(nowMs);
    const codes: string[] = [];
    const unpaid: string[] = [];
    for (const company of companies) {
      const code = codeOf(company);
      const age = this.ageOf(code, today);
      const isLastDay = age === FREE_FOR_DAYS;
      // A company noted earlier in this call counts as paid when it comes again.
      if (isCovered(age) || (isLastDay && unpaid.includes(company))) continue;
      unpaid.push(company);
      if (!isLastDay) codes.push(this.note(code, today));
    }
    this.append(codes, today);
    return unpaid;
  }

  /** The age in days; `Infinity`: never paid for. */
  private ageOf(code: string, today: number): number {
    return today - (this.dayOf.get(code) ?? -Infinity);
  }

  /** The companies that are still paid for, newest day last. If there are too many, the oldest are dropped. */
  toDays(nowMs: number, most: number): PaidDays {
    const today = dayNumber(nowMs);
    const kept: [number, string][] = [];
    let left = most * CODE_LENGTH;
    for (const [day, codes] of [...this.codesOf].sort(([a], [b]) => b - a)) {
      if (today - day > FREE_FOR_DAYS || left === 0) continue;
      kept.push([day, codes.slice(Math.max(0, codes.length - left))]);
      left = Math.max(0, left - codes.length);
    }
    return new Map(kept.reverse());
  }

  private note(code: string, day: number): string {
    this.dayOf.set(code, day);
    return code;
  }

  /**
   * The codes are joined first, because V8 keeps each text that is appended to a long one as an object of its own.
   */
  private append(codes: readonly string[], day: number): void {
    if (codes.length > 0) this.codesOf.set(day, (this.codesOf.get(day) ?? '') + codes.join(''));
  }
}

function isCovered(age: number): boolean {
  return age >= 0 && age < FREE_FOR_DAYS;
}

/**
 * Reads stored days, and drops damaged ones.
 *
 * @param value pairs of a day, counted from 1970, and the codes of its companies: `[[20717, "bU_SJ9NmQIn2"]]`
 */
export function readPaidDays(value: unknown): PaidDays {
  const days = new Map<number, string>();
  for (const entry of readArray(value) ?? []) {
    const [day, codes] = readArray(entry) ?? [];
    if (typeof day === 'number' && typeof codes === 'string') days.set(day, codes);
  }
  return days;
}

/** The day since 1970 (UTC). @param nowMs milliseconds since 1970 */
export function dayNumber(nowMs: number): number {
  return Math.floor(nowMs / DAY_MS);
}

/**
 * As many codes as are stored with the counters. Further doubts count again when their company is asked for again.
 */
const MOST_DOUBTS = 800;

/** Adds a company to the codes of those counted without a confirmed charge. */
export function withDoubt(doubts: string, company: string): string {
  return doubts.length < MOST_DOUBTS * CODE_LENGTH ? doubts + codeOf(company) : doubts;
}

/** As many of the codes as there is room for. */
export function firstDoubts(doubts: string, most: number): string {
  return doubts.slice(0, most * CODE_LENGTH);
}

/** Whether a company was already counted today without a confirmed charge, so that it does not count twice. */
export function isInDoubt(doubts: string, company: string): boolean {
  if (doubts === '') return false;
  const code = codeOf(company);
  let at = doubts.indexOf(code);
  while (at >= 0 && at % CODE_LENGTH !== 0) at = doubts.indexOf(code, at + 1);
  return at >= 0;
}
