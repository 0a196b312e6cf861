import { costOf } from './prices';

/**
 * The most that a list of companies, partners or edges costs, in credits: one for each row.
 * https://docs.tracedata.ai/credits/ charges each company on a returned page.
 *
 * @param rows the most rows that are asked for
 */
export function priceOfRows(rows: number): number {
  return rows;
}

/** How many companies the search for one name compares. */
export const COMPARED_COMPANIES = 3;

/** The most that the search for one name costs, in credits. */
export const PRICE_OF_NAME = priceOfRows(COMPARED_COMPANIES);

/** The most that the next rows of a list cost: no more rows than there are. @param total `null`: unknown */
export function priceOfNext(
  { offset, total }: { readonly offset: number; readonly total: number | null },
  wanted: number,
): number {
  return priceOfRows(total === null ? wanted : Math.max(0, Math.min(wanted, total - offset)));
}

/**
 * The most that lists cost, each at its own price. A company that several of them return may be charged only once.
 */
export function priceOfLists(questions: readonly string[]): number {
  return questions.reduce((sum, question) => sum + costOf('rows', question), 0);
}

/**
 * The most credits that the shared partners of two companies cost if Trace has no such list: all partners of both are
 * read then. `null`: unknown.
 *
 * @param one how many partners the first company has; `null`: unknown
 */
export function priceOfBothLists(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : priceOfRows(one + other);
}
