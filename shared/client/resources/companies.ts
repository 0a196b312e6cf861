import type { HttpRequest } from '../exchange';
import { firstOf, type JsonObject, readArray, readCount, readObject, readText, recordTextsOf } from '../json';
import { pageOf } from '../pagination';
import { hasField, readerOf, type RecordOf, type With } from '../read-record';
import { type Operation, toRequest } from '../request';
import { assumed, documented, integer, listOf, object, orNull, text } from '../schema';
import { company, detectedTechnology } from './company-answer';
import { flag } from './flags';

/** Companies: single ones, batches, rescans and flags. */
export const companies = {
  show: {
    name: 'companies.show',
    method: 'GET',
    path: '/companies/{identifier}',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/authentication/',
    answer: assumed(company),
  },
  batch: {
    name: 'companies.batch',
    method: 'POST',
    path: '/companies/batch',
    standing: 'assumed',
    source: 'https://docs.tracedata.ai/api/overview/',
    isRepeatable: true,
    answer: assumed(
      object({
        results: listOf(object({ domain: text, status: text, company: orNull(company) })),
        total_domains_requested: integer,
        domains_found: integer,
      }),
    ),
  },
  search: {
    name: 'companies.search',
    method: 'GET',
    path: '/companies',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/credits/',
    answer: assumed(pageOf(company)),
  },
  refresh: {
    name: 'companies.refresh',
    method: 'POST',
    path: '/companies/refresh',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/overview/',
    answer: { ...documented(object({ job_id: text }), 202), headers: [{ name: 'Location', form: 'any' }] },
  },
  flag: {
    name: 'companies.flag',
    method: 'POST',
    path: '/companies/{identifier}/flags',
    standing: 'documented',
    source: 'https://docs.tracedata.ai/api/data-flags/',
    answer: documented(flag, 201),
  },
} as const satisfies Record<string, Operation>;

/** A company as the API returns it, with all its fields. Read it through the functions below. */
export type CompanyRecord = JsonObject;

/** One technology of a company, named like the fields of functions; `null` for what the API does not say. */
export type Technology = With<Readonly<RecordOf<typeof detectedTechnology>>, 'name'>;

const readDetected = readerOf(detectedTechnology);

/** The result for one domain of a batch. */
export interface BatchResult<R> {
  /** As the service spells it. Join results by the normalized domain, never by position. */
  readonly domain: string;
  /** `null`: Trace does not track this company. */
  readonly record: R | null;
  /** The service's own text of the record, if it could be kept. */
  readonly text?: string | undefined;
}

const TECHNOLOGY_LISTS = ['technologies', 'tech_stack', 'stack', 'technographics'];
const IDENTIFYING_FIELDS = ['slug', 'name', 'primary_domain', 'company_id', 'domain', 'company_name'];

/**
 * Asks for one company with all its fields; read by {@link readCompany}. A company costs a credit once in 30 days
 * (https://docs.tracedata.ai/credits/). Source: https://docs.tracedata.ai/authentication/.
 *
 * @param identifier a normalized domain, or a slug
 */
export function showCompany(identifier: string): HttpRequest {
  return toRequest(companies.show, { parameters: { identifier } });
}

/**
 * Asks for companies.
 * @param domains 1 to 100 normalized domains
 */
export function batchCompanies(domains: readonly string[]): HttpRequest {
  return toRequest(companies.batch, { body: { domains } });
}

/** The criteria of a company search; `null`: any. The names of the query parameters are assumed. */
interface CompanyQuery {
  readonly q?: string | null;
  readonly technology?: string | null;
  readonly vendor?: string | null;
  readonly country?: string | null;
  readonly industry?: string | null;
}

/** A page of the companies that match. */
export function searchCompanies({ q, technology, vendor, country, industry }: CompanyQuery): HttpRequest {
  return toRequest(companies.search, {
    query: {
      q: q ?? null,
      technology: technology ?? null,
      vendor: vendor ?? null,
      country: country ?? null,
      industry: industry ?? null,
    },
  });
}

/**
 * Asks for a rescan; the answer has a job's id.
 * @param domains 1 to 100 normalized domains
 */
export function refreshCompanies(domains: readonly string[]): HttpRequest {
  return toRequest(companies.refresh, { body: { domains } });
}

/** The longest description of a data flag, in characters; https://docs.tracedata.ai/api/data-flags/. */
export const MAX_FLAG_LENGTH = 2_000;

/**
 * Reports that Trace's data on a company is wrong; changes nothing by itself.
 * @param description `''` for none
 */
export function flagCompany(identifier: string, description: string): HttpRequest {
  return toRequest(companies.flag, {
    parameters: { identifier },
    body: description === '' ? {} : { description },
  });
}

/** One company, bare or wrapped in `data` or `company`; `null` if the body holds none. */
export function readCompany(body: unknown): CompanyRecord | null {
  const outer = readObject(body);
  if (outer === null) return null;
  if (isCompany(outer)) return outer;
  for (const wrapper of ['data', 'company']) {
    const inner = readCompany(outer[wrapper]);
    if (inner !== null) return inner;
  }
  return null;
}

/** The results of a batch. Entries without a domain and found entries without a company are left out. */
export function readCompanyBatch(body: unknown): readonly BatchResult<CompanyRecord>[] | null {
  const results = readResults(body);
  if (results === null) return null;
  const texts = recordTextsOf(results);
  const read: BatchResult<CompanyRecord>[] = [];
  results.forEach((result, at) => {
    const entry = readObject(result);
    const domain = readText(entry?.['domain']);
    if (entry === null || domain === null) return;
    const record = readCompany(entry['company']);
    const text = record === null ? undefined : texts[at];
    const either = record ?? readCompany(entry['data']);
    if (either !== null) read.push({ domain, record: either, text });
    else if (entry['status'] === 'not_tracked') read.push({ domain, record: null });
  });
  return read;
}

/** The rows of a batch's answer, bare or wrapped. */
export function readResults(body: unknown): readonly unknown[] | null {
  const bare = readArray(body);
  if (bare !== null) return bare;
  const outer = readObject(body);
  if (outer === null) return null;
  return readArray(firstOf(outer, ['results', 'data', 'companies', 'items']));
}

/**
 * The technologies of a company, by name; `null` if the record has no such list, which is not the same as an empty
 * one. Entries may be texts; entries without a name or slug are left out.
 */
export function readTechnologies(company: CompanyRecord): readonly Technology[] | null {
  return readTechnologyList(company)?.items ?? null;
}

/** The technologies of a company, and whether they are all that the service counts and lists. `null`: no list. */
export function readTechnologyList(
  company: CompanyRecord,
): { readonly items: readonly Technology[]; readonly isComplete: boolean } | null {
  const list = readArray(firstOf(company, TECHNOLOGY_LISTS)) ?? readNestedTechnologies(company);
  if (list === null) return null;
  const items = list.map(readTechnology).filter((technology) => technology !== null);
  return { items, isComplete: items.length >= Math.max(list.length, readCount(company['technology_count']) ?? 0) };
}

/** How many technologies a company has: the API's own count, or else the length of its list. */
export function readTechnologyCount(company: CompanyRecord): number | null {
  return readCount(company['technology_count']) ?? readTechnologies(company)?.length ?? null;
}

function readNestedTechnologies(company: CompanyRecord): readonly unknown[] | null {
  for (const name of TECHNOLOGY_LISTS) {
    const inner = readObject(company[name]);
    const list = inner === null ? null : readArray(firstOf(inner, [...TECHNOLOGY_LISTS, 'data', 'items']));
    if (list !== null) return list;
  }
  return null;
}

/** One technology, of a company or of the catalogue; `null` if it has no name. */
export function readTechnology(value: unknown): Technology | null {
  const item: JsonObject = readObject(value) ?? { name: value };
  const read = readDetected(item);
  const { name, slug } = read;
  read.name = name ?? slug;
  read.category ??= readText(readObject(item['category'])?.['name']);
  const vendor = readObject(item['vendor']);
  read.vendor_name ??= readText(vendor?.['name']);
  read.vendor_slug ??= readText(vendor?.['slug']);
  return hasField(read, 'name') ? read : null;
}

function isCompany(object: JsonObject): boolean {
  return IDENTIFYING_FIELDS.some((field) => {
    const value = object[field];
    return typeof value === 'string' || typeof value === 'number';
  });
}
