import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../test/browser/browser';
import { keepColumn } from '../test/browser/workbook/kept-workbook';
import { startWorkbook } from '../workbook/served/server';
import { numbered } from './service';
import { against, asRatio, inMs, type Table } from './table';

const ROWS = 20_000;
const BUDGET = 2;
const KEY = 'trace_demo';
/** Runs in the page, beside its panel: the panel's own ports, and the engine. Rows count from 0. */
const SCRIPT = `
import { makeBulkHost } from './excel-addin/bulk/bulk-host';
import { planRun, resumeEnrichment, startEnrichment, toRunPorts, triage, undoEnrichment } from './shared/runs';
import { readOnce, writeOnce } from './bench/baselines/read-and-write';

const FIELDS = ['name', 'industry', 'employee_count', 'country', 'founded_year'];
const MAX_AGE_MS = 30 * 86_400_000;
let mostRows = Infinity;
let isPaused = false;
let plan;
const ports = toRunPorts(makeBulkHost().ports, {
  wish: () => (isPaused ? 'pause' : 'goOn'),
  tell: (event) => {
    if (event.is === 'progress' && event.progress.done >= mostRows) isPaused = true;
  },
});

function pauseAfter(rows) {
  mostRows = rows;
  isPaused = rows === 0;
}

globalThis.books = {
  async plan(rows, isOwn) {
    const sheet = 'sheet-1';
    const selected = [{ row: rows }];
    const { input } = await readOnce(ports, { sheet: { id: sheet }, input: { column: 0 }, targets: [], selected });
    const found = triage(input.map((value) => [value]), 0);
    plan = await planRun(ports, {
      sheet,
      inputColumn: 0,
      headerRow: found.header.row,
      rows: found.rows,
      choices: FIELDS.map((field) => ({ adds: 'company', field })),
      where: isOwn ? 'sameTitles' : 'newColumns',
      mode: isOwn ? 'overwrite' : 'onlyEmpty',
      isOverwriteConfirmed: isOwn,
      withHidden: true,
    });
  },
  async start(rows) {
    pauseAfter(rows);
    const end = await startEnrichment(ports, plan, { cap: plan.rows.length, quoted: 0, maxAgeMs: MAX_AGE_MS });
    return end.why?.message ?? end.is;
  },
  async resume(rows) {
    pauseAfter(rows);
    const end = await resumeEnrichment(ports);
    return end.why?.message ?? end.is;
  },
  async undo() {
    pauseAfter(Infinity);
    const { isWhole, why } = await undoEnrichment(ports);
    return isWhole ? 'undone' : why?.message;
  },
  async readAndWrite(text) {
    const cell = text === '' ? { kind: 'blank' } : { kind: 'text', text };
    await writeOnce(ports, plan, await readOnce(ports, plan), () => cell);
    return 'written';
  },
};`;

/** The cost of an enrichment's record besides its answers, in a real grid: the workbook in Chromium. */
export async function benchGridBooks(): Promise<Table> {
  const folders = { workbookDir: 'dist/workbook', addinDir: 'dist/excel-addin' };
  const [server, browser, script] = await Promise.all([
    startWorkbook({ port: 0, apiUrl: null, sandboxControl: true, ...folders }),
    launchBrowser(),
    bundleScript(),
  ]);
  const rows: string[][] = [];
  for (const [name, isOwn] of [
    ['new columns', false],
    ['columns that are written over', true],
  ] as const) {
    const page = await (await browser.newContext()).newPage();
    await openColumn(page, server.origin);
    await page.evaluate(script);
    const { bare, ...steps } = await measure(page, isOwn);
    await page.context().close();
    rows.push([name, 'the columns read and written once', inMs(bare), asRatio(1), '']);
    for (const [step, ms] of Object.entries(steps)) {
      rows.push(['', step, inMs(ms), asRatio(ms / bare), against(ms / bare, BUDGET, ' ×')]);
    }
  }
  await Promise.all([browser.close(), server.stop()]);
  return {
    title: `The record of an enrichment of ${ROWS.toLocaleString('en')} rows in the web workbook`,
    note: "Five columns, every row another company; the panel's own ports to the grid, in Chromium. Record: from the click, with a limit, to the first request. Resume: an enrichment that was paused after half of its rows, up to the next request. Undo: all rows. Processor time of the page, compared with reading and writing the same columns once through the same port. The embedded sandbox answers. Over 100,000 rows, measured once by hand, the ratios are 0.48, 0.08 and 1.44 with new columns, and 0.34, 0.05 and 1.29 where columns are written over.",
    head: ['', '', 'time', 'ratio', 'budget'],
    rows,
  };
}

async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return outputFiles[0]!.text;
}

async function openColumn(page: Page, origin: string): Promise<void> {
  page.setDefaultTimeout(0);
  await page.goto(`${origin}/favicon.svg`);
  await page.evaluate(`localStorage.setItem('trace.apiKey', '${KEY}')`);
  await page.evaluate(keepColumn, ['Domain', ...numbered(ROWS)]);
  await page.goto(`${origin}/`);
  // The page has it only with its panel.
  await page.waitForFunction(() => 'Excel' in globalThis);
}

type Took = Readonly<Record<'record' | 'resume' | 'undo' | 'bare', number>>;

async function measure(page: Page, isOwn: boolean): Promise<Took> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** @param expected how it has to end */
  const took = async (act: string, expected: string): Promise<number> => {
    const startMs = await busyMs(session);
    const end = await page.evaluate(`books.${act}`);
    if (end !== expected) throw new Error(`${act}: ${String(end)}`);
    return (await busyMs(session)) - startMs;
  };
  await page.evaluate(`books.plan(${ROWS}, false)`);
  // The first write of a page compiles its code.
  await took(`readAndWrite('before')`, 'written');
  if (isOwn) await page.evaluate(`books.plan(${ROWS}, true)`);
  else await took(`readAndWrite('')`, 'written');
  const record = await took('start(0)', 'paused');
  await took(`resume(${ROWS / 2})`, 'paused');
  const resume = await took('resume(0)', 'paused');
  await took('resume(Infinity)', 'done');
  const undo = await took('undo()', 'undone');
  return { record, resume, undo, bare: await took(`readAndWrite('written')`, 'written') };
}

/** The processor time of the page's thread. */
async function busyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
}
