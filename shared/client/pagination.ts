import { readCount, readObject } from './json';

/** The position of a page among the others; https://docs.tracedata.ai/api/overview/. */
export interface Pagination {
  readonly page: number | null;
  readonly totalPages: number | null;
  readonly totalResults: number | null;
  readonly hasNext: boolean | null;
}

export function readPagination(body: unknown): Pagination | null {
  const pagination = readObject(readObject(body)?.['pagination']);
  if (pagination === null) return null;
  const hasNext = pagination['has_next'];
  return {
    page: readCount(pagination['page']),
    totalPages: readCount(pagination['total_pages']),
    totalResults: readCount(pagination['total_results']),
    hasNext: typeof hasNext === 'boolean' ? hasNext : null,
  };
}

/**
 * The number of the page after `page`, or `null` after the last one. `next_url` is never fetched: the key would be sent
 * wherever it points. An empty page ends the list whatever the pagination says, so a faulty service cannot make it
 * endless.
 *
 * @param page the page that was requested, from 1
 * @param rows how many rows it had
 */
export function nextPage(pagination: Pagination | null, page: number, rows: number, maxPages: number): number | null {
  if (pagination === null || rows === 0 || page >= maxPages) return null;
  const hasNext = pagination.hasNext ?? (pagination.totalPages !== null && page < pagination.totalPages);
  return hasNext ? page + 1 : null;
}
