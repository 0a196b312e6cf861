/**
 * A company is charged once within 30 days, also as a partner of several others, so many lists cost less than their length. How
 * much less is estimated from lists that were read, as if every partner of their companies were equally likely on each of them.
 */

/** Halves the range between "no other partners" and the greatest number to within a thousandth of a percent and less. */
const STEPS = 60;

/** How many different partners there are in all, if lists have shown so many, of which so many are different; `Infinity`: none repeats. */
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

/** How many of so many partners on lists are probably different. @param inAll {@link partnersInAll} */
export function differentAmong(inAll: number, listed: number): number {
  return inAll === Infinity ? listed : inAll * -Math.expm1(-listed / inAll);
}
