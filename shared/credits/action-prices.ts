import type { ClientPorts } from '../client/ports';
import { DAY_MS, FREE_FOR_DAYS } from '../days';
import { TraceError } from '../errors/trace-error';
import type { Async } from '../task';
import { CHARGE_OF_COMPANY } from './charges';
import { costOf } from './prices';

/** The prices of what people do in the panel, as they see them before a click; and what it then has cost. */

/** The price of companies that the user asks for in the panel: a credit each, once within 30 days. */
export interface CompanyPrice {
  /** The most credits. */
  readonly credits: number;
  /** The number of companies that cost nothing. */
  readonly free: number;
  /** When the first of these costs a credit again, in milliseconds since 1970; `null`: today, or none is free. */
  readonly freeUntilMs: number | null;
}

/** The price in credits. @param arePaid for each company, whether it is paid for */
export function priceOfCompanies(arePaid: readonly boolean[]): number {
  return arePaid.filter((isPaid) => !isPaid).length;
}

interface PaidPort {
  /** Which companies are still paid for at a time (milliseconds since 1970); absent: now. */
  readonly paid: (asked: { readonly identifiers: readonly string[]; readonly atMs?: number }) => ReadonlySet<string>;
}

/** The price of companies given what this account has paid for, and until when they will be free. */
export async function priceAgain(
  ports: Async<PaidPort & Pick<ClientPorts, 'now'>>,
  companies: readonly string[],
): Promise<CompanyPrice> {
  const paid = await ports.paid({ identifiers: companies });
  const credits = priceOfCompanies(companies.map((company) => paid.has(company)));
  const free = companies.length - credits;
  if (free === 0) return { credits, free, freeUntilMs: null };
  const identifiers = companies.filter((company) => paid.has(company));
  const nowMs = await ports.now();
  let [freeDay, chargedDay] = [0, FREE_FOR_DAYS + 1];
  while (chargedDay - freeDay > 1) {
    const day = Math.floor((freeDay + chargedDay) / 2);
    const still = await ports.paid({ identifiers, atMs: nowMs + day * DAY_MS });
    if (identifiers.every((company) => still.has(company))) freeDay = day;
    else chargedDay = day;
  }
  return { credits, free, freeUntilMs: freeDay === 0 ? null : nowMs + freeDay * DAY_MS };
}

/**
 * The most that asking about pairs of companies costs, in credits: one for each pair. If Trace has no lookup of
 * pairs, the names of the companies on the other side must be asked for, and each of those may cost a credit too:
 * https://docs.tracedata.ai/api/partnerships/.
 *
 * @param others how many companies on the other side have unknown names, without repeats
 */
export function priceOfPairs(pairs: number, others: number): number {
  return pairs === 0 ? 0 : pairs + others;
}

/**
 * {@link priceOfPairs} for pairs that are asked about one by one, so that companies on the other side repeat.
 *
 * @param others the company on the other side of each pair
 * @param isNamed whether its name is known
 */
export function priceOfPairsWith(others: readonly string[], isNamed: (other: string) => boolean): number {
  return priceOfPairs(others.length, [...new Set(others)].filter((other) => !isNamed(other)).length);
}

/**
 * The most that a list of companies, partners or edges costs, in credits: one for each row.
 * https://docs.tracedata.ai/credits/ charges each company on a returned page.
 *
 * @param rows the most rows that are asked for
 */
export function priceOfRows(rows: number): number {
  return rows;
}

/** How many companies the search for one name compares. */
export const COMPARED_COMPANIES = 3;

/** The most that the search for one name costs, in credits. */
export const PRICE_OF_NAME = priceOfRows(COMPARED_COMPANIES);

/** The most that the next rows of a list cost: no more rows than there are. @param total `null`: unknown */
export function priceOfNext(
  { offset, total }: { readonly offset: number; readonly total: number | null },
  wanted: number,
): number {
  return priceOfRows(total === null ? wanted : Math.max(0, Math.min(wanted, total - offset)));
}

/**
 * The most that lists cost, each at its own price. A company that several of them return may be charged only once.
 */
export function priceOfLists(questions: readonly string[]): number {
  return questions.reduce((sum, question) => sum + costOf('rows', question), 0);
}

/**
 * The most credits that the shared partners of two companies cost if Trace has no such list: all partners of both are
 * read then. `null`: unknown.
 *
 * @param one how many partners the first company has; `null`: unknown
 */
export function priceOfBothLists(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : priceOfRows(one + other);
}

/**
 * The most credits that a formula costs, where saved answers are free; `null`: only known after paying.
 *
 * @param companies lookups of companies without a saved answer
 * @param others the other lookups without one that cost something: only their answers say how much
 * @param most the price if nothing were saved; `null`: only known after paying
 */
export function priceOfUnsaved(
  { companies, others }: { readonly companies: number; readonly others: number },
  most: number | null,
): number | null {
  if (others > 0) return most;
  const credits = companies * CHARGE_OF_COMPANY;
  return most === null ? credits : Math.min(credits, most);
}

/**
 * The most credits that an enrichment may still be charged when it continues. Its unanswered lookups are sent again,
 * and those that were not charged the first time may be charged now.
 *
 * @param cap of the whole enrichment; `null`: none was approved, and nothing more is spent
 * @param used so far, including `unsure`: what may not have been charged
 */
export function mostOfRest(cap: number | null, used: number, unsure: number): number {
  return cap === null ? 0 : Math.max(0, cap - used + unsure);
}

/** What a task has spent, in credits. `unsure`: what Trace may have charged besides, for answers that were lost. */
interface Spent {
  readonly credits: number;
  readonly unsure: number;
}

/** What a task and its second try have spent. The second try asks again for lost answers, which are not charged twice. */
export function addSpent(before: Spent, more: Spent): Spent {
  return { credits: before.credits + more.credits, unsure: Math.max(more.unsure, before.unsure - more.credits) };
}

/** A number of credits from a panel, which has already refused likely typos. Throws `actionMalformed`. */
export function readCredits(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new TraceError('actionMalformed', { expected: 'a whole number of credits' });
}
