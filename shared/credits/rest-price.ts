/**
 * The most credits that an enrichment may still be charged when it continues. Its unanswered lookups are sent again,
 * and those that were not charged the first time may be charged now.
 *
 * @param cap of the whole enrichment; `null`: none was approved, and nothing more is spent
 * @param used so far, including `unsure`: what may not have been charged
 */
export function mostOfRest(cap: number | null, used: number, unsure: number): number {
  return cap === null ? 0 : Math.max(0, cap - used + unsure);
}
