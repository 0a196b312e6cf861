import { readDomain } from '../cells/identifier';
import { firstOf, type JsonObject, readArray, readText } from '../client/json';
import type { PartnersRecord } from '../client/resources/partnerships';
import { readQuestion, type RowsRecord } from '../client/rows';
import { type LookupKind, type LookupOutcome, type MayCost, rowsOf } from '../records/outcome';
import { costOf } from './prices';
import { isInDoubt, type PaidCompanies, withDoubt } from './paid-companies';
import type { TraceError } from '../errors/trace-error';
import { traitsOf } from '../errors/traits';

/** In credits. A company costs one, whatever is shown of it; so does the answer about one pair of companies. */
export const CHARGE_OF_COMPANY = 1;
export const CHARGE_OF_PAIR = 1;

/** Paths of TRACE_GET whose rows are companies. */
const COMPANY_PATHS =
  /^\/(companies(\/[^/?]+(\/partnerships)?)?|(partnerships|technologies|vendors)\/[^/?]+\/companies|lists\/[^/?]+\/members)(\?|$)/;

const DOMAIN_NAMES = ['primary_domain', 'domain', 'company_domain', 'partner_domain'];
const SLUG_NAMES = ['slug', 'company_slug', 'partner_slug'];

/**
 * The companies that an answer was charged for, at most. A company is charged once within 30 days, whatever the call
 * (https://docs.tracedata.ai/credits/), so each has a single name here: its domain.
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

/** The most credits that reading a company with its partners costs: one for each of them. */
export function chargeOfPartners({ partners, surplus = 0, isListed }: PartnersRecord): number {
  return (isListed === true ? 0 : 1) + (partners?.length ?? 0) + surplus;
}

/**
 * The most that reading the longest of these lists with its company costs, from its start and as if nothing was
 * charged before.
 */
export function chargeOfLongest(lists: readonly PartnersRecord[]): number {
  return CHARGE_OF_COMPANY + Math.max(...lists.map(({ count }) => count ?? 0));
}

/** The most credits that reading lists costs, all of whose rows are companies. */
export function chargeOfRows(...lists: readonly RowsRecord[]): number {
  return lists.reduce((sum, list) => sum + rowsOf(list), 0);
}

/** The most credits that answers cost, each company once. */
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
 * @returns names as {@link chargedCompanies} gives them; a company appears once for each answer that names it
 * @internal tests compare what it names
 */
export function companiesIn(kind: LookupKind, outcomes: ReadonlyMap<string, LookupOutcome>): readonly string[] {
  const companies: string[] = [];
  outcomes.forEach((outcome, identifier) => companies.push(...chargedCompanies(kind, identifier, outcome)));
  return companies;
}

/** A partner without a domain or slug gets a unique name, because several companies may share a mere name. */
function partnerNames(
  identifier: string,
  { company, partners, surplus = 0, isListed }: PartnersRecord,
): readonly string[] {
  const own = isListed === true ? [] : [nameOf(company.domain, company.slug) ?? identifier];
  const unseen = Array.from({ length: surplus }, () => ({ domain: null, slug: null }));
  const all = [...(partners ?? []), ...unseen];
  return [...own, ...all.map(({ domain, slug }, index) => nameOf(domain, slug) ?? `${identifier}#${index}`)];
}

/** A company with this name counts as paid for from now on, so anything ambiguous gets no name. */
function rowNames(question: string, { rows, isList, about, surplus = 0 }: RowsRecord): readonly string[] {
  const { operation, path } = readQuestion(question);
  if (costOf('rows', question) === 0) return [];
  if (operation === 'partnerships.lookup') return [question];
  const areCompanies = operation !== 'get' || COMPANY_PATHS.test(path);
  const toName = (row: JsonObject, index: number): string =>
    (areCompanies ? companyName(row) : null) ?? `${question}#${index}`;
  const nodes = readArray(about['nodes']);
  // A graph charges for its nodes, except the company it was asked for.
  if (nodes !== null) return nodes.slice(1).map((_node, index) => `${question}#${index}`);
  if (rows.length === 0 && !isList) return [toName(about, 0)];
  const unseen = Array.from({ length: surplus }, (_row, index) => `${question}#${rows.length + index}`);
  return [...rows.map(toName), ...unseen];
}

/**
 * Drops the record of a company whose text is kept. The names that {@link chargedCompanies} needs remain.
 *
 * @param outcome a found company, with its text
 */
export function letGoOfRecord(outcome: LookupOutcome & { readonly is: 'found' }): void {
  const record = outcome.record as JsonObject;
  const names = { primary_domain: firstOf(record, DOMAIN_NAMES), slug: firstOf(record, SLUG_NAMES) };
  (outcome as { record: JsonObject }).record = names;
}

/** @param asked a company's identifier. Most answers name the same domain, which then is not parsed again */
function companyName(record: JsonObject, asked = ''): string | null {
  const domain = readText(firstOf(record, DOMAIN_NAMES));
  return domain === asked && asked.includes('.') ? asked : nameOf(domain, readText(firstOf(record, SLUG_NAMES)));
}

function nameOf(domain: string | null, slug: string | null): string | null {
  return (domain === null ? null : readDomain(domain)) ?? slug;
}

/** The most that answers cost an account. */
export interface AnswersCost {
  /** The companies that the account had not paid for yet. All others in the answers were free. */
  readonly charged: readonly string[];
  readonly credits: number;
}

/**
 * What answers to an enrichment cost: a credit for each company that is not paid for. An answer in doubt costs
 * nothing here, since the enrichment's own budget keeps its reservation; see `run-budget.ts`.
 *
 * @param paid contains the charged companies afterwards
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
 * What answers to formulas cost: a credit for each company that is not paid for, unless it was counted today when its
 * answer was lost. An answer in doubt counts as the most it may have cost; for a company, once a day.
 *
 * @param paid contains the charged companies afterwards
 * @param doubts codes of the companies that were counted today without a confirmed charge
 * @returns the cost, and the doubts afterwards
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
 * The doubt about a lookup that ends without a complete answer. Only returned companies are charged
 * (https://docs.tracedata.ai/credits/), and after a lost answer it is unknown whether any were returned: each row of its earlier pages was charged, and so was
 * the last page, if that is in doubt. A free list leaves no doubt.
 *
 * @param mostOfLast the most that the last request costs, or everything reserved if its progress is unknown
 * @param isInDoubt whether the service may have charged for it
 * @param earlierRows rows of earlier pages that are not shown
 */
export function doubtOf(mostOfLast: number, isInDoubt: boolean, earlierRows = 0): MayCost {
  const credits = mostOfLast === 0 ? 0 : earlierRows + (isInDoubt ? mostOfLast : 0);
  return credits > 0 ? { inDoubt: credits } : {};
}

/** Whether lookups that were interrupted may have been charged. */
export function maySpend(error: TraceError): boolean {
  return traitsOf(error).charged !== 'notSent';
}

/** What an outcome may have cost beyond what it shows. */
export function inDoubtOf(outcome: LookupOutcome): number {
  return (outcome as MayCost).inDoubt ?? 0;
}
