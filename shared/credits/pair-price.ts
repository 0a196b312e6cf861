/**
 * The most that asking about pairs of companies costs, in credits: one for each pair. Where Trace has no look-up of
 * pairs, the companies on the other side are asked for their names, and each of those may cost a credit too.
 *
 * @param others companies on the other side whose names nobody knows, without repeats
 */
export function priceOfPairs(pairs: number, others: number): number {
  return pairs === 0 ? 0 : pairs + others;
}
