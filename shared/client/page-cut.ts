/** 100 is told for partnerships only, and taken to hold everywhere: https://docs.tracedata.ai/api/partnerships/. */
export const ROWS_PER_PAGE = 100;

/** One page of a list, by its number from 1 and its size. */
export interface PageCut {
  readonly page: number;
  readonly limit: number;
}

/**
 * Where a list is read that has pages: a positive place is the number of a page of the usual size; `-n` is what comes
 * after `n` rows, in a page of the size that leads closest to `top`, the smallest of them. Each row may cost a credit, so no page reaches past
 * `top`; rows that a page repeats were paid for already.
 */
export function cutAt(place: number, top: number): PageCut {
  return place > 0 ? { page: place, limit: Math.min(ROWS_PER_PAGE, top) } : cutAfter(-place, top);
}

/** The place after a page. @param read how many rows there are with those of that page */
export function placeAfterPage(place: number, read: number, top: number): number {
  if (place < 0) return -read;
  // Where the service gives smaller pages than were asked for, sizes of our own choice would leave gaps.
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
