import { readDomain } from '../cells/identifier';
import { firstOf, readText, type JsonObject } from '../client/json';
import { MAX_ROWS, readQuestion, ROWS_PER_PAGE, type RowsRecord } from '../client/rows';
import type { LookupKind, LookupOutcome } from './outcome';
import type { PartnersRecord } from '../client/resources/partnerships';

/** Lists of things that are no companies: https://docs.tracedata.ai/credits/ counts companies only. */
const FREE_LISTS: ReadonlySet<string> = new Set(['technologies.search', 'lists.index', 'jobs.show']);

const DOMAIN_NAMES = ['primary_domain', 'domain', 'company_domain', 'partner_domain'];
const SLUG_NAMES = ['slug', 'company_slug', 'partner_slug', 'name'];

/**
 * The least that a look-up costs which finds what it looks for, in credits. Of a list of companies it is the most: as
 * many rows as are asked for, or one page where nobody says how many. How many partners a company has is not known
 * before they are paid for.
 */
export function costOf(kind: LookupKind, identifier: string): number {
  if (kind !== 'rows') return 1;
  const { operation, paging, top } = readQuestion(identifier);
  if (FREE_LISTS.has(operation)) return 0;
  if (operation === 'partnerships.lookup') return 1;
  const isUnbounded = top === MAX_ROWS && (paging === 'none' || operation === 'partnerships.list');
  return isUnbounded ? ROWS_PER_PAGE : top;
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

function partnerNames(identifier: string, { company, partners }: PartnersRecord): readonly string[] {
  const own = nameOf(company.domain, company.slug) ?? identifier;
  return [own, ...(partners ?? []).flatMap(({ domain, slug, name }) => nameOf(domain, slug) ?? name)];
}

function rowNames(question: string, { rows, about }: RowsRecord): readonly string[] {
  const { operation } = readQuestion(question);
  if (costOf('rows', question) === 0) return [];
  if (operation === 'partnerships.lookup') return [question];
  if (rows.length === 0) return Object.keys(about).length > 0 ? [companyName(about) ?? question] : [];
  return rows.map((row, index) => companyName(row) ?? `${question}#${index}`);
}

function companyName(record: JsonObject): string | null {
  return nameOf(readText(firstOf(record, DOMAIN_NAMES)), readText(firstOf(record, SLUG_NAMES)));
}

function nameOf(domain: string | null, slug: string | null): string | null {
  return (domain === null ? null : readDomain(domain)) ?? slug;
}
