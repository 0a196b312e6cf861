import {
  companies,
  batchCompanies,
  readCompany,
  readCompanyBatch,
  showCompany,
  type BatchResult,
} from '../client/resources/companies';
import { enrichment, enrichPartnerships, readEnrichment } from '../client/resources/enrichment';
import {
  listPartnersOf,
  partnerships,
  toPartnersRecord,
  type Partner,
  type PartnersRecord,
} from '../client/resources/partnerships';
import { technologies } from '../client/resources/technologies';
import { vendors } from '../client/resources/vendors';
import type { HttpRequest } from '../client/exchange';
import { readArray, readObject, readText } from '../client/json';
import {
  askRowsPage,
  findRows,
  MAX_ROWS,
  readQuestion,
  readRowsPage,
  type RowsQuestion,
  type RowsRecord,
} from '../client/rows';
import { CHARGE_OF_COMPANY } from '../credits/charges';
import { costOfPage } from '../credits/prices';
import { rowsOf, type AnyRecord, type LookupKind, type Records } from '../records/outcome';

/** The result of one page of one company. `next`: the page to ask for, with the rows so far. */
type PageOutcome<R> =
  | { readonly is: 'done'; readonly record: R }
  | { readonly is: 'more'; readonly record: R; readonly page: number };

/** How to request and read records of one kind. */
export interface KindSpec<R> {
  /** Many domains in one request; `null` if the API has no such route. */
  readonly batch: {
    /** The name of the batch operation. */
    readonly operation: string;
    ask(domains: readonly string[]): HttpRequest;
    read(body: unknown): readonly BatchResult<R>[] | null;
  } | null;
  /**
   * The request for one company, by domain or slug.
   * @param page from 1
   * @param most rows on the page
   */
  askOne(identifier: string, page: number, most: number): HttpRequest;
  /**
   * Reads the answer; `null` if the body cannot be read.
   * @param earlier the rows of the previous pages
   */
  readOne(identifier: string, body: unknown, page: number, earlier: R | null, most: number): PageOutcome<R> | null;
  /** The most that one page costs, in credits. */
  mostOfPage(identifier: string, page: number, most: number): number;
  /** A saved record; `null` if it is damaged. */
  readStored(value: unknown): R | null;
  /** The domain by which a company asked for by slug is saved too. */
  domainOf(record: R): string | null;
  /** Whether the caller has another way if the service lacks the route. */
  readonly hasFallback: boolean;
}

const COMPANY: KindSpec<Records['company']> = {
  batch: { operation: companies.batch.name, ask: batchCompanies, read: readCompanyBatch },
  askOne: (identifier) => showCompany(identifier),
  readOne(_identifier, body) {
    const record = readCompany(body);
    return record === null ? null : { is: 'done', record };
  },
  mostOfPage: () => CHARGE_OF_COMPANY,
  readStored: readCompany,
  domainOf: (company) => readText(company['primary_domain']),
  hasFallback: false,
};

const PARTNERS: KindSpec<PartnersRecord> = {
  batch: { operation: enrichment.partnerships.name, ask: enrichPartnerships, read: readEnrichment },
  askOne: (identifier, page, most) => askRowsPage(partnersQuestion(identifier, most), page),
  readOne(identifier, body, page, earlier, most) {
    const before = earlier === null ? 0 : rowsOf(earlier);
    const read = readRowsPage(partnersQuestion(identifier, most), body, page, toRowsBefore(before));
    if (read === null) return null;
    const rows = read.record.rows.slice(before);
    const { partners, ...told } = toPartnersRecord({ ...read.record, about: findRows(body)?.about ?? {}, rows });
    if (earlier !== null && isRepeated(earlier.partners ?? [], partners ?? [])) {
      return { is: 'done', record: { ...earlier, isPartial: false } };
    }
    const surplus = (earlier?.surplus ?? 0) + (read.record.surplus ?? 0) + rows.length - (partners?.length ?? 0);
    const isFull = read.record.rows.length >= most;
    const isWhole = read.is === 'done' && !read.isStopped && !(isFull && read.record.isCut);
    const record = {
      ...told,
      partners: [...(earlier?.partners ?? []), ...(partners ?? [])],
      isListed: true,
      ...(isWhole ? {} : { isPartial: true }),
      ...(surplus > 0 ? { surplus } : {}),
    };
    return read.is === 'done' || isFull ? { is: 'done', record } : { is: 'more', record, page: read.page };
  },
  mostOfPage: (identifier, page, most) => costOfPage(partnersQuestion(identifier, most), page),
  readStored: readStoredPartners,
  domainOf: (record) => record.company.domain,
  hasFallback: false,
};

/** Only the number of earlier rows matters: partners are kept as they were read. No page repeats rows. */
function toRowsBefore(count: number): RowsRecord | null {
  if (count === 0) return null;
  const rows = Array.from({ length: count }, () => ({ isBefore: true }));
  return { rows, isList: true, total: null, isCut: false, isPartial: false, about: {} };
}

/**
 * Whether a page repeats an earlier one: a service that returns the same page for every number has only one page.
 *
 * @param page the partners that are new on it
 */
function isRepeated(before: readonly Partner[], page: readonly Partner[]): boolean {
  const [first] = page;
  const from = before.findIndex(({ name, domain }) => name === first?.name && domain === first.domain);
  return from >= 0 && JSON.stringify(before.slice(from, from + page.length)) === JSON.stringify(page);
}

function partnersQuestion(identifier: string, most: number): RowsQuestion {
  const { operation, path } = listPartnersOf(identifier, null, null);
  return { operation, path, paging: 'page', top: Math.min(MAX_ROWS, most), mayBeOne: false };
}

const ROWS: KindSpec<RowsRecord> = {
  batch: null,
  askOne: (question, page, most) => askRowsPage(upTo(question, most), page),
  readOne(question, body, page, earlier, most) {
    const asked = readQuestion(question);
    const read = readRowsPage(upTo(question, most), body, page, earlier);
    if (read?.is !== 'done' || most >= asked.top || !read.record.isCut) return read;
    if (!read.isStopped && read.record.rows.length < most) return read;
    return { is: 'done', record: { ...read.record, isPartial: true } };
  },
  mostOfPage: (question, page, most) => costOfPage(upTo(question, most), page),
  readStored: readStoredRows,
  domainOf: () => null,
  hasFallback: true,
};

function upTo(text: string, most: number): RowsQuestion {
  const question = readQuestion(text);
  return { ...question, top: Math.min(question.top, most) };
}

const KINDS: { readonly [K in LookupKind]: KindSpec<Records[K]> } = {
  company: COMPANY,
  partners: PARTNERS,
  rows: ROWS,
};

export function kindSpec(kind: LookupKind): KindSpec<AnyRecord> {
  return KINDS[kind] as KindSpec<AnyRecord>;
}

/** Lists that another route can replace. Others are asked for every time: the path may have been mistyped. */
const REPLACEABLE_LISTS: ReadonlySet<string> = new Set([
  technologies.search.name,
  technologies.companies.name,
  vendors.companies.name,
  partnerships.lookup.name,
  partnerships.shared.name,
  partnerships.graph.name,
]);

/** Whether another route can replace an operation, so that its absence is worth saving. */
export function isReplaceable({ batch }: KindSpec<AnyRecord>, operation: string): boolean {
  return batch === null ? REPLACEABLE_LISTS.has(operation) : batch.operation === operation;
}

/** The operations of these lookups that another route can replace. */
export function replaceableOperations(kind: LookupKind, identifiers: readonly string[]): readonly string[] {
  const { batch } = kindSpec(kind);
  if (batch !== null) return [batch.operation];
  const asked = new Set(identifiers.map((question) => readQuestion(question).operation));
  return [...asked].filter((operation) => REPLACEABLE_LISTS.has(operation));
}

/** Whether a list of kind `rows` is one of the catalogue, which functions ask about names. */
export function isNameQuestion(question: string): boolean {
  return readQuestion(question).operation === technologies.search.name;
}

function readStoredPartners(value: unknown): PartnersRecord | null {
  const { company, partners } = readObject(value) ?? {};
  return readObject(company) !== null && (partners === null || areObjects(partners)) ? (value as PartnersRecord) : null;
}

function readStoredRows(value: unknown): RowsRecord | null {
  const { about, rows } = readObject(value) ?? {};
  return readObject(about) !== null && areObjects(rows) ? (value as RowsRecord) : null;
}

function areObjects(list: unknown): boolean {
  return readArray(list)?.every((item) => readObject(item) !== null) === true;
}
