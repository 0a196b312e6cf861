import type { TProperties, TSchema } from '@sinclair/typebox';
import { readObject } from './json';
import { readerOf, type RecordOf } from './read-record';
import { boolean, called, documentedPart, integer, listOf, object, optional, orNull, text } from './schema';

const position = object({
  page: integer,
  total_pages: called('totalPages', integer),
  total_results: called('totalResults', integer),
  has_next: called('hasNext', boolean),
});

/** https://docs.tracedata.ai/api/overview/; the example of https://docs.tracedata.ai/api/partnerships/ has no `next_url`. */
export const pagination = documentedPart(
  object({ ...position.properties, limit: integer, has_prev: boolean, next_url: optional(orNull(text)) }),
);

/** The envelope of https://docs.tracedata.ai/api/overview/. */
export function pageOf<S extends TSchema, B extends TProperties = Record<never, never>>(item: S, beside?: B) {
  return object({ data: listOf(item), pagination, ...(beside as B) });
}

/** The position of a page among the others. */
export type Pagination = Readonly<RecordOf<typeof position>>;

const readPosition = readerOf(position);

export function readPagination(body: unknown): Pagination | null {
  const found = readObject(readObject(body)?.['pagination']);
  return found === null ? null : readPosition(found);
}

/**
 * The number of the page after `page`, or `null` after the last one. `next_url` is never fetched: the key would be sent
 * wherever it points. An empty page ends the list whatever the pagination says, so a faulty service cannot make it
 * endless.
 *
 * @param page the page that was requested, from 1
 * @param rows how many rows it had
 */
export function nextPage(at: Pagination | null, page: number, rows: number, maxPages: number): number | null {
  if (at === null || rows === 0 || page >= maxPages) return null;
  const hasNext = at.hasNext ?? (at.totalPages !== null && page < at.totalPages);
  return hasNext ? page + 1 : null;
}

/** The documented maximum for partnerships, assumed to hold everywhere: https://docs.tracedata.ai/api/partnerships/. */
export const ROWS_PER_PAGE = 100;

/** One page of a list, by its number from 1 and its size. */
export interface PageCut {
  readonly page: number;
  readonly limit: number;
}

/**
 * Where to read in a list that has pages. A positive `place` is a page number at the usual size. `-n` means after `n`
 * rows, with the smallest page size that gets closest to `top`. Each row may cost a credit, so no page goes past
 * `top`; rows that a page repeats are already paid for.
 */
export function cutAt(place: number, top: number): PageCut {
  return place > 0 ? { page: place, limit: Math.min(ROWS_PER_PAGE, top) } : cutAfter(-place, top);
}

/**
 * The place after a page.
 * @param read how many rows have been read, including that page
 */
export function placeAfterPage(place: number, read: number, top: number): number {
  if (place < 0) return -read;
  // If the service returns smaller pages than asked for, page sizes of our choice would leave gaps.
  const isFull = read === place * ROWS_PER_PAGE;
  return isFull && read + ROWS_PER_PAGE > top ? -read : place + 1;
}

function cutAfter(read: number, top: number): PageCut {
  let best: PageCut = { page: read + 1, limit: 1 };
  for (let limit = Math.min(ROWS_PER_PAGE, top); limit > 1; limit -= 1) {
    const page = Math.floor(top / limit);
    if ((page - 1) * limit <= read && page * limit >= best.page * best.limit) best = { page, limit };
  }
  return best;
}
