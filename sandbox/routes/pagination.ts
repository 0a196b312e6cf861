import { readWhole } from './query';

/** The pagination object of list answers; https://docs.tracedata.ai/api/overview/. */
interface Pagination {
  readonly page: number;
  readonly limit: number;
  readonly total_results: number;
  readonly total_pages: number;
  readonly has_next: boolean;
  readonly has_prev: boolean;
  readonly next_url: string | null;
}

interface Page<T> {
  readonly rows: readonly T[];
  readonly pagination: Pagination;
}

/** The overview's example has 50; 100 is documented for partnerships only and assumed to apply everywhere. */
const LIMIT = { least: 1, most: 100, otherwise: 50 };

/** The requested page of a list. A page after the last one is empty. */
export function pageOf<T>(list: readonly T[], url: URL): Page<T> {
  const page = readWhole(url.searchParams, 'page', { least: 1, otherwise: 1 });
  const limit = readWhole(url.searchParams, 'limit', LIMIT);
  const totalPages = Math.ceil(list.length / limit);
  const hasNext = page < totalPages;
  return {
    rows: list.slice((page - 1) * limit, page * limit),
    pagination: {
      page,
      limit,
      total_results: list.length,
      total_pages: totalPages,
      has_next: hasNext,
      has_prev: page > 1,
      next_url: hasNext ? urlOfPage(url, page + 1, limit) : null,
    },
  };
}

function urlOfPage(url: URL, page: number, limit: number): string {
  const next = new URL(url);
  next.searchParams.set('page', String(page));
  next.searchParams.set('limit', String(limit));
  return next.href;
}
