import type { Inputs } from '../cells/inputs';
import type { MaxAge } from '../records/ports';
import type { ErrorCode } from '../errors/trace-error';
import { freshnessOf } from '../records/freshness';
import type { LookupOutcome } from '../records/outcome';
import { priceOfPairs } from './pair-price';
import { partnersCounted } from './partners-counted';

/**
 * The price of a column, told without a request. Payments by other files and devices are unknown, so it is rather too
 * high.
 */
export interface Quote {
  readonly rows: number;
  readonly blank: number;
  /** Rows that name no company, by problem. */
  readonly unusable: ReadonlyMap<ErrorCode, number>;
  /** Rows that repeat a company of an earlier row. */
  readonly duplicates: number;
  /** Companies with a fresh saved answer. */
  readonly fresh: number;
  /** Companies that were paid for within the last 30 days. */
  readonly paid: number;
  readonly toPay: number;
  /** For companies, and for partners that are counted or asked for: a credit each. */
  readonly leastCredits: number;
  /** How many of these are for partners that Trace counted within the last 30 days. */
  readonly countedPartners: number;
  /** Companies with an unknown number of partners, each of which may cost a credit. */
  readonly unknown: number;
}

/** What is known of companies without a request. */
export interface KnownCompanies {
  readonly company: ReadonlyMap<string, LookupOutcome>;
  /** The answer that would be shown: all partners of a company, or the first of them. */
  readonly partners: ReadonlyMap<string, LookupOutcome>;
  readonly isPaid: (identifier: string) => boolean;
}

/**
 * @param what `company`: technologies and facts; `partners`: partners, which cost a credit each
 * @param top how many partners of each company are asked for, at no cost for the company itself; `null`: all
 * @returns rows and companies by state, and the price in credits
 */
export function toQuote(
  inputs: Inputs,
  what: 'company' | 'partners',
  known: KnownCompanies,
  age: MaxAge,
  nowMs: number,
  top: number | null = null,
): Quote {
  const unusable = new Map<ErrorCode, number>();
  const companies = new Set<string>();
  let [blank, duplicates] = [0, 0];
  for (const input of inputs.rows) {
    if (input.is === 'blank') blank += 1;
    else if (input.is === 'problem') unusable.set(input.error.code, (unusable.get(input.error.code) ?? 0) + 1);
    else if (companies.has(input.identifier)) duplicates += 1;
    else companies.add(input.identifier);
  }
  let [fresh, paid, toPay, leastCredits, countedPartners, unknown] = [0, 0, 0, 0, 0, 0];
  for (const company of companies) {
    const isAnswered = freshnessOf(known[what].get(company), age, nowMs) === 'fresh';
    if (isAnswered || isKnownUntracked(known.company.get(company), age, nowMs)) {
      fresh += 1;
      continue;
    }
    if (what === 'partners' && top !== null) {
      leastCredits += top;
      toPay += 1;
      continue;
    }
    const isPaid = known.isPaid(company);
    const partners = what === 'company' ? 0 : partnersCounted(known.company.get(company));
    if (partners === null) unknown += 1;
    leastCredits += (isPaid ? 0 : 1) + (partners ?? 0);
    countedPartners += partners ?? 0;
    if (isPaid && partners === 0) paid += 1;
    else toPay += 1;
  }
  const rows = inputs.rows.length;
  return { rows, blank, unusable, duplicates, fresh, paid, toPay, leastCredits, countedPartners, unknown };
}

/** Whether a fresh answer says that Trace does not track a company, so that nothing of it costs anything. */
export function isKnownUntracked(company: LookupOutcome | undefined, age: MaxAge, nowMs: number): boolean {
  return company?.is === 'notTracked' && freshnessOf(company, age, nowMs) === 'fresh';
}

/** The quote of companies that are each compared with one other company. @param quote of one partner each */
export function asPairs(quote: Quote): Quote {
  return { ...quote, leastCredits: priceOfPairs(quote.leastCredits, 1) };
}

/** The part of {@link Quote.leastCredits} that does not rest on an earlier count of partners. */
export function uncountedCredits({ leastCredits, countedPartners }: Quote): number {
  return leastCredits - countedPartners;
}

/** The most that a column costs, in credits, if all companies are tracked; `null`: unknown before paying. */
export function mostOfQuote({ unknown, leastCredits }: Quote): number | null {
  return unknown > 0 ? null : leastCredits;
}

/**
 * Adds the quotes of different companies.
 * @param rows the quote that gives the row counts
 */
export function withOthers(rows: Quote, others: Quote): Quote {
  const both = (name: 'fresh' | 'paid' | 'toPay' | 'leastCredits' | 'countedPartners' | 'unknown'): number =>
    rows[name] + others[name];
  return {
    ...rows,
    fresh: both('fresh'),
    paid: both('paid'),
    toPay: both('toPay'),
    leastCredits: both('leastCredits'),
    countedPartners: both('countedPartners'),
    unknown: both('unknown'),
  };
}

/** What companies cost in order, in credits: the sum after each. One that comes again costs nothing. */
export function costOfEach(
  identifiers: readonly string[],
  known: KnownCompanies,
  age: MaxAge,
  nowMs: number,
): readonly number[] {
  const seen = new Set<string>();
  let credits = 0;
  return identifiers.map((identifier) => {
    const isFree = freshnessOf(known.company.get(identifier), age, nowMs) === 'fresh' || known.isPaid(identifier);
    if (!seen.has(identifier) && !isFree) credits += 1;
    seen.add(identifier);
    return credits;
  });
}
