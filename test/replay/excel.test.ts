import { SEED, times } from '../setup/chance';
import { replayExcel } from './replay-excel';
import { replay } from './replay';

test('the promises hold over random histories in Excel', async () => {
  await replay({ host: 'excel', open: await replayExcel(), runs: times(30), seed: SEED });
});
