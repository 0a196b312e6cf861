import { SEED, times } from '../setup/chance';
import { MemoryFile } from '../fakes/played/memory-file';
import { replayEnrichments } from './enrichments';
import { ENRICHING_HOSTS } from './enrichments-of-hosts';
import { countOf } from './replay';

test.each(Object.keys(ENRICHING_HOSTS))('enrichments keep their promises over random histories in %s', async (host) => {
  await ENRICHING_HOSTS[host]!({ runs: times(60), seed: SEED });
});

test.each([
  ['as many histories as were asked for', { runs: 3, seed: 1 }, 3],
  ['the one history of a path', { runs: 3, seed: 1, path: '5' }, 1],
])('a replay plays %s, and counts them', async (_what, histories, count) => {
  let opened = 0;
  const open = (cells: ConstructorParameters<typeof MemoryFile>[0]): MemoryFile => {
    opened += 1;
    return new MemoryFile(cells);
  };
  await replayEnrichments({ host: 'memory', open, ...histories });
  expect([opened, countOf(histories)]).toEqual([count, count]);
});
