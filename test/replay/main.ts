import { parseArgs } from 'node:util';
import { replay, type OpenWorld } from './replay';
import { replayExcel } from './replay-excel';
import { replaySheets } from './replay-sheets';

/** `npm run replay -- --runs 10000 [--host sheets|excel] [--seed n] [--path p]` */

const HOSTS: Readonly<Record<string, () => Promise<OpenWorld>>> = { excel: replayExcel, sheets: replaySheets };

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    host: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
  },
});

for (const [host, open] of Object.entries(HOSTS)) {
  if (values.host !== undefined && values.host !== host) continue;
  const startMs = Date.now();
  await replay({
    host,
    open: await open(),
    runs: Number(values.runs),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    ...(values.path === undefined ? {} : { path: values.path }),
  });
  const seconds = Math.round((Date.now() - startMs) / 1_000);
  process.stdout.write(`${host}: ${values.runs} histories kept every promise, in ${seconds} s\n`);
}
