import { parseArgs } from 'node:util';
import { replay, type OpenWorld } from './replay';
import { replayCore } from './replay-core';
import { replayExcel } from './replay-excel';
import { replaySheets } from './replay-sheets';

/**
 * `npm run replay -- --runs 10000 [--host sheets|excel|core] [--seed n] [--path p] [--files test/shared/enrich]`: so many
 * histories on each host, and at least so many examples of each property of the core. A path is a host's; files are the core's.
 */

const HOSTS: Readonly<Record<string, () => Promise<OpenWorld>>> = { excel: replayExcel, sheets: replaySheets };

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    host: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    files: { type: 'string', default: '' },
  },
});
const isAsked = (host: string): boolean => values.host === undefined || values.host === host;
const asked = {
  runs: Number(values.runs),
  seed: values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed),
  ...(values.path === undefined ? {} : { path: values.path }),
};

for (const [host, open] of Object.entries(HOSTS)) {
  if (!isAsked(host)) continue;
  const startMs = Date.now();
  await replay({ host, open: await open(), ...asked });
  const seconds = Math.round((Date.now() - startMs) / 1_000);
  process.stdout.write(`${host}: ${values.runs} histories kept every promise, in ${seconds} s\n`);
}
if (values.path === undefined && isAsked('core') && !(await replayCore({ ...asked, files: values.files })))
  process.exitCode = 1;
