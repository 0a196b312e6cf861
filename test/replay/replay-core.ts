import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** A property may try thousands of long histories. */
const DAY_MS = 86_400_000;

interface CoreReplay {
  /** The minimum for each property. */
  readonly runs: number;
  readonly seed: number;
  /** Only test files with this in their path; `''`: all. */
  readonly files: string;
}

/**
 * Runs in jest, with another seed, every test file that tries random examples, or more of something than `npm test` does.
 *
 * @returns whether all have passed
 */
export async function replayCore({ runs, seed, files }: CoreReplay): Promise<boolean> {
  process.stderr.write(`replay: core, at least ${runs} of each property, seed ${seed}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'trace-replay-'));
  const counts = join(folder, 'counts');
  const env = { ...process.env, TRACE_SEED: String(seed), TRACE_RUNS: String(runs), TRACE_COUNTS: counts };
  const tests = (await propertyFiles()).filter((file) => file.includes(files));
  const args = ['--maxWorkers=50%', `--testTimeout=${DAY_MS}`, ...tests];
  const jest = spawn('node_modules/.bin/jest', args, { env, stdio: 'inherit' });
  const code = await new Promise((resolve, reject) => {
    jest.on('error', reject);
    jest.on('close', resolve);
  });
  const isKept = code === 0;
  process.stdout.write(toCounts(await readFile(counts, 'utf8').catch(() => ''), isKept));
  if (!isKept) process.stdout.write(`core: something broke, with seed ${seed}: see FAIL above\n`);
  await rm(folder, { recursive: true });
  return isKept;
}

/**
 * How many examples each property has kept, the fewest first.
 *
 * @param isAll whether no other property broke: that one has no line
 */
export function toCounts(noted: string, isAll: boolean): string {
  const kept = noted
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as readonly [runs: number, test: string])
    .sort(([one, a], [other, b]) => one - other || (a < b ? -1 : 1));
  const lines = kept.map(([runs, test]) => `${runs.toLocaleString('en-US').padStart(10)}  ${relative('.', test)}\n`);
  const all = kept.reduce((sum, [runs]) => sum + runs, 0).toLocaleString('en-US');
  return `${lines.join('')}core: ${isAll ? '' : 'only '}${kept.length} properties kept, ${all} examples, at least ${(kept[0]?.[0] ?? 0).toLocaleString('en-US')} of each\n`;
}

async function propertyFiles(): Promise<string[]> {
  const files = (await readdir('test', { recursive: true })).filter((file) => file.endsWith('.test.ts'));
  const texts = await Promise.all(files.map((file) => readFile(join('test', file), 'utf8')));
  return files.filter((_file, at) => /from 'fast-check'/.test(texts[at]!)).map((file) => join('test', file));
}
