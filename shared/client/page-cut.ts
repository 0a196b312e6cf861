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
