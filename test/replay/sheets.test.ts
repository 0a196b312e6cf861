import { SEED, times } from '../setup/chance';
import { replaySheets } from './replay-sheets';
import { replay } from './replay';

test('the promises hold over random histories in Google Sheets', async () => {
  await replay({ host: 'sheets', open: await replaySheets(), runs: times(100), seed: SEED });
});
