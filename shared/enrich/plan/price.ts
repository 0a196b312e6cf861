import {
  mostOfPreview,
  mostOfRun,
  type Quote,
  costOfEach,
  toQuote,
  withOthers,
  type KnownCompanies,
} from '../../credits/quote';
import type { Input } from '../../cells/inputs';
import { now } from '../../client/ports';
import { paid, peek, account } from '../../lookup/ports';
import { type LookupOutcome, freshnessOf } from '../../records/outcome';
import { toPartnersEstimate, type PartnersEstimate } from '../../credits/partners-estimate';
import { isAsking, listsOf, needOf, type PartnerList } from './column-spec';
import { listQuestion } from '../fetch/fetch-partners';
import { comparedOf } from './column-answer';
import type { RunPorts } from '../sheet/ports';
import type { Plan } from './plan';
import { TraceError } from '../../errors/trace-error';
import { NO_ACCOUNT, type Account } from '../../records/account';

/** How many companies are looked up in the store at once. */
const PEEKED_AT_ONCE = 10_000;

/** The number of rows in a preview. */
export const PREVIEW_ROWS = 3;

export interface RunPrice {
  readonly quote: Quote;
  /** In credits, if Trace tracks every company; `null`: the number of partners is unknown, so a limit is needed. */
  readonly most: number | null;
  /**
   * What partners will probably cost; `null`: none are asked for, nothing is known yet, or nothing must be paid for.
   */
  readonly partnersEstimate: PartnersEstimate | null;
  /** The likely spending after each row, in credits; `null`: nothing is known yet. */
  readonly afterRow: readonly number[] | null;
  /** The most that a preview costs, in credits. It is always known. */
  readonly previewMost: number;
}

/**
 * The price of an enrichment, found without a request. Includes the companies that rows are compared with. Throws the
 * problem of a name that cannot be read.
 */
export async function priceRun(
  ports: RunPorts,
  plan: Pick<Plan, 'rows' | 'choices'>,
  maxAgeMs: number,
): Promise<RunPrice> {
  const { rows, choices } = plan;
  const inRows = new Set(rows.map(({ identifier }) => identifier));
  const others = comparedOf(choices).filter((identifier) => !inRows.has(identifier));
  const asked = choices.filter(isAsking);
  const lists = [...listsOf(asked).values()];
  // No one knows how many partners of one type a company has.
  const isTyped = lists.some(({ top }) => top === undefined);
  const isOpen = isTyped || asked.some((choice) => needOf(choice) === 'partners');
  const hasCompany = asked.some((choice) => needOf(choice) === 'company');
  const what = isOpen ? 'partners' : hasCompany ? 'company' : null;
  const known = await peekAll(ports, [...inRows, ...others], what);
  const nowMs = await ports.perform(now());
  const age = { maxAgeMs, isAgeAsked: true };
  const isSaved = await peekLists(ports, [...inRows], lists, (outcome) => freshnessOf(outcome, age, nowMs) === 'fresh');
  const also = (company: string): number =>
    lists.reduce((sum, { top = 0 }, at) => sum + (inRows.has(company) && !isSaved(company, at) ? top : 0), 0);
  const quoteOf = (identifiers: readonly string[]): Quote => {
    const inputs = identifiers.map((identifier): Input => ({ is: 'company', identifier, given: identifier }));
    return toQuote({ rows: inputs, isRange: true, givenRows: inputs.length }, what, known, age, nowMs, null, also);
  };
  const quote = withOthers(quoteOf(rows.map(({ identifier }) => identifier)), quoteOf(others));
  const inOrder = [...others, ...rows.map(({ identifier }) => identifier)];
  const isEstimable = isOpen && lists.length === 0;
  const partnersEstimate = isEstimable ? toPartnersEstimate(inOrder, known, age, nowMs) : null;
  const afterEach =
    what === 'partners' ? (partnersEstimate?.afterEach ?? null) : costOfEach(inOrder, what, known, age, nowMs, also);
  const afterRow = afterEach === null ? null : afterEach.slice(others.length);
  const previewed = quoteOf(rows.slice(0, PREVIEW_ROWS).map(({ identifier }) => identifier));
  const previewMost = mostOfPreview(withOthers(previewed, quoteOf(others)), isTyped);
  return { quote, most: mostOfRun(quote, isTyped), partnersEstimate, afterRow, previewMost };
}

async function peekAll(
  ports: RunPorts,
  identifiers: readonly string[],
  what: 'company' | 'partners' | null,
): Promise<KnownCompanies> {
  const company = new Map<string, LookupOutcome>();
  const partners = new Map<string, LookupOutcome>();
  const isPaid = new Set<string>();
  for (let start = 0; start < identifiers.length; start += PEEKED_AT_ONCE) {
    const some = identifiers.slice(start, start + PEEKED_AT_ONCE);
    for (const [identifier, outcome] of await ports.perform(peek('company', some))) company.set(identifier, outcome);
    for (const identifier of await ports.perform(paid(some))) isPaid.add(identifier);
    if (what !== 'partners') continue;
    for (const [identifier, outcome] of await ports.perform(peek('partners', some))) partners.set(identifier, outcome);
  }
  return { company, partners, isPaid: (identifier) => isPaid.has(identifier) };
}

/** Which companies have a saved answer to which of the lists, by its place. */
async function peekLists(
  ports: RunPorts,
  identifiers: readonly string[],
  lists: readonly PartnerList[],
  isFresh: (outcome: LookupOutcome) => boolean,
): Promise<(company: string, list: number) => boolean> {
  const saved = lists.map(() => new Set<string>());
  for (const [at, list] of lists.entries()) {
    for (let start = 0; list.top !== undefined && start < identifiers.length; start += PEEKED_AT_ONCE) {
      const some = identifiers.slice(start, start + PEEKED_AT_ONCE);
      const questions = new Map(some.map((company) => [listQuestion(company, list, list.top!), company]));
      for (const [question, outcome] of await ports.perform(peek('rows', [...questions.keys()]))) {
        if (isFresh(outcome)) saved[at]!.add(questions.get(question)!);
      }
    }
  }
  return (company, list) => saved[list]!.has(company);
}

/** Throws `capNeeded` if the enrichment has no limit and its highest price is unknown. */
export function checkCap({ quote, most }: RunPrice, cap: number | null): void {
  if (most === null && cap === null) throw new TraceError('capNeeded', { unknown: quote.unknown || quote.toPay });
}

/**
 * The limit of an enrichment in credits: the user's own, or else its highest price. Throws `capNeeded` if that is
 * unknown.
 */
export async function limitOf(
  ports: RunPorts,
  plan: Pick<Plan, 'rows' | 'choices'>,
  { cap, maxAgeMs }: { readonly cap: number | null; readonly maxAgeMs: number },
): Promise<number> {
  if (cap !== null) return cap;
  const price = await priceRun(ports, plan, maxAgeMs);
  checkCap(price, cap);
  return price.most ?? 0;
}

/**
 * The account that pays for an enrichment. Without a key, an enrichment of practice companies still works, because
 * all its answers are saved. Throws `noKey` if anything else is needed, before the sheet is changed.
 */
export async function payerOf(
  ports: RunPorts,
  plan: Pick<Plan, 'rows' | 'choices'>,
  maxAgeMs: number,
): Promise<Account> {
  const payer = await ports.perform(account());
  if (payer !== null) return payer;
  const { quote, most } = await priceRun(ports, plan, maxAgeMs);
  if (quote.toPay + quote.paid > 0 || most !== 0) throw new TraceError('noKey', {});
  return NO_ACCOUNT;
}
