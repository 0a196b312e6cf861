import { mixPair, toChance } from './chance';

/** Things that a company may be related to, as plain numbers: a batch of 100 looks at each of them a hundred times. */
export interface Candidates {
  readonly seeds: Uint32Array;
  /** How likely each is, before the company's own weight. */
  readonly shares: Float64Array;
}

export function makeCandidates(seeds: readonly number[], shares: readonly number[]): Candidates {
  return { seeds: Uint32Array.from(seeds), shares: Float64Array.from(shares) };
}

/**
 * The places, in the candidates' order, of those that are related. Each draw is a function of the two seeds alone and
 * the same from both sides.
 *
 * @param weight times as likely as the candidates' shares say
 */
export function drawRelated(seed: number, candidates: Candidates, weight: number): readonly number[] {
  const { seeds, shares } = candidates;
  const related: number[] = [];
  for (let place = 0; place < seeds.length; place += 1) {
    if (toChance(mixPair(seed, seeds[place] ?? 0)) < weight * (shares[place] ?? 0)) related.push(place);
  }
  return related;
}
