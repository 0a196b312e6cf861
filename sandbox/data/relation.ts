import { mixPair, toChance } from './chance';

/** Things that a company may be related to, as plain numbers: a batch of 100 checks each of them 100 times. */
interface Candidates {
  readonly seeds: Uint32Array;
  /** The probability of each, before the company's own weight. */
  readonly shares: Float64Array;
}

export function makeCandidates(seeds: readonly number[], shares: readonly number[]): Candidates {
  return { seeds: Uint32Array.from(seeds), shares: Float64Array.from(shares) };
}

/**
 * The indexes of the related candidates, in order. Each draw depends on the two seeds alone and is the same from both
 * sides.
 *
 * @param weight a factor on the candidates' shares
 */
export function drawRelated(seed: number, candidates: Candidates, weight: number): readonly number[] {
  const { seeds, shares } = candidates;
  // Imports are looked up at each use where tests run.
  const [draw, toShare] = [mixPair, toChance];
  const related: number[] = [];
  for (let place = 0; place < seeds.length; place += 1) {
    if (toShare(draw(seed, seeds[place] ?? 0)) < weight * (shares[place] ?? 0)) related.push(place);
  }
  return related;
}
