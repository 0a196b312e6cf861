import { mixPair, toChance } from './chance';

/** Things that a company may be related to, as plain numbers: a batch of 100 checks each of them 100 times. */
interface Candidates {
  readonly seeds: Uint32Array;
  /** The probability of each, before the company's own weight. */
  readonly shares: Float64Array;
  /** What was drawn lately: the same companies are asked for again and again. */
  readonly drawn: Map<string, readonly number[]>;
}

const MOST_DRAWN = 1_000;

export function makeCandidates(seeds: readonly number[], shares: readonly number[]): Candidates {
  return { seeds: Uint32Array.from(seeds), shares: Float64Array.from(shares), drawn: new Map() };
}

/**
 * The indexes of the related candidates, in order. Each draw depends on the two seeds alone and is the same from both
 * sides.
 *
 * @param weight a factor on the candidates' shares
 */
export function drawRelated(seed: number, candidates: Candidates, weight: number): readonly number[] {
  const { seeds, shares, drawn } = candidates;
  const key = `${seed} ${weight}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  // Imports are looked up at each use where tests run.
  const [draw, toShare] = [mixPair, toChance];
  const related: number[] = [];
  for (let place = 0; place < seeds.length; place += 1) {
    if (toShare(draw(seed, seeds[place] ?? 0)) < weight * (shares[place] ?? 0)) related.push(place);
  }
  if (drawn.size >= MOST_DRAWN) drawn.clear();
  drawn.set(key, related);
  return related;
}
