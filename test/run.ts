import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import pLimit from 'p-limit';
import { buildAll } from '../build';
import { ensureChromium } from './browser/chromium.mjs';
import { writePushed } from './fakes/apps-script/built-addon';

/** `npm test`: types, lint, format, unit, contract, built bundles, real browser; ends with `N passed, N failed`. */

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numRuntimeErrorTestSuites: number;
}

const WORKERS = Math.max(2, Math.min(4, cpus().length));
const REPORT = '.cache/jest-report.json';
const PUSHED = '.cache/pushed.json';
const BIN = 'node_modules/.bin';

const CHECKS: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['lint', `${BIN}/eslint`, ['.']],
  ...[
    'shared',
    'shared/sidebar',
    'apps-script',
    'apps-script/sidebar',
    'excel-addin',
    'workbook',
    'test/fakes/bulk-page',
    '.',
  ].map((project) => [`types: ${project}`, `${BIN}/tsc`, ['-p', project]] as const),
  ['format', `${BIN}/prettier`, ['--check', '--log-level', 'warn', '.']],
];

async function main(): Promise<void> {
  await mkdir('.cache', { recursive: true });
  await buildAll();
  await writePushed('dist/apps-script', PUSHED);
  const chromium = await ensureChromium();
  const env = { ...process.env, TRACE_CHROMIUM: chromium, TRACE_DIST: 'dist', TRACE_PUSHED: PUSHED };
  const counts = [
    await runChecks(),
    await runJest([`--maxWorkers=${WORKERS}`, '--testPathIgnorePatterns', 'test/browser/workbook/'], env),
    // One at a time: a browser that has to share two cores with another loses what is typed into its grid.
    await runJest(['test/browser/workbook/', '--runInBand'], env),
  ];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}

async function runChecks(): Promise<Count> {
  const limit = pLimit(WORKERS);
  const codes = await Promise.all(
    CHECKS.map(([name, command, args]) =>
      limit(async () => {
        const { code, output } = await run(command, args, process.env);
        process.stdout.write(code === 0 ? `ok      ${name}\n` : `FAILED  ${name}\n${output}\n`);
        return code;
      }),
    ),
  );
  const passed = codes.filter((code) => code === 0).length;
  return { passed, failed: codes.length - passed };
}

async function runJest(which: readonly string[], env: NodeJS.ProcessEnv): Promise<Count> {
  await rm(REPORT, { force: true });
  const args = ['--json', `--outputFile=${REPORT}`, ...which];
  const { code, output } = await run(`${BIN}/jest`, args, env, true);
  if (!existsSync(REPORT)) {
    process.stdout.write(output);
    return { passed: 0, failed: 1 };
  }
  const report = JSON.parse(await readFile(REPORT, 'utf8')) as JestReport;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** @param shows whether what it writes to standard error is shown as it comes */
function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  shows = false,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
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
