import { distance } from 'fastest-levenshtein';

/** Names that differ in more than a third of their letters are not similar. */
const FARTHEST = 0.34;
const MOST_SUGGESTED = 3;
/** In a short product name, one letter makes another product: Preact is not React, and Nuxt.js is not Next.js. */
const LONG_NAME = 8;
/** In letters. A shorter word is often an abbreviation. */
const SHORT_WORD = 5;

/** The most similar names, at most three, best first; none if nothing is similar. Case is ignored. */
export function nearestOf(asked: string, known: Iterable<string>): readonly string[] {
  const wanted = asked.trim().toLowerCase();
  const ranked = new Map<string, number>();
  for (const name of known) {
    const far = howFar(wanted, name.toLowerCase());
    if (far > 0 && far <= FARTHEST) ranked.set(name, far);
  }
  return [...ranked]
    .sort(([one, a], [other, b]) => a - b || one.length - other.length || (one < other ? -1 : 1))
    .slice(0, MOST_SUGGESTED)
    .map(([name]) => name);
}

/**
 * Returns 0 for equal names and 1 for names with nothing in common. A name that contains the other is near, whatever
 * their lengths.
 */
export function howFar(wanted: string, known: string): number {
  if (wanted === known) return 0;
  const shorter = Math.min(wanted.length, known.length);
  if (shorter > 2 && (known.includes(wanted) || wanted.includes(known))) return 0.3;
  const longer = Math.max(wanted.length, known.length);
  // The distance is at least the difference of their letter counts.
  if (longer - shorter > longer / 2) return 1;
  return distance(wanted, known) / longer;
}

/**
 * Whether a text is clearly a misspelling of a long name: one letter missing, added or changed, or two neighbors
 * swapped. Digits distinguish versions, so they are not typos.
 *
 * @param leastLength in letters; a closed list of names may use a smaller one
 */
export function isSlipOf(asked: string, known: string, leastLength = LONG_NAME): boolean {
  const [one, other] = [asked.trim().toLowerCase(), known.toLowerCase()];
  if (one === other || Math.min(one.length, other.length) < leastLength) return false;
  if (one.replace(/\D/g, '') !== other.replace(/\D/g, '')) return false;
  if (leastLength >= LONG_NAME && areOtherWords(one, other)) return false;
  const apart = distance(one, other);
  return apart === 1 || (apart === 2 && isSwap(one, other));
}

/** Compares word by word: a different short word means another product, such as Amazon SES and Amazon SNS. */
function areOtherWords(one: string, other: string): boolean {
  const [words, others] = [one.split(' '), other.split(' ')];
  const isShort = (word: string, index: number): boolean =>
    word !== others[index] && Math.min(word.length, others[index]?.length ?? 0) < SHORT_WORD;
  return words.length === others.length && words.some(isShort);
}

function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
