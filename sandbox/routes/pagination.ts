import type { BodyOf } from '../contract';
import { readWhole } from './query';

interface Page<T> {
  readonly rows: readonly T[];
  readonly pagination: BodyOf<'companies.search'>['pagination'];
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
