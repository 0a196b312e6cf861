import type { HttpRequest } from '../exchange';
import { readObject, type JsonObject } from '../json';
import { pageOf } from '../pagination';
import { hasField, readerOf, readerWithRestOf, type RecordOf, type Rest, type With } from '../read-record';
import { type Operation, toRequest } from '../request';
import type { RowsRecord } from '../rows';
import { assumed, documented } from '../schema';
import { bilateral, graph, listedPartner, listing, partner, partneredCompany, typeCounts } from './partner-answer';

/** Partners of companies, and companies by their partners. */
export const partnerships = {
  list: {
    name: 'partnerships.list',
    method: 'GET',
    path: '/companies/{identifier}/partnerships',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/partnerships/',
    answer: documented(pageOf(listedPartner, { company: partneredCompany, type_counts: typeCounts })),
  },
  reverse: {
    name: 'partnerships.reverse',
    method: 'GET',
    path: '/partnerships/{partner}/companies',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/partnerships/',
    answer: assumed(pageOf(listing)),
  },
  lookup: {
    name: 'partnerships.lookup',
    method: 'GET',
    path: '/partnerships/lookup',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/partnerships/',
    answer: assumed(bilateral),
  },
  shared: {
    name: 'partnerships.shared',
    method: 'GET',
    path: '/partnerships/shared',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/partnerships/',
    answer: assumed(pageOf(listedPartner)),
  },
  graph: {
    name: 'partnerships.graph',
    method: 'GET',
    path: '/companies/{identifier}/partnerships/graph',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/credits/',
    answer: assumed(graph),
  },
} as const satisfies Record<string, Operation>;

/** One partner of a company, named like the fields of functions; `null` for what the API does not say. */
export type Partner = With<Readonly<RecordOf<typeof partner> & Rest>, 'name'>;

const readFields = readerWithRestOf(partner);
const readPartnered = readerOf(partneredCompany);

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

/** A page of the companies that list `partner` as their partner. The names of the query parameters are assumed. */
export function listReversePartners(partner: string, types: string | null, sort: string | null): HttpRequest {
  return toRequest(partnerships.reverse, { parameters: { partner }, query: { partnership_types: types, sort } });
}

/** Whether two companies are partners. */
export function lookupPartnership(a: string, b: string): HttpRequest {
  return toRequest(partnerships.lookup, { query: { company_a: a, company_b: b } });
}

/**
 * The second company of a {@link lookupPartnership}, as its path names it; `null`: the path is of another operation.
 */
export function otherOfPair(operation: string, path: string): string | null {
  if (operation !== partnerships.lookup.name) return null;
  return /[?&]company_b=([^&]*)/.exec(path)?.[1] ?? null;
}

/** A page of the partners that two companies share. */
export function sharedPartners(a: string, b: string): HttpRequest {
  return toRequest(partnerships.shared, { query: { company_a: a, company_b: b } });
}

/**
 * The partnerships around a company. The names of the query parameters are assumed.
 * @param limit the most nodes
 */
export function partnerGraph(identifier: string, depth: string | null, limit: number): HttpRequest {
  return toRequest(partnerships.graph, { parameters: { identifier }, query: { depth, limit } });
}

/** Turns a company's own list into the record of its partners. */
export function toPartnersRecord({ rows, about, total }: Pick<RowsRecord, 'rows' | 'about' | 'total'>): PartnersRecord {
  const { count, ...company } = readPartnered(readObject(about['company']) ?? {});
  return { company, count: count ?? total, partners: readPartners(rows) };
}

/** Reads partners. Entries without a name, a domain or a slug are left out. */
export function readPartners(list: readonly unknown[]): readonly Partner[] {
  return list.map(readPartner).filter((read) => read !== null);
}

function readPartner(value: unknown): Partner | null {
  const item: JsonObject = readObject(value) ?? { name: value };
  const read = readFields(item);
  read.name ??= read.domain ?? read.slug;
  return hasField(read, 'name') ? read : null;
}
