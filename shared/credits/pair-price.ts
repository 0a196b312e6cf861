/**
 * The most that asking about pairs of companies costs, in credits: one for each pair. If Trace has no lookup of
 * pairs, the names of the companies on the other side must be asked for, and each of those may cost a credit too:
 * https://docs.tracedata.ai/api/partnerships/.
 *
 * @param others how many companies on the other side have unknown names, without repeats
 */
export function priceOfPairs(pairs: number, others: number): number {
  return pairs === 0 ? 0 : pairs + priceOfPartnerNames(others);
}

/** The part of {@link priceOfPairs} that these names cost. */
export function priceOfPartnerNames(others: number): number {
  return others;
}

/**
 * {@link priceOfPairs} for pairs that are asked about one by one, so that companies on the other side repeat.
 *
 * @param others the company on the other side of each pair
 * @param isNamed whether its name is known
 */
export function priceOfPairsWith(others: readonly string[], isNamed: (other: string) => boolean): number {
  return priceOfPairs(others.length, [...new Set(others)].filter((other) => !isNamed(other)).length);
}
