import fc from 'fast-check';
import { enrichHistories } from '../../fakes/enrich-history';
import { brokenPromises } from '../../fakes/played/broken-promises';
import { MemoryFile } from '../../fakes/played/memory-file';
import { PlayedEnrichment, SMALL } from '../../fakes/played/played-enrichment';
import { times } from '../../setup/chance';

test('whatever a user does meanwhile, the owner’s values stay, answers are beside their companies, and undo restores or lists', async () => {
  await fc.assert(
    fc.asyncProperty(enrichHistories, async (history) => {
      const played = new PlayedEnrichment(history, (cells) => new MemoryFile(cells), SMALL);
      expect(brokenPromises(await played.play())).toEqual([]);
    }),
    { numRuns: times(3_000) },
  );
});
