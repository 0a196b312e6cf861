import type { HttpRequest } from '../exchange';
import { firstOf, readCount, readObject, readText, type JsonObject } from '../json';
import { type Operation, toRequest } from '../request';
import type { RowsRecord } from '../rows';

/** Partners of companies, and companies by their partners. */
export const partnerships = {
  list: {
    name: 'partnerships.list',
    method: 'GET',
    path: '/companies/{identifier}/partnerships',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/partnerships/',
  },
  reverse: {
    name: 'partnerships.reverse',
    method: 'GET',
    path: '/partnerships/{partner}/companies',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/partnerships/',
  },
  lookup: {
    name: 'partnerships.lookup',
    method: 'GET',
    path: '/partnerships/lookup',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/partnerships/',
  },
  shared: {
    name: 'partnerships.shared',
    method: 'GET',
    path: '/partnerships/shared',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/partnerships/',
  },
  graph: {
    name: 'partnerships.graph',
    method: 'GET',
    path: '/companies/{identifier}/partnerships/graph',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/credits/',
  },
} as const satisfies Record<string, Operation>;

/** One partner of a company, named like the fields of functions; `null` for what the API does not say. */
export interface Partner {
  readonly name: string;
  readonly domain: string | null;
  readonly slug: string | null;
  /** `technology`, `channel` or `generic`; only in the per-company list. */
  readonly type: string | null;
  readonly first_observed_at: string | null;
  readonly last_observed_at: string | null;
  readonly observation_count: number | null;
  readonly category: string | null;
  readonly description: string | null;
  /** Other properties in the API's answer. */
  readonly rest?: JsonObject;
}

/** The partners of one company. */
export interface PartnersRecord {
  readonly company: { readonly name: string | null; readonly slug: string | null; readonly domain: string | null };
  /** The API's own count, which may exceed a list that was cut. */
  readonly count: number | null;
  /** `null` if the answer holds no list, which is not the same as an empty one. */
  readonly partners: readonly Partner[] | null;
  /** Whether time, credits or a limit ended the read early. The list is then asked for again. */
  readonly isPartial?: boolean;
  /** How many entries are unused: unreadable, or more than asked for. */
  readonly surplus?: number;
  /** Whether it was read from the company's own list, which charges for partners only and not for the company. */
  readonly isListed?: boolean;
}

const READ_FIELDS: ReadonlySet<string> = new Set([
  'partner_name',
  'partner_domain',
  'partner_slug',
  'partnership_type',
  'name',
  'domain',
  'slug',
  'type',
  'first_observed_at',
  'last_observed_at',
  'observation_count',
  'category',
  'description',
]);

/** The orders that the service offers for partners; https://docs.tracedata.ai/api/partnerships/. */
export const PARTNER_SORTS: ReadonlySet<string> = new Set([
  'last_observed_at',
  'first_observed_at',
  'observation_count',
]);

/**
 * A page of a company's partners.
 * @param types separated by commas
 * @param sort with `-` for descending
 * @param name a part of the partner's name
 */
export function listPartnersOf(
  identifier: string,
  types: string | null,
  sort: string | null,
  name: string | null = null,
): HttpRequest {
  const query = { q: name, partnership_types: types, sort };
  return toRequest(partnerships.list, { parameters: { identifier }, query });
}

/** Turns a company's own list into the record of its partners. */
export function toPartnersRecord({ rows, about, total }: Pick<RowsRecord, 'rows' | 'about' | 'total'>): PartnersRecord {
  const company = readObject(about['company']) ?? {};
  return {
    company: {
      name: readText(company['name']),
      slug: readText(company['slug']),
      domain: readText(company['primary_domain']),
    },
    count: readCount(company['partnership_count']) ?? total,
    partners: readPartners(rows),
  };
}

/** Reads partners. Entries without a name, a domain or a slug are left out. */
export function readPartners(list: readonly unknown[]): readonly Partner[] {
  return list.map(readPartner).filter((partner) => partner !== null);
}

function readPartner(value: unknown): Partner | null {
  const item = readObject(value) ?? { name: value };
  const domain = readText(firstOf(item, ['partner_domain', 'domain']));
  const slug = readText(firstOf(item, ['partner_slug', 'slug']));
  const name = readText(firstOf(item, ['partner_name', 'name'])) ?? domain ?? slug;
  if (name === null) return null;
  const rest = Object.entries(item).filter(([field]) => !READ_FIELDS.has(field));
  return {
    name,
    domain,
    slug,
    type: readText(firstOf(item, ['partnership_type', 'type'])),
    first_observed_at: readText(item['first_observed_at']),
    last_observed_at: readText(item['last_observed_at']),
    observation_count: readCount(item['observation_count']),
    category: readText(item['category']),
    description: readText(item['description']),
    ...(rest.length > 0 ? { rest: Object.fromEntries(rest) } : {}),
  };
}
