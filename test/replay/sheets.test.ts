import { SEED, times } from '../setup/chance';
import { replaySheets } from './replay-sheets';
import { replay } from './replay';

test('if the key was removed while the cache failed, formulas show what was saved for ten minutes, and nothing is asked', async () => {
  const open = await replaySheets();
  const removed = [
    { do: 'fill', sheet: 0, inputs: ['company-1.example'] },
    { do: 'cache', is: 'failing' },
    { do: 'key', key: '', whileFetchingMs: 0 },
    { do: 'cache', is: 'there' },
  ] as const;
  await open([]).run([...removed, { do: 'recalculate' }, { do: 'wait', forMs: 600_000 }, { do: 'recalculate' }]);
  await open([]).run([...removed, { do: 'wait', forMs: 600_000 }, { do: 'recalculate' }]);
});

test('formulas that wait for a run that Google ended fetch for themselves, however their checks fall', async () => {
  const open = await replaySheets();
  for (let times = 0; times < 8; times += 1) {
    await open([]).run([
      { do: 'fill', sheet: 0, inputs: ['company-3.example'] },
      { do: 'crash', at: 14 },
      { do: 'credits', left: 0 },
      { do: 'fill', sheet: 1, inputs: ['company-1.example', 'company-51.example'] },
    ]);
  }
});

test('the promises hold over random histories in Google Sheets', async () => {
  await replay({ host: 'sheets', open: await replaySheets(), runs: times(30), seed: SEED });
});
