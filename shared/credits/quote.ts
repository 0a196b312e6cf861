import type { Inputs } from '../cells/inputs';
import type { MaxAge } from '../records/ports';
import type { ErrorCode } from '../errors/trace-error';
import { freshnessOf } from '../records/freshness';
import type { LookupOutcome } from '../records/outcome';
import { partnersCounted } from './prices';

/** What a column would cost, told without a request. What other files and devices have paid is unknown, so it errs upwards. */
export interface Quote {
  readonly rows: number;
  readonly blank: number;
  /** Rows that name no company, by what is wrong with them. */
  readonly unusable: ReadonlyMap<ErrorCode, number>;
  /** Rows that name a company which an earlier row names. */
  readonly duplicates: number;
  /** Companies whose answer is remembered and fresh. */
  readonly fresh: number;
  /** Companies that were paid for within the last 30 days. */
  readonly paid: number;
  readonly toPay: number;
  /** For companies and for the partners that are counted or asked for: a credit each. */
  readonly leastCredits: number;
  /** How many of these are for partners that Trace has counted, at some time within the last 30 days. */
  readonly countedPartners: number;
  /** Companies of which it is not known how many partners they have; each partner may cost a credit. */
  readonly unknown: number;
}

/** What is known of companies without asking. */
export interface KnownCompanies {
  readonly company: ReadonlyMap<string, LookupOutcome>;
  /** The answer that shows what is asked for: all partners of a company, or the first of them. */
  readonly partners: ReadonlyMap<string, LookupOutcome>;
  readonly isPaid: (identifier: string) => boolean;
}

/**
 * @param what `company`: technologies and facts; `partners`: partners, which cost a credit each
 * @param top how many partners of each company are asked for, at no cost for the company itself; `null`: all of them
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
    if (freshnessOf(known[what].get(company), age, nowMs) === 'fresh') {
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

/** What a column costs at most, in credits, if all companies are tracked; `null`: nobody knows before it is paid for. */
export function mostOf({ unknown, leastCredits }: Quote): number | null {
  return unknown > 0 ? null : leastCredits;
}

/** Two quotes of different companies as one. @param rows whose rows are told */
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
