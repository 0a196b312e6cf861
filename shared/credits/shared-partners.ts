/**
 * A company is charged once within 30 days, also as a partner of several others, so many lists together cost less
 * than their length. How much less is estimated from lists that were read, assuming that every partner is equally
 * likely on each list.
 */

/**
 * Enough halvings of the range between "no other partners" and the greatest number to get within a thousandth of a
 * percent.
 */
const STEPS = 60;

/**
 * How many different partners exist in all, given how many were listed and how many of those differ; `Infinity`: none
 * repeats.
 */
export function partnersInAll(listed: number, different: number): number {
  if (different >= listed) return Infinity;
  let [low, high] = [different, different + 1];
  while (differentAmong(high, listed) < different) high *= 2;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (differentAmong(middle, listed) < different) low = middle;
    else high = middle;
  }
  return high;
}

/** How many of `listed` partners probably differ. @param inAll from {@link partnersInAll} */
export function differentAmong(inAll: number, listed: number): number {
  return inAll === Infinity ? listed : inAll * -Math.expm1(-listed / inAll);
}
