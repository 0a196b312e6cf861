import type { Inputs } from '../cells/inputs';
import { type MaxAge, freshnessOf, type LookupOutcome } from '../records/outcome';
import type { ErrorCode } from '../errors/trace-error';
import { readCount } from '../client/json';
import type { CompanyRecord } from '../client/resources/companies';
import { priceOfPairs } from './action-prices';

/**
 * The price of a column, computed without a request. Payments by other files and devices are unknown, so it is rather
 * too high.
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
  /** A credit for each company, and for each partner that is counted or asked for. */
  readonly leastCredits: number;
  /** How many of these are for partners that Trace counted within the last 30 days. */
  readonly countedPartners: number;
  /** Companies with an unknown number of partners, each of which may cost a credit. */
  readonly unknown: number;
}

/** What is known about companies without a request. */
export interface KnownCompanies {
  readonly company: ReadonlyMap<string, LookupOutcome>;
  /** The answer that would be shown: all partners of a company, or the first of them. */
  readonly partners: ReadonlyMap<string, LookupOutcome>;
  readonly isPaid: (identifier: string) => boolean;
}

/**
 * Prices a column.
 * @param what `company`: technologies and facts; `partners`: partners, which cost a credit each; `null`: only `also`
 * @param top how many partners of each company are asked for, at no cost for the company itself; `null`: all
 * @param also what lists of a company cost besides, in credits
 * @returns rows and companies by state, and the price in credits
 */
export function toQuote(
  inputs: Inputs,
  what: 'company' | 'partners' | null,
  known: KnownCompanies,
  age: MaxAge,
  nowMs: number,
  top: number | null = null,
  also: (company: string) => number = () => 0,
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
    const isUntracked = isKnownUntracked(known.company.get(company), age, nowMs);
    const ofLists = isUntracked ? 0 : also(company);
    leastCredits += ofLists;
    if (what === null || isUntracked || freshnessOf(known[what].get(company), age, nowMs) === 'fresh') {
      if (ofLists > 0) toPay += 1;
      else fresh += 1;
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
    if (isPaid && partners === 0 && ofLists === 0) paid += 1;
    else toPay += 1;
  }
  const rows = inputs.rows.length;
  return { rows, blank, unusable, duplicates, fresh, paid, toPay, leastCredits, countedPartners, unknown };
}

/**
 * How many partners, at a credit each, the company's own record counts; `null`: unknown.
 *
 * @param company the outcome of the company's own lookup
 */
export function partnersCounted(company: LookupOutcome | undefined): number | null {
  if (company?.is !== 'found') return null;
  return readCount((company.record as CompanyRecord)['partnership_count']);
}

/** Whether a fresh answer says that Trace does not track a company, so that none of its lookups cost anything. */
export function isKnownUntracked(company: LookupOutcome | undefined, age: MaxAge, nowMs: number): boolean {
  return company?.is === 'notTracked' && freshnessOf(company, age, nowMs) === 'fresh';
}

/** The quote of companies that are each compared with one other company. @param quote for one partner each */
export function asPairs(quote: Quote): Quote {
  return { ...quote, leastCredits: priceOfPairs(quote.leastCredits, 1) };
}

/** The part of {@link Quote.leastCredits} that does not depend on an earlier count of partners. */
export function uncountedCredits({ leastCredits, countedPartners }: Quote): number {
  return leastCredits - countedPartners;
}

/** The most that a preview costs, in credits: enough for the partners of a few companies. */
const PREVIEW_MOST = 100;

/**
 * The most credits that an enrichment costs if Trace tracks every company; `null`: known only after paying.
 *
 * @param isTyped whether it asks for partners of one type, whose number is unknown for each company
 */
export function mostOfRun(quote: Quote, isTyped: boolean): number | null {
  return isTyped || quote.unknown > 0 ? null : quote.leastCredits;
}

/** The most credits that a preview costs, which is always known. @param quote of the rows that it shows */
export function mostOfPreview(quote: Quote, isTyped: boolean): number {
  return Math.min(mostOfRun(quote, isTyped) ?? PREVIEW_MOST, PREVIEW_MOST);
}

/**
 * Adds the quotes of different companies.
 * @param rows the quote that provides the row counts
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

/**
 * The running cost of companies in order, in credits: the sum after each. Repeats cost nothing.
 *
 * @param what `null`: only `also`
 * @param also what lists of a company cost besides, in credits
 */
export function costOfEach(
  identifiers: readonly string[],
  what: 'company' | null,
  known: KnownCompanies,
  age: MaxAge,
  nowMs: number,
  also: (company: string) => number,
): readonly number[] {
  const seen = new Set<string>();
  let credits = 0;
  return identifiers.map((identifier) => {
    const company = known.company.get(identifier);
    const isFree = what === null || freshnessOf(company, age, nowMs) === 'fresh' || known.isPaid(identifier);
    if (!seen.has(identifier)) {
      credits += (isFree ? 0 : 1) + (isKnownUntracked(company, age, nowMs) ? 0 : also(identifier));
    }
    seen.add(identifier);
    return credits;
  });
}
