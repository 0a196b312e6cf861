import fc from 'fast-check';
import { enrichHistories } from '../fakes/enrich-history';
import { brokenPromises } from '../fakes/played/broken-promises';
import type { OpenFile } from '../fakes/played/file';
import { PlayedEnrichment, SMALL } from '../fakes/played/played-enrichment';
import { countOf, toParameters, type Histories } from './replay';

interface EnrichmentReplay extends Histories {
  readonly host: string;
  readonly open: OpenFile;
}

/** Random histories of enrichments in one host. Throws the first that breaks a promise, shrunk. */
export async function replayEnrichments({ host, open, ...histories }: EnrichmentReplay): Promise<void> {
  process.stderr.write(`replay: enrichments in ${host}, ${countOf(histories)} histories, seed ${histories.seed}\n`);
  await fc.assert(
    fc.asyncProperty(enrichHistories, async (history) => {
      const broken = brokenPromises(await new PlayedEnrichment(history, open, SMALL).play());
      if (broken.length > 0) throw new Error(broken.join('\n'));
    }),
    toParameters(histories),
  );
}
