import fc from 'fast-check';
import { history, type Step } from './history';

interface World {
  /** Throws the first promise that is broken. */
  run(steps: readonly Step[]): Promise<void>;
}

export type OpenWorld = (steps: readonly Step[]) => World;

/** What a replay plays: random histories or, with a path, one of them. */
export interface Histories {
  readonly runs: number;
  /** The same one repeats a run. */
  readonly seed: number;
  /** The position of a shrunken history in the run of that seed. */
  readonly path?: string;
}

interface Replay extends Histories {
  readonly host: string;
  readonly open: OpenWorld;
}

export function countOf({ runs, path }: Histories): number {
  return path === undefined ? runs : 1;
}

export function toParameters(histories: Histories): Pick<fc.Parameters, 'numRuns' | 'seed' | 'path' | 'endOnFailure'> {
  const { seed, path } = histories;
  const numRuns = countOf(histories);
  return path === undefined ? { numRuns, seed } : { numRuns, seed, path, endOnFailure: true };
}

/** Random histories on one host. The seed is told, and a failure is shrunk before it is. */
export async function replay({ host, open, ...histories }: Replay): Promise<void> {
  process.stderr.write(`replay: ${host}, ${countOf(histories)} histories, seed ${histories.seed}\n`);
  await fc.assert(
    fc.asyncProperty(history, async (steps) => open(steps).run(steps)),
    toParameters(histories),
  );
}
