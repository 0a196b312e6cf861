import fc from 'fast-check';
import { enrichHistories } from '../fakes/enrich-history';
import { brokenPromises } from '../fakes/played/broken-promises';
import type { OpenFile } from '../fakes/played/file';
import { PlayedEnrichment, SMALL } from '../fakes/played/played-enrichment';

export interface EnrichmentReplay {
  readonly host: string;
  readonly open: OpenFile;
  readonly runs: number;
  /** The same one repeats a run. */
  readonly seed: number;
  /** The position of a shrunken history in the run of that seed. */
  readonly path?: string;
}

/** Random histories of enrichments in one host. Throws the first that breaks a promise, shrunk. */
export async function replayEnrichments({ host, open, runs, seed, path }: EnrichmentReplay): Promise<void> {
  process.stderr.write(`replay: enrichments in ${host}, ${runs} histories, seed ${seed}\n`);
  await fc.assert(
    fc.asyncProperty(enrichHistories, async (history) => {
      const broken = brokenPromises(await new PlayedEnrichment(history, open, SMALL).play());
      if (broken.length > 0) throw new Error(broken.join('\n'));
    }),
    { numRuns: runs, seed, ...(path === undefined ? {} : { path, endOnFailure: true }) },
  );
}
