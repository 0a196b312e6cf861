import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';
import { build } from 'esbuild';
import { SheetsClock } from '../test/fakes/apps-script/clock';
import { toActive } from '../test/replay/active-sheet';
import { AddonRealm, bundleAddon } from '../test/replay/addon-realm';
import { ModelApi } from '../test/replay/model-api';
import { openSpreadsheet } from '../test/replay/spreadsheet-state';
import { plan } from './bulk-run';
import { openExcelPage } from './excel-page';
import { Service } from './service';
import { answering, ORIGIN } from './sheets-service';
import type { Table } from './table';

const OURS = /^(shared|apps-script|excel-addin)\//;
/** What esbuild writes before each module of a bundle: its path. */
const MODULE = /^ *\/\/ ((?:[\w-]+\/)*[\w.-]+\.tsx?)$/gm;
const COMPANY = 'company-1.example';
const EXCEL = 'functions-as-they-are.js';

interface Passed {
  readonly files: number;
  readonly functions: number;
  /** Calls of Google's services; absent in other hosts. */
  readonly calls?: number;
}

/** How much code runs for one cell and one row, and how much there is to read. */
export async function showPassed(): Promise<Table> {
  const [cold, warm] = await passedInSheets();
  const rows: readonly (readonly [string, Passed])[] = [
    ['a cold cell in Google Sheets', cold],
    ['the same cell once more', warm],
    ['a cold cell in Excel', await passedInExcel()],
    ['one row of an enrichment, without its host', await passedByRow()],
  ];
  return {
    title: 'What a cell passes',
    note: `Files of which a function is called, those functions, and calls of Google's services. TypeScript without tests: ${countLines()} lines.`,
    head: ['', 'files', 'functions', 'calls of Google'],
    rows: rows.map(([name, { files, functions, calls = '' }]) => [
      name,
      String(files),
      String(functions),
      String(calls),
    ]),
  };
}

async function passedInSheets(): Promise<readonly [cold: Passed, warm: Passed]> {
  const code = await bundleAddon();
  const addon = new AddonRealm(code);
  const api = new ModelApi();
  const state = openSpreadsheet(new SheetsClock(api.nowMs), ORIGIN, 0);
  const http = answering(api);
  addon.rpc('setKey', ['trace_demo', 'anotherAccount'], state, http);
  addon.rpc('setPolicy', [{ mode: 'freely' }], state, http);
  const active = toActive(
    { inputs: [COMPANY], columns: ['name'], form: 'bare' },
    { input: COMPANY, formula: 'name', sheet: 0, row: 0, column: 0 },
  );
  const calculate = async (): Promise<number> =>
    addon.formula('TRACE_COMPANY', [COMPANY, 'name'], 'owner', state, http, active).calls;
  const measured = (): Promise<Passed> => measure(calculate, 'Code.js', code);
  return [await measured(), await measured()];
}

async function passedInExcel(): Promise<Passed> {
  const { outputFiles } = await build({
    entryPoints: ['excel-addin/functions-main.ts'],
    bundle: true,
    format: 'iife',
    target: 'es2020',
    write: false,
  });
  const code = `${outputFiles[0]!.text}\n//# sourceURL=${EXCEL}`;
  const service = new Service(0, 10);
  service.prepare([COMPANY]);
  const calculate = openExcelPage(service, undefined, code);
  return measure(() => calculate('TRACE_COMPANY', [[COMPANY]]), EXCEL, code);
}

async function passedByRow(): Promise<Passed> {
  const service = new Service(0, 10);
  service.prepare([COMPANY]);
  const { start } = await plan(service, [COMPANY]);
  return measure(start);
}

/** @param bundle the name of the script that it runs in, and its text; absent: separate modules */
async function measure(act: () => Promise<unknown>, bundle = '', text = ''): Promise<Passed> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await session.post('Profiler.takePreciseCoverage');
  const calls = await act();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const starts = [...text.matchAll(MODULE)].map(({ index, 1: path }) => ({ index, path: path! }));
  const files = new Set<string>();
  let functions = 0;
  for (const script of result) {
    const isBundle = bundle !== '' && script.url.endsWith(bundle);
    for (const each of script.functions) {
      // The module itself is a function too.
      const [{ count, startOffset }] = each.ranges as [Profiler.CoverageRange];
      const path = isBundle ? starts.findLast(({ index }) => index < startOffset)?.path : toPath(script.url);
      if (count === 0 || startOffset === 0 || path === undefined || !OURS.test(path)) continue;
      files.add(path);
      functions += 1;
    }
  }
  return { files: files.size, functions, ...(typeof calls === 'number' ? { calls } : {}) };
}

function toPath(url: string): string | undefined {
  const here = new URL('..', import.meta.url).href;
  return url.startsWith(here) ? url.slice(here.length).replace(/\?.*$/, '') : undefined;
}

function countLines(): string {
  const listed = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', ':!test']).toString().trim().split('\n');
  const lines = listed.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length - 1, 0);
  return lines.toLocaleString('en-US');
}
