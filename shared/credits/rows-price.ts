/** What the next rows of a list cost at most, in credits: one each, and no more than there are. @param total `null`: unknown */
export function priceOfNext(
  { offset, total }: { readonly offset: number; readonly total: number | null },
  wanted: number,
): number {
  return total === null ? wanted : Math.max(0, Math.min(wanted, total - offset));
}
