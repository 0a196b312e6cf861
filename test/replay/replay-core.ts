import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** With so many, properties try as many examples as in `npm test`. */
const USUAL_RUNS = 200;

/** Every test file that tries random examples without a host, in jest, with another seed. Answers whether all have passed. */
export async function replayCore({ runs, seed }: { runs: number; seed: number }): Promise<boolean> {
  process.stderr.write(`replay: core, seed ${seed}\n`);
  const env = { ...process.env, TRACE_SEED: String(seed), TRACE_TIMES: String(runs / USUAL_RUNS) };
  const args = ['--maxWorkers=50%', `--testTimeout=${3_600_000}`, ...(await propertyFiles())];
  const jest = spawn('node_modules/.bin/jest', args, { env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    jest.on('error', reject);
    jest.on('close', (code) => resolve(code === 0));
  });
}

async function propertyFiles(): Promise<string[]> {
  const files = (await readdir('test', { recursive: true })).filter((file) => file.endsWith('.test.ts'));
  const texts = await Promise.all(files.map((file) => readFile(join('test', file), 'utf8')));
  return files.filter((_file, at) => texts[at]!.includes("from 'fast-check'")).map((file) => join('test', file));
}
