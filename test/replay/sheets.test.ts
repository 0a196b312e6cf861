import { replay } from './replay';
import { replaySheets } from './replay-sheets';

test('the promises hold over random histories in Google Sheets', async () => {
  await replay({ host: 'sheets', open: await replaySheets(), runs: Number(process.env['TRACE_REPLAY_RUNS'] ?? 200) });
}, 600_000);
