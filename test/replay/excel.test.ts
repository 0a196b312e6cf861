import { replayExcel } from './replay-excel';
import { replay } from './replay';

test('the promises hold over random histories in Excel', async () => {
  await replay({ host: 'excel', open: await replayExcel(), runs: Number(process.env['TRACE_REPLAY_RUNS'] ?? 200) });
}, 600_000);
