import { isSlipOf } from './nearest';

/** `x.io` and `y.io` differ by one letter, and are different companies. */
const SHORTEST = 7;

/**
 * The known company whose domain was probably meant by one that Trace does not track: one letter is missing, added or
 * changed, two neighbors are swapped, or only the ending differs. `null`: none is that similar.
 *
 * @param known domains, the likeliest first
 */
export function nearestCompany(domain: string, known: readonly string[]): string | null {
  const asked = domain.toLowerCase();
  const others = known.filter((each) => each.includes('.') && each !== asked);
  return (
    others.find((each) => isSlipOf(asked, each, SHORTEST)) ??
    others.find((each) => withoutEnding(each) === withoutEnding(asked)) ??
    null
  );
}

function withoutEnding(domain: string): string {
  return domain.slice(0, domain.indexOf('.'));
}
