import type { HttpRequest } from './exchange';
import { firstOf, readArray, readCount, readObject, type JsonObject } from './json';
import { nextPage, readPagination } from './pagination';

/** How a list is cut: by `page` and `limit`, by `offset` and `limit`, or not at all. */
export type Paging = 'page' | 'offset' | 'none';

/** A list of the API that is to be read, and how far. */
export interface RowsQuestion {
  /** Such as `technologies.search`. */
  readonly operation: string;
  /** Below `/v1`, with its query, but without what cuts it into pages. */
  readonly path: string;
  readonly paging: Paging;
  /** How many rows are wanted; they may cost a credit each, so no page asks for more. */
  readonly top: number;
}

/** What was read of a list. */
export interface RowsRecord {
  readonly rows: readonly JsonObject[];
  /** How many rows the service has, where it tells. */
  readonly total: number | null;
  /** Whether the service has more rows than these. */
  readonly isCut: boolean;
  /** Whether the time ran out before all wanted rows were read. */
  readonly isPartial: boolean;
  /** All else that the first page says: the company, counts, nodes. */
  readonly about: JsonObject;
}

/** What one page brought. */
export type RowsPage =
  | { readonly is: 'done'; readonly record: RowsRecord }
  | { readonly is: 'more'; readonly record: RowsRecord; readonly page: number };

/** 100 is told for partnerships only, and taken to hold everywhere: https://docs.tracedata.ai/api/partnerships/. */
const ROWS_PER_PAGE = 100;
/** The most rows that one formula reads. */
export const MAX_ROWS = 10_000;

const LIST_NAMES = ['data', 'results', 'companies', 'members', 'items', 'edges'];
/** An object with one of these is a thing of its own, and an array in it one of its fields. */
const THING_MARKS = ['slug', 'name', 'primary_domain', 'company_id'];

/** The question as a text, by which it is asked once and remembered; {@link readQuestion} reads it. */
export function toQuestionText({ operation, path, paging, top }: RowsQuestion): string {
  return JSON.stringify([operation, path, paging, top]);
}

export function readQuestion(text: string): RowsQuestion {
  const [operation, path, paging, top] = JSON.parse(text) as [string, string, Paging, number];
  return { operation, path, paging, top };
}

/** One page of a list. @param page from 1 */
export function askRowsPage(question: RowsQuestion, page: number): HttpRequest {
  const { operation, path, paging } = question;
  const limit = limitOf(question);
  const cut = { page: `page=${page}&limit=${limit}`, offset: `limit=${limit}&offset=${(page - 1) * limit}`, none: '' };
  const joint = cut[paging] === '' ? '' : path.includes('?') ? '&' : '?';
  return { operation, method: 'GET', path: `${path}${joint}${cut[paging]}` };
}

/** `null` where the body is no JSON object or array. @param earlier what the pages before brought */
export function readRowsPage(
  question: RowsQuestion,
  body: unknown,
  page: number,
  earlier: RowsRecord | null,
): RowsPage | null {
  const found = findRows(body);
  if (found === null) return null;
  const rows = [...(earlier?.rows ?? []), ...found.rows.map(toRow)];
  const total = totalOf(body) ?? earlier?.total ?? null;
  const following = nextOf(question, body, page, found.rows.length, total);
  const next = rows.length < question.top ? following : null;
  const record: RowsRecord = {
    rows: rows.slice(0, question.top),
    total,
    isCut: following !== null || rows.length > question.top || (total !== null && total > rows.length),
    isPartial: next !== null,
    about: earlier?.about ?? found.about,
  };
  return next === null ? { is: 'done', record } : { is: 'more', record, page: next };
}

/** The rows of any list answer, under the names that the API uses or as the only array, and what stands beside them. */
export function findRows(body: unknown): { readonly rows: readonly unknown[]; readonly about: JsonObject } | null {
  const bare = readArray(body);
  if (bare !== null) return { rows: bare, about: {} };
  const outer = readObject(body);
  if (outer === null) return null;
  for (const name of LIST_NAMES) {
    const rows = readArray(outer[name]);
    if (rows !== null) return { rows, about: without(outer, name) };
  }
  const inner = readObject(outer['data']);
  if (inner !== null) return findRows(inner);
  const arrays = Object.keys(outer).filter((name) => Array.isArray(outer[name]));
  const [only] = arrays;
  const isThing = firstOf(outer, THING_MARKS) !== undefined;
  if (only === undefined || arrays.length > 1 || isThing) return { rows: [], about: outer };
  return { rows: readArray(outer[only]) ?? [], about: without(outer, only) };
}

/** Spread evenly over the pages, so that no more rows are paid for than were asked for. */
function limitOf({ top }: RowsQuestion): number {
  return Math.ceil(top / Math.ceil(top / ROWS_PER_PAGE));
}

function nextOf(
  question: RowsQuestion,
  body: unknown,
  page: number,
  rows: number,
  total: number | null,
): number | null {
  const maxPages = Math.ceil(MAX_ROWS / ROWS_PER_PAGE);
  if (question.paging === 'page') return nextPage(readPagination(body), page, rows, maxPages);
  if (question.paging === 'none' || rows === 0 || page >= maxPages) return null;
  const limit = limitOf(question);
  const hasNext = total === null ? rows >= limit : page * limit < total;
  return hasNext ? page + 1 : null;
}

function totalOf(body: unknown): number | null {
  return readPagination(body)?.totalResults ?? readCount(readObject(body)?.['total']);
}

/** A row that is a mere text or number is the name of what it stands for. */
function toRow(row: unknown): JsonObject {
  return readObject(row) ?? { name: row };
}

function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name && key !== 'pagination'));
}
