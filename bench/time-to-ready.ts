import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { median } from './median';
import { against, inMs, type Table } from './table';

const RUNS = 3;
/** Where a start keeps the built page for the next one. */
const KEPT_PAGES = '.cache/workbook';
const BUDGET_S = { first: 10, next: 5 };
const READY = / ready at http/;

/** From `npm start` until it prints its address. The baseline bundles and serves an empty page. */
export async function benchTimeToReady(): Promise<Table> {
  const times: { readonly empty: number; readonly first: number; readonly next: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const empty = await readyMs('bench/baselines/empty-page.ts');
    await rm(KEPT_PAGES, { recursive: true, force: true });
    times.push({ empty, first: await readyMs('workbook/main.ts'), next: await readyMs('workbook/main.ts') });
  }
  const [empty, first, next] = (['empty', 'first', 'next'] as const).map((name) =>
    median(times.map((time) => time[name])),
  ) as [number, number, number];
  return {
    title: 'Web workbook: time to ready',
    note: `Median of ${RUNS} alternating runs, each in its own process, after installation.`,
    head: ['', 'time', 'budget'],
    rows: [
      ['an empty page, bundled and served', inMs(empty), ''],
      ['npm start, the first time', inMs(first), against(first / 1_000, BUDGET_S.first, ' s')],
      ['npm start, the next time', inMs(next), against(next / 1_000, BUDGET_S.next, ' s')],
    ],
  };
}

async function readyMs(script: string): Promise<number> {
  const begun = performance.now();
  const env = { ...process.env, PORT: '0', TRACE_DIST: undefined, TRACE_API_URL: undefined };
  const child = spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let written = '';
  child.stdout.on('data', (text: Buffer) => (written += text.toString()));
  while (!READY.test(written)) {
    if (child.exitCode !== null) throw new Error(`${script} ended before it was ready: ${written}`);
    await Promise.race([once(child.stdout, 'data'), ended]);
  }
  const tookMs = performance.now() - begun;
  child.kill('SIGKILL');
  await ended;
  return tookMs;
}
