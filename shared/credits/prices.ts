import { readDomain } from '../cells/identifier';
import { firstOf, readArray, readText, type JsonObject } from '../client/json';
import { MAX_ROWS, readQuestion, ROWS_PER_PAGE, type RowsRecord } from '../client/rows';
import type { LookupKind, LookupOutcome } from '../records/outcome';
import type { PartnersRecord } from '../client/resources/partnerships';

/** Lists of things that are no companies: https://docs.tracedata.ai/credits/ counts companies only. */
const FREE_LISTS: ReadonlySet<string> = new Set(['technologies.search', 'lists.index', 'jobs.show', 'get.free']);

/** Paths of TRACE_GET whose rows are companies. */
const COMPANY_PATHS =
  /^\/(companies(\/[^/?]+(\/partnerships)?)?|(partnerships|technologies|vendors)\/[^/?]+\/companies|lists\/[^/?]+\/members)(\?|$)/;

const DOMAIN_NAMES = ['primary_domain', 'domain', 'company_domain', 'partner_domain'];
const SLUG_NAMES = ['slug', 'company_slug', 'partner_slug'];

/**
 * What a look-up costs at most, in credits: of a list as many as its pages may bring. Where {@link isOpen}, nobody knows,
 * and it is the least for a company's partners, and one page for a list.
 */
export function costOf(kind: LookupKind, identifier: string): number {
  if (kind !== 'rows') return 1;
  const question = readQuestion(identifier);
  const { operation } = question;
  if (FREE_LISTS.has(operation)) return 0;
  if (operation === 'partnerships.lookup') return 1;
  return isOpen(kind, identifier) ? ROWS_PER_PAGE : question.top;
}

/** Whether a look-up brings all partners of a company: how many there are is known only once they are paid for. */
export function isOpen(kind: LookupKind, identifier: string): boolean {
  if (kind !== 'rows') return kind === 'partners';
  const { operation, paging, top } = readQuestion(identifier);
  return operation === 'partnerships.list' && paging === 'page' && top === MAX_ROWS;
}

/** How many rows of a list are there that was not read to its end; `null` where it was, or is no list. */
export function rowsOfPart(outcome: LookupOutcome | undefined): number | null {
  if (outcome?.is !== 'found' || !('isPartial' in outcome.record) || outcome.record.isPartial !== true) return null;
  return rowsOf(outcome.record as RowsRecord | PartnersRecord);
}

/** {@link rowsOfPart} of those that were not read to their end. */
export function rowsOfParts(outcomes: ReadonlyMap<string, LookupOutcome>): ReadonlyMap<string, number> {
  const parts = [...outcomes].map(([identifier, outcome]) => [identifier, rowsOfPart(outcome)] as const);
  return new Map(parts.filter((part): part is readonly [string, number] => part[1] !== null));
}

/** All that was brought, shown or not. */
export function rowsOf(record: RowsRecord | PartnersRecord): number {
  return ('rows' in record ? record.rows : (record.partners ?? [])).length + (record.surplus ?? 0);
}

/**
 * The companies that an answer was charged for, at most. A company is charged once within 30 days, whatever the call
 * (https://docs.tracedata.ai/credits/), so each goes by one name: its domain.
 */
export function chargedCompanies(kind: LookupKind, identifier: string, outcome: LookupOutcome): readonly string[] {
  if (outcome.is !== 'found') return [];
  switch (kind) {
    case 'company':
      return [companyName(outcome.record as JsonObject) ?? identifier];
    case 'partners':
      return partnerNames(identifier, outcome.record as PartnersRecord);
    case 'rows':
      return rowNames(identifier, outcome.record as RowsRecord);
  }
}

/** A mere name is no company's own: several may have it. */
function partnerNames(
  identifier: string,
  { company, partners, surplus = 0, isListed }: PartnersRecord,
): readonly string[] {
  const own = isListed === true ? [] : [nameOf(company.domain, company.slug) ?? identifier];
  const unseen = Array.from({ length: surplus }, () => ({ domain: null, slug: null }));
  const all = [...(partners ?? []), ...unseen];
  return [...own, ...all.map(({ domain, slug }, index) => nameOf(domain, slug) ?? `${identifier}#${index}`)];
}

/** What goes by a company's name counts as paid for from then on; where it may be something else, it has no name. */
function rowNames(question: string, { rows, isList, about, surplus = 0 }: RowsRecord): readonly string[] {
  const { operation, path } = readQuestion(question);
  if (costOf('rows', question) === 0) return [];
  if (operation === 'partnerships.lookup') return [question];
  const areCompanies = operation !== 'get' || COMPANY_PATHS.test(path);
  const toName = (row: JsonObject, index: number): string =>
    (areCompanies ? companyName(row) : null) ?? `${question}#${index}`;
  const nodes = readArray(about['nodes']);
  // Of a graph the nodes are charged, all but the company that was asked for.
  if (nodes !== null) return nodes.slice(1).map((_node, index) => `${question}#${index}`);
  if (rows.length === 0 && !isList) return [toName(about, 0)];
  const unseen = Array.from({ length: surplus }, (_row, index) => `${question}#${rows.length + index}`);
  return [...rows.map(toName), ...unseen];
}

function companyName(record: JsonObject): string | null {
  return nameOf(readText(firstOf(record, DOMAIN_NAMES)), readText(firstOf(record, SLUG_NAMES)));
}

function nameOf(domain: string | null, slug: string | null): string | null {
  return (domain === null ? null : readDomain(domain)) ?? slug;
}
