import { readDomain } from '../cells/identifier';
import { firstOf, type JsonObject, readArray, readText } from '../client/json';
import type { PartnersRecord } from '../client/resources/partnerships';
import { readQuestion, type RowsRecord } from '../client/rows';
import type { LookupKind, LookupOutcome, MayCost } from '../records/outcome';
import { rowsOf } from '../records/parts';
import { costOf } from './prices';
import { isInDoubt, type PaidCompanies, withDoubt } from './paid-companies';
import type { TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';

/** In credits: of a company, whatever is shown of it, and of the answer about one pair of companies. */
export const CHARGE_OF_COMPANY = 1;
export const CHARGE_OF_PAIR = 1;

/** Paths of TRACE_GET that have companies as rows. */
const COMPANY_PATHS =
  /^\/(companies(\/[^/?]+(\/partnerships)?)?|(partnerships|technologies|vendors)\/[^/?]+\/companies|lists\/[^/?]+\/members)(\?|$)/;

const DOMAIN_NAMES = ['primary_domain', 'domain', 'company_domain', 'partner_domain'];
const SLUG_NAMES = ['slug', 'company_slug', 'partner_slug'];

/**
 * The companies that an answer was charged for, at most. A company is charged once within 30 days, whatever the call
 * (https://docs.tracedata.ai/credits/), so each goes by one name: its domain.
 */
export function chargedCompanies(kind: LookupKind, identifier: string, outcome: LookupOutcome): readonly string[] {
  if (outcome.is !== 'found') return [];
  switch (kind) {
    case 'company':
      return [companyName(outcome.record as JsonObject, identifier) ?? identifier];
    case 'partners':
      return partnerNames(identifier, outcome.record as PartnersRecord);
    case 'rows':
      return rowNames(identifier, outcome.record as RowsRecord);
  }
}

/** How many credits it takes at most to read a company with its partners: one for each. */
export function chargeOfPartners({ partners, surplus = 0, isListed }: PartnersRecord): number {
  return (isListed === true ? 0 : 1) + (partners?.length ?? 0) + surplus;
}

/** The same for the rows of lists, all of them companies. */
export function chargeOfRows(...lists: readonly RowsRecord[]): number {
  return lists.reduce((sum, list) => sum + rowsOf(list), 0);
}

/** How many credits answers took at most, each company once. */
export function chargeOfAnswers(
  answers: readonly { readonly kind: LookupKind; readonly id: string; readonly outcome: LookupOutcome }[],
): number {
  return new Set(answers.flatMap(({ kind, id, outcome }) => chargedCompanies(kind, id, outcome))).size;
}

/**
 * The companies that answers were charged for, at most.
 *
 * @param kind of all the answers
 * @param outcomes by identifier: a company, or the question of a list
 * @returns names as {@link chargedCompanies} gives them; a company is there once for each answer that names it
 * @internal tests compare what it names
 */
export function companiesIn(kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>): readonly string[] {
  const companies: string[] = [];
  outcomes.forEach((outcome, identifier) => companies.push(...chargedCompanies(kind, identifier, outcome)));
  return companies;
}

/** Several companies may share a mere name. */
function partnerNames(
  identifier: string,
  { company, partners, surplus = 0, isListed }: PartnersRecord,
): readonly string[] {
  const own = isListed === true ? [] : [nameOf(company.domain, company.slug) ?? identifier];
  const unseen = Array.from({ length: surplus }, () => ({ domain: null, slug: null }));
  const all = [...(partners ?? []), ...unseen];
  return [...own, ...all.map(({ domain, slug }, index) => nameOf(domain, slug) ?? `${identifier}#${index}`)];
}

/** Whatever has a company's name counts as paid for from then on, so anything ambiguous gets no name. */
function rowNames(question: string, { rows, isList, about, surplus = 0 }: RowsRecord): readonly string[] {
  const { operation, path } = readQuestion(question);
  if (costOf('rows', question) === 0) return [];
  if (operation === 'partnerships.lookup') return [question];
  const areCompanies = operation !== 'get' || COMPANY_PATHS.test(path);
  const toName = (row: JsonObject, index: number): string =>
    (areCompanies ? companyName(row) : null) ?? `${question}#${index}`;
  const nodes = readArray(about['nodes']);
  // A graph charges its nodes, except the company it was asked for.
  if (nodes !== null) return nodes.slice(1).map((_node, index) => `${question}#${index}`);
  if (rows.length === 0 && !isList) return [toName(about, 0)];
  const unseen = Array.from({ length: surplus }, (_row, index) => `${question}#${rows.length + index}`);
  return [...rows.map(toName), ...unseen];
}

/**
 * Drops the record of a company that is kept as a text too. The names stay that {@link chargedCompanies} goes by.
 *
 * @param outcome of a company that was found, with its text
 */
export function letGoOfRecord(outcome: LookupOutcome & { readonly is: 'found' }): void {
  const record = outcome.record as JsonObject;
  const names = { primary_domain: firstOf(record, DOMAIN_NAMES), slug: firstOf(record, SLUG_NAMES) };
  (outcome as { record: JsonObject }).record = names;
}

/** @param asked a company's identifier. Most answers name the same domain, and it is not read again */
function companyName(record: JsonObject, asked = ''): string | null {
  const domain = readText(firstOf(record, DOMAIN_NAMES));
  return domain === asked && asked.includes('.') ? asked : nameOf(domain, readText(firstOf(record, SLUG_NAMES)));
}

function nameOf(domain: string | null, slug: string | null): string | null {
  return (domain === null ? null : readDomain(domain)) ?? slug;
}

/** What answers cost an account, at most. */
export interface AnswersCost {
  /** The companies that it had not paid for yet. All others in the answers were free. */
  readonly charged: readonly string[];
  readonly credits: number;
}

/**
 * What answers to a run cost: each company that is not paid for. An answer in doubt costs nothing here, since the run's own
 * budget keeps what was reserved for it: see `run-budget.ts`.
 *
 * @param paid has the charged companies afterwards
 */
export function costOfRunAnswers(
  paid: PaidCompanies,
  kind: LookupKind,
  outcomes: ReadonlyMap<string, LookupOutcome>,
  nowMs: number,
): AnswersCost {
  const charged = paid.pay(companiesIn(kind, outcomes), nowMs);
  return { charged, credits: charged.length * CHARGE_OF_COMPANY };
}

/**
 * What answers to formulas cost: each company that is not paid for, unless it was counted today when its answer was lost. An
 * answer in doubt counts as the most it may have cost; of a company, once a day.
 *
 * @param paid has the charged companies afterwards
 * @param doubts codes of the companies that were counted today without a confirmed charge
 * @returns with the doubts afterwards
 */
export function costOfFormulaAnswers(
  paid: PaidCompanies,
  doubts: string,
  kind: LookupKind,
  outcomes: ReadonlyMap<string, LookupOutcome>,
  nowMs: number,
): AnswersCost & { readonly doubts: string } {
  const charged = paid.pay(companiesIn(kind, outcomes), nowMs);
  let credits = charged.filter((company) => !isInDoubt(doubts, company)).length * CHARGE_OF_COMPANY;
  let after = doubts;
  for (const [identifier, outcome] of outcomes) {
    const inDoubt = inDoubtOf(outcome);
    if (inDoubt === 0) continue;
    if (kind === 'company') {
      if (paid.isPaid(identifier, nowMs) || isInDoubt(after, identifier)) continue;
      after = withDoubt(after, identifier);
    }
    credits += inDoubt;
  }
  return { charged, credits, doubts: after };
}

/**
 * What a look-up may have cost if its answer was lost or cannot be used, in credits, at most. Only companies that were returned
 * are charged (https://docs.tracedata.ai/credits/). After a lost answer nobody knows whether they were.
 */

/**
 * The doubt about a look-up that ends without a whole answer: each row of its earlier pages was charged, and so was the last
 * page, if that is in doubt. A free list leaves none.
 *
 * @param mostOfLast what the last request costs at most, or all that was reserved if nobody knows how far it came
 * @param isInDoubt whether the service may have charged for it
 * @param earlierRows rows of earlier pages that are not shown
 */
export function doubtOf(mostOfLast: number, isInDoubt: boolean, earlierRows = 0): MayCost {
  const credits = mostOfLast === 0 ? 0 : earlierRows + (isInDoubt ? mostOfLast : 0);
  return credits > 0 ? { inDoubt: credits } : {};
}

/** The doubt about an answer that could not be booked: what was reserved for it, or its rows where these are more. */
export function doubtOfUnbooked(kind: LookupKind, record: unknown, reserved: number): MayCost {
  const rows = kind === 'company' ? 0 : rowsOf(record as RowsRecord | PartnersRecord);
  return { inDoubt: Math.max(reserved, rows) };
}

/** Whether look-ups that broke off may have been charged. */
export function maySpend(error: TraceError): boolean {
  return traitsOf(error).charged !== 'notSent';
}

/** What an outcome may have cost beyond what it shows. */
export function inDoubtOf(outcome: LookupOutcome): number {
  return (outcome as MayCost).inDoubt ?? 0;
}
