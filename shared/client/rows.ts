import type { HttpRequest } from './exchange';
import { firstOf, readArray, readCount, readObject, type JsonObject } from './json';
import { cutAt, placeAfterPage, ROWS_PER_PAGE, type PageCut, nextPage, readPagination } from './pagination';

/** How a list is paged: by `page` and `limit`, by `offset` and `limit`, or not at all. */
export type Paging = 'page' | 'offset' | 'none';

/** A list of the API to read, and how far. */
export interface RowsQuestion {
  /** Such as `technologies.search`. */
  readonly operation: string;
  /** The path below `/v1`, with its query but without paging. */
  readonly path: string;
  readonly paging: Paging;
  /** How many rows are wanted. Each may cost a credit, so no page asks for more. */
  readonly top: number;
  /** Whether a body without a list, such as one company, is an answer too. */
  readonly mayBeOne: boolean;
}

/** What has been read of a list. */
export interface RowsRecord {
  readonly rows: readonly JsonObject[];
  /** `false`: the answer is a single object, all of it in `about`. */
  readonly isList: boolean;
  /** How many rows the service has, if it says so. */
  readonly total: number | null;
  /** Whether the service has more rows. */
  readonly isCut: boolean;
  /** Whether time or credits ran out before all wanted rows were read. */
  readonly isPartial: boolean;
  /** Rows beyond those wanted: not shown, but possibly charged. */
  readonly surplus?: number;
  /** Whether rows were left out that may belong here, because their data does not settle it. */
  readonly mayLackRows?: boolean;
  /** The rest of the first page, such as the company, counts or nodes. */
  readonly about: JsonObject;
}

/** The result of one page. `page`: the place to continue from. `isStopped`: more exists but must not be read. */
type RowsPage =
  | { readonly is: 'done'; readonly record: RowsRecord; readonly isStopped: boolean }
  | { readonly is: 'more'; readonly record: RowsRecord; readonly page: number };

export { ROWS_PER_PAGE };

const MAX_PAGES = 100;
/** The most rows that one formula reads. */
export const MAX_ROWS = MAX_PAGES * ROWS_PER_PAGE;

const LIST_NAMES = ['data', 'results', 'companies', 'members', 'items', 'edges'];
/** An object with one of these properties is a single record, and an array in it is one of its fields. */
const THING_MARKS = ['slug', 'name', 'primary_domain', 'company_id'];

/** The question as text, used as its key: it is asked once and saved by this text. {@link readQuestion} parses it. */
export function toQuestionText({ operation, path, paging, top, mayBeOne }: RowsQuestion): string {
  return JSON.stringify([operation, path, paging, top, mayBeOne]);
}

export function readQuestion(text: string): RowsQuestion {
  const [operation, path, paging, top, mayBeOne] = JSON.parse(text) as [string, string, Paging, number, boolean];
  return { operation, path, paging, top, mayBeOne };
}

/**
 * One page of a list.
 * @param place see {@link cutAt}; for paging by offset, the number of the first row, from 1
 */
export function askRowsPage(question: RowsQuestion, place: number): HttpRequest {
  const { operation, path, paging } = question;
  const { page, limit } = cutOf(question, place);
  const cut = { page: `page=${page}&limit=${limit}`, offset: `limit=${limit}&offset=${place - 1}`, none: '' }[paging];
  const joint = cut === '' ? '' : path.includes('?') ? '&' : '?';
  return { operation, method: 'GET', path: `${path}${joint}${cut}` };
}

/**
 * Reads a page; `null` if the body has nothing that was asked for.
 * @param earlier the rows of the previous pages
 */
export function readRowsPage(
  question: RowsQuestion,
  body: unknown,
  place: number,
  earlier: RowsRecord | null,
): RowsPage | null {
  const found = findRows(body);
  if (found === null || (found.rows === null && !question.mayBeOne)) return null;
  const before = earlier?.rows ?? [];
  const page = found.rows ?? [];
  const brought = isRepeated(before, page) ? [] : page.slice(knownOn(question, place)).map(toRow);
  const rows = [...before, ...brought];
  const total = totalOf(body) ?? earlier?.total ?? null;
  const following = placeAfter(question, body, place, brought.length, rows.length, total);
  const next = rows.length < question.top && mayGoOn(question, following, rows.length) ? following : null;
  const surplus = Math.max(0, rows.length - question.top);
  const record: RowsRecord = {
    rows: rows.slice(0, question.top),
    isList: found.rows !== null,
    total,
    isCut: following !== null || rows.length > question.top || (total !== null && total > rows.length),
    isPartial: next !== null,
    ...(surplus > 0 ? { surplus } : {}),
    about: earlier?.about ?? found.about,
  };
  return next === null ? { is: 'done', record, isStopped: following !== null } : { is: 'more', record, page: next };
}

/** The service's pages may be shorter than asked for. A page that would exceed the wanted rows is not read. */
function mayGoOn(question: RowsQuestion, following: number | null, read: number): boolean {
  return following === null || question.paging !== 'page' || read + mostOnPage(question, following) <= question.top;
}

interface FoundRows {
  /** `null`: there is no list. */
  readonly rows: readonly unknown[] | null;
  /** The properties beside the rows. */
  readonly about: JsonObject;
}

/**
 * The rows of a list answer, under one of the API's names or as the only array; `null` if there is no object or
 * array.
 */
export function findRows(body: unknown): FoundRows | null {
  const bare = readArray(body);
  if (bare !== null) return { rows: bare, about: {} };
  const outer = readObject(body);
  if (outer === null) return null;
  const inner = readObject(outer['data']);
  const isThing = firstOf(outer, THING_MARKS) !== undefined;
  const arrays = Object.keys(outer).filter((name) => Array.isArray(outer[name]));
  const only = arrays.length === 1 && inner === null && !isThing ? arrays[0] : undefined;
  const name = LIST_NAMES.find((known) => arrays.includes(known)) ?? only;
  if (name === undefined) return inner === null ? { rows: null, about: outer } : findRows(inner);
  const about = Object.entries(outer).filter(([key]) => key !== name && key !== 'pagination');
  return { rows: readArray(outer[name]), about: Object.fromEntries(about) };
}

/** No page asks for more rows than wanted: each may cost a credit. */
function cutOf({ paging, top }: RowsQuestion, place: number): PageCut {
  if (paging === 'offset') return { page: 1, limit: Math.min(ROWS_PER_PAGE, top - place + 1) };
  return cutAt(place, top);
}

/** How many rows of a page were already on earlier pages. */
function knownOn(question: RowsQuestion, place: number): number {
  if (place > 0) return 0;
  const { page, limit } = cutOf(question, place);
  return Math.max(0, -place - (page - 1) * limit);
}

/** How many new rows a page can have at most. */
export function mostOnPage(question: RowsQuestion, place: number): number {
  return cutOf(question, place).limit - knownOn(question, place);
}

/**
 * @param brought how many rows this page had
 * @param read how many rows there are, including earlier pages
 */
function placeAfter(
  question: RowsQuestion,
  body: unknown,
  place: number,
  brought: number,
  read: number,
  total: number | null,
): number | null {
  const isPaged = question.paging === 'page';
  const pagination = isPaged ? readPagination(body) : null;
  const { page, limit } = cutOf(question, place);
  if ((pagination?.hasNext ?? pagination?.totalPages ?? null) !== null) {
    const most = place > 0 ? MAX_PAGES : Infinity;
    return nextPage(pagination, page, brought, most) === null ? null : placeAfterPage(place, read, question.top);
  }
  if (question.paging === 'none' || brought === 0 || (isPaged && place >= MAX_PAGES)) return null;
  const isFull = place < 0 || brought === limit;
  if (total === null ? !isFull : read >= total) return null;
  return isPaged ? placeAfterPage(place, read, question.top) : read + 1;
}

/** A service that returns the same page for every number has only one page. */
function isRepeated(before: readonly JsonObject[], rows: readonly unknown[]): boolean {
  if (before.length === 0 || rows.length === 0) return false;
  const text = JSON.stringify(rows.map(toRow));
  return [before.slice(-rows.length), before.slice(0, rows.length)].some((same) => JSON.stringify(same) === text);
}

function totalOf(body: unknown): number | null {
  return readPagination(body)?.totalResults ?? readCount(readObject(body)?.['total']);
}

/** A row that is just a text or number is a name. */
function toRow(row: unknown): JsonObject {
  return readObject(row) ?? { name: row };
}
