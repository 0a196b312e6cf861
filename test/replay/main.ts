import { parseArgs } from 'node:util';
import { ENRICHING_HOSTS } from './enrichments-of-hosts';
import { countOf, replay, type OpenWorld } from './replay';
import { replayCore } from './replay-core';
import { replayExcel } from './replay-excel';
import { replaySheets } from './replay-sheets';

/**
 * `npm run replay -- --runs 10000 [--of formulas|enrichments] [--host sheets|excel|workbook|core] [--seed n] [--path p]
 * [--files test/shared/enrich]`: so many histories on each host, and at least so many examples of each property of the core.
 * A path is a host's; files are the core's.
 */

const HOSTS: Readonly<Record<string, () => Promise<OpenWorld>>> = { excel: replayExcel, sheets: replaySheets };

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    of: { type: 'string' },
    host: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    files: { type: 'string', default: '' },
  },
});
const isAsked = (host: string): boolean => values.host === undefined || values.host === host;
const isOf = (kind: string): boolean => values.of === undefined || values.of === kind;
const asked = {
  runs: Number(values.runs),
  seed: values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed),
  ...(values.path === undefined ? {} : { path: values.path }),
};

const timed = async (what: string, play: () => Promise<void>): Promise<void> => {
  const startMs = Date.now();
  await play();
  const seconds = Math.round((Date.now() - startMs) / 1_000);
  process.stdout.write(`${what}: ${countOf(asked)} histories kept every promise, in ${seconds} s\n`);
};

for (const [host, open] of Object.entries(HOSTS)) {
  if (isOf('formulas') && isAsked(host)) await timed(host, async () => replay({ host, open: await open(), ...asked }));
}
for (const [host, play] of Object.entries(ENRICHING_HOSTS)) {
  if (isOf('enrichments') && isAsked(host)) await timed(`enrichments in ${host}`, () => play(asked));
}
const isOfCore = values.path === undefined && values.of === undefined && isAsked('core');
if (isOfCore && !(await replayCore({ ...asked, files: values.files }))) process.exitCode = 1;
