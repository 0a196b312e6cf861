/**
 * Randomness without a generator: every draw is a pure function of its subject, so that nothing depends on the order
 * of draws, and a relation of two things can be computed from either side.
 */

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const UINT32_RANGE = 2 ** 32;
/** A local name, because millions of draws are made and globals are slow where tests run. */
const { imul } = Math;

/** A seed from a text: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/. */
export function seedOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) hash = imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return hash >>> 0;
}

/** One seed from two, in this order; the last lines are the finalizer of MurmurHash3. */
export function mix(first: number, second: number): number {
  let hash = imul(first ^ 0x9e3779b9, 0xcc9e2d51) ^ imul(second ^ 0x7f4a7c15, 0x1b873593);
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One seed from two, the same whichever comes first. */
export function mixPair(one: number, other: number): number {
  return one < other ? mix(one, other) : mix(other, one);
}

/** A seed as a number from 0 to below 1, for relations, which are drawn by the million. */
export function toChance(seed: number): number {
  return seed / UINT32_RANGE;
}

/** A number from 0 to below 1. @param question the seed of what is being drawn, such as `seedOf('industry')` */
export function chance(seed: number, question: number): number {
  return toChance(mix(seed, question));
}

/** A whole number, both ends included. */
export function wholeBetween(seed: number, question: number, least: number, most: number): number {
  return least + Math.floor(chance(seed, question) * (most - least + 1));
}

export function pickFrom<T>(list: readonly T[], seed: number, question: number): T {
  const picked = list[Math.floor(chance(seed, question) * list.length)];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}
