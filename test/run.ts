import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { cpus, setPriority } from 'node:os';
import { buildAll } from '../build';
import { ensureChromium } from './browser/chromium.mjs';

/** `npm test`: types, lint, format, unit, contract, built bundles, real browser; ends with `N passed, N failed`. */

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Each more would compile the same code again. */
const WORKERS = Math.min(4, cpus().length);
/** Tests of pages wait half of the time. Each more would start another browser, and compile the grid again. */
const PAGE_WORKERS = 2;
const PAGES = 'test/browser/';
const SLOW_FIRST = '--testSequencer=./test/setup/slow-first.cjs';
/** Behind the pages, and not so far that a machine that is busy with something else never comes to it. */
const YIELDING = 2;
/** Scripts in fresh contexts leave much behind: with more room less of it is copied before it is thrown away. */
const ROOM_FOR_THE_YOUNG = `${process.env['NODE_OPTIONS'] ?? ''} --max-semi-space-size=64`.trim();
/**
 * Most functions of a test file end before it pays to optimize them: V8 does so after 132 KB of code that a function
 * ran. The next file runs the same scripts, whose code V8 drops while they rest. `NODE_OPTIONS` refuses both.
 */
const QUICK_TO_RUN = ['--interrupt-budget=10000000', '--no-flush-bytecode'];
const JEST = 'node_modules/jest/bin/jest.js';
const BIN = 'node_modules/.bin';
/** TypeScript, lint and esbuild are written in Go, and most of what they keep is needed to the end: https://go.dev/doc/gc-guide#GOGC. */
const RARELY_COLLECTED = '400';

const CHECKS: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  // One run for both reads each file and each type once.
  ['types and lint', `${BIN}/oxlint`, ['-c', 'oxlint.config.mjs', '--type-check']],
  ['format', `${BIN}/oxfmt`, ['--list-different', '.']],
];

async function main(): Promise<void> {
  process.env['GOGC'] ??= RARELY_COLLECTED;
  await mkdir('.cache', { recursive: true });
  const checks = runChecks();
  await buildAll();
  const chromium = await ensureChromium();
  const env = { ...process.env, TRACE_CHROMIUM: chromium, TRACE_DIST: 'dist', NODE_OPTIONS: ROOM_FOR_THE_YOUNG };
  const pages = runJest('pages', { args: [PAGES, `--maxWorkers=${PAGE_WORKERS}`, SLOW_FIRST], env });
  const others = ['--testPathIgnorePatterns', PAGES, `--maxWorkers=${WORKERS}`, SLOW_FIRST];
  const rest = checks.then(() => runJest('rest', { args: others, env, yields: true }));
  const counts = await Promise.all([pages, checks, rest]);
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}

interface Command {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Whether whatever else runs goes first. */
  readonly yields?: boolean;
  /** Whether what it writes to standard error is shown as it comes. */
  readonly shows?: boolean;
}

async function runChecks(): Promise<Count> {
  const codes = await Promise.all(
    CHECKS.map(async ([name, command, args]) => {
      const { code, output } = await run(command, { args, env: process.env, yields: true });
      process.stdout.write(code === 0 ? `ok      ${name}\n` : `FAILED  ${name}\n${output}\n`);
      return code;
    }),
  );
  const passed = codes.filter((code) => code === 0).length;
  return { passed, failed: codes.length - passed };
}

async function runJest(name: string, { args, ...how }: Command): Promise<Count> {
  const report = `.cache/jest-${name}.json`;
  await rm(report, { force: true });
  const written = ['--json', `--outputFile=${report}`, ...args];
  // Jest's workers start with the same options.
  const { code, output } = await run('node', { ...how, args: [...QUICK_TO_RUN, JEST, ...written], shows: true });
  if (!existsSync(report)) {
    process.stdout.write(output);
    return { passed: 0, failed: 1 };
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    await readFile(report, 'utf8'),
  ) as JestReport;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function run(
  command: string,
  { args, env, yields = false, shows = false }: Command,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    if (yields && child.pid !== undefined) setPriority(child.pid, YIELDING);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (shows) process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

await main();
