import { readArray } from '../client/json';
import { DAY_MS } from '../days';
import { BASE64URL_DIGITS, fnv1a } from '../digest';

/**
 * The companies that were paid for within the last 30 days, by day. The service knows for certain; this is what lets a
 * price be told beforehand, so what other files and devices have paid is missing, and a price errs upwards.
 */

/** https://docs.tracedata.ai/credits/ */
const PAID_FOR_DAYS = 30;
/** Of one company: 36 bits, so that among 20,000 companies a stranger passes for paid once in three million times. */
export const CODE_LENGTH = 6;

/** The codes of each day, counted from 1970, without anything between them. */
export type PaidDays = ReadonlyMap<number, string>;

export class PaidCompanies {
  private readonly dayOf = new Map<string, number>();
  /** The codes of each day in the order in which they came: written down often, so never put together anew. */
  private readonly codesOf = new Map<number, string>();

  /** @param days as {@link PaidCompanies.toDays} gave them; what is damaged is left out */
  constructor(days: PaidDays = new Map()) {
    this.add(days);
  }

  /** What somebody else has paid for. */
  add(days: PaidDays): void {
    for (const [day, codes] of days) {
      for (let at = 0; at + CODE_LENGTH <= codes.length; at += CODE_LENGTH) {
        this.note(codes.slice(at, at + CODE_LENGTH), day);
      }
    }
  }

  /**
   * The last hours of the 30 days are left out: a clock may differ from the service's. A day to come, noted before a
   * clock was set back, says nothing.
   */
  isPaid(company: string, nowMs: number): boolean {
    const age = this.ageOf(company, nowMs);
    return age >= 0 && age < PAID_FOR_DAYS;
  }

  /**
   * On the day on which the 30 days end, the service may have charged for a company or not, so that nobody knows until when
   * it is free from then on: it counts, and is not taken for paid.
   *
   * @returns those that had not been paid for
   */
  pay(companies: Iterable<string>, nowMs: number): readonly string[] {
    const unpaid = [...new Set(companies)].filter((company) => !this.isPaid(company, nowMs));
    for (const company of unpaid) {
      if (this.ageOf(company, nowMs) !== PAID_FOR_DAYS) this.put(toCode(company), dayNumber(nowMs));
    }
    return unpaid;
  }

  /** In days. */
  private ageOf(company: string, nowMs: number): number {
    return dayNumber(nowMs) - (this.dayOf.get(toCode(company)) ?? -Infinity);
  }

  /** What is still paid for, the newest day last; the oldest are dropped where there are too many. */
  toDays(nowMs: number, most: number): PaidDays {
    const today = dayNumber(nowMs);
    const kept: [number, string][] = [];
    let left = most * CODE_LENGTH;
    for (const [day, codes] of [...this.codesOf].sort(([a], [b]) => b - a)) {
      if (today - day > PAID_FOR_DAYS || left === 0) continue;
      kept.push([day, codes.slice(Math.max(0, codes.length - left))]);
      left = Math.max(0, left - codes.length);
    }
    return new Map(kept.reverse());
  }

  private note(code: string, day: number): void {
    if (day > (this.dayOf.get(code) ?? -Infinity)) this.put(code, day);
  }

  private put(code: string, day: number): void {
    this.dayOf.set(code, day);
    this.codesOf.set(day, (this.codesOf.get(day) ?? '') + code);
  }
}

/** Days that were stored; what is damaged is left out. */
export function readPaidDays(value: unknown): PaidDays {
  const days = new Map<number, string>();
  for (const entry of readArray(value) ?? []) {
    const [day, codes] = readArray(entry) ?? [];
    if (typeof day === 'number' && typeof codes === 'string') days.set(day, codes);
  }
  return days;
}

/** @param nowMs milliseconds since 1970 */
export function dayNumber(nowMs: number): number {
  return Math.floor(nowMs / DAY_MS);
}

/** Two FNV-1a hashes of 18 bits each. */
export function toCode(company: string): string {
  let code = '';
  for (const seed of [0x811c9dc5, 0x01234567]) {
    let hash = fnv1a(company, seed);
    hash ^= hash >>> 15;
    for (let digit = 0; digit < CODE_LENGTH / 2; digit += 1) code += BASE64URL_DIGITS[(hash >>> (6 * digit)) & 63];
  }
  return code;
}
