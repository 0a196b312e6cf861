import fc from 'fast-check';
import { history, type Step } from './history';

interface World {
  /** Throws the first promise that is broken. */
  run(steps: readonly Step[]): Promise<void>;
}

export type OpenWorld = (steps: readonly Step[]) => World;

interface Replay {
  readonly host: string;
  readonly open: OpenWorld;
  readonly runs: number;
  /** The same one repeats a run. */
  readonly seed: number;
  /** The position of a shrunken history in the run of that seed. */
  readonly path?: string;
}

/** Random histories on one host. The seed is told, and a failure is shrunk before it is. */
export async function replay({ host, open, runs, seed, path }: Replay): Promise<void> {
  process.stderr.write(`replay: ${host}, ${runs} histories, seed ${seed}\n`);
  await fc.assert(
    fc.asyncProperty(history, async (steps) => open(steps).run(steps)),
    { numRuns: runs, seed, ...(path === undefined ? {} : { path }), endOnFailure: path !== undefined },
  );
}
