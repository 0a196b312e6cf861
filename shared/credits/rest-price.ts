/**
 * What a run may still be charged when it continues, in credits: its unanswered look-ups are sent again, and those that
 * were not charged the first time may be now.
 *
 * @param cap of the whole run; `null`: none was agreed to, and nothing more is spent
 * @param used so far, with `unsure`: what may not have been charged
 */
export function mostOfRest(cap: number | null, used: number, unsure: number): number {
  return cap === null ? 0 : Math.max(0, cap - used + unsure);
}
