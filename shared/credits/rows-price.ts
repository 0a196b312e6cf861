import { costOf } from './prices';

/**
 * The most that a list of companies, partners or edges costs, in credits: one for each row.
 * https://docs.tracedata.ai/credits/ charges each company on a returned page.
 *
 * @param rows how many are asked for at most
 */
export function priceOfRows(rows: number): number {
  return rows;
}

/** What the next rows of a list cost at most: no more than there are. @param total `null`: unknown */
export function priceOfNext(
  { offset, total }: { readonly offset: number; readonly total: number | null },
  wanted: number,
): number {
  return priceOfRows(total === null ? wanted : Math.max(0, Math.min(wanted, total - offset)));
}

/** The most that lists cost, each at its own price: companies that more than one of them returns may be charged once. */
export function priceOfLists(questions: readonly string[]): number {
  return questions.reduce((sum, question) => sum + costOf('rows', question), 0);
}

/**
 * What the partners that two companies share cost at most where Trace does not list them, in credits: all partners of both are
 * read then. `null`: unknown.
 *
 * @param one how many partners each has; `null`: unknown
 */
export function priceOfBothLists(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : priceOfRows(one + other);
}
