import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExcelRuntime } from '../test/fakes/excel/runtime';
import { openExcelPage } from './excel-page';
import { numbered, Service } from './service';
import { against, inMs, type Table } from './table';

const CELLS = 1_000;
const TAKES_MS = 200;

const MESSAGES: readonly (readonly [cells: number, everyMs: number, budget: number])[] = [
  [20, 30, 15],
  [37, 60, 16],
  [100, 60, 12],
];
/** As Excel sends a recalculation of the whole workbook. */
const IN_ONE_MESSAGE = 10_000;
const IN_ONE_BUDGET = 100;
const ORIGIN = 'https://addin.example';
/** How long a single cell may wait for others. */
const LONE_CELL_WAITS_MS = 150;

/** How many requests result from cells that Excel passes in pieces, and how long a single cell waits. */
export async function benchGaps(): Promise<Table> {
  const rows: string[][] = [];
  for (const [cells, everyMs, budget] of MESSAGES) {
    const service = new Service(TAKES_MS);
    const call = openExcelPage(service);
    const domains = numbered(CELLS);
    const shown: Promise<unknown>[] = [];
    for (let start = 0; start < CELLS; start += cells) {
      shown.push(...domains.slice(start, start + cells).map((domain) => call('TRACE_COMPANY', [[domain]])));
      await sleep(everyMs);
    }
    await Promise.all(shown);
    rows.push([
      `${cells} cells every ${everyMs} ms`,
      String(service.requests),
      against(service.requests, budget),
      '',
      '',
    ]);
  }
  const requests = await requestsOfOneMessage();
  rows.push([
    `${IN_ONE_MESSAGE.toLocaleString('en')} cells in one message`,
    String(requests),
    against(requests, IN_ONE_BUDGET),
    '',
    '',
  ]);
  const waitedMs = await loneCellMs();
  rows.push(['a lone cell', '1', '', inMs(waitedMs), against(waitedMs, LONE_CELL_WAITS_MS, ' ms')]);
  return {
    title: 'Excel: 1,000 cells in messages with gaps, and 10,000 in one',
    note: `Each request takes ${TAKES_MS} ms. The one message goes through Microsoft's own runtime. The table also shows how long a lone cell waits before it is requested.`,
    head: ['', 'requests', 'budget', 'waits for others', 'budget'],
    rows,
  };
}

/** Through Microsoft's runtime, with one call for each cell. */
async function requestsOfOneMessage(): Promise<number> {
  const service = new Service(TAKES_MS);
  const domains = numbered(IN_ONE_MESSAGE);
  service.prepare(domains);
  const { fetch: realFetch } = globalThis;
  globalThis.fetch = ((url: string, init: { method: string; body?: string }) =>
    service.fetch(url.slice(ORIGIN.length), init)) as unknown as typeof fetch;
  const page = new ExcelRuntime({ origin: ORIGIN, bundle: readFileSync('dist/excel-addin/functions.js', 'utf8') });
  page.storage.setItem('trace.apiKey', 'trace_demo');
  const sent = page.send(domains.map((domain) => ({ id: 'TRACE_COMPANY', args: [[[domain]], [['name']], null] })));
  const results = await sent.results;
  page.stop();
  globalThis.fetch = realFetch;
  const isNamed = results.every((result, row) => result.ok && result.table[0]?.[0] === `Company ${row + 1}`);
  if (!isNamed) throw new Error('a cell of the one message has no name');
  return service.requests;
}

async function loneCellMs(): Promise<number> {
  const service = new Service(TAKES_MS);
  service.prepare(numbered(1));
  const call = openExcelPage(service);
  const startMs = performance.now();
  await call('TRACE_COMPANY', [['company-1.example']]);
  return performance.now() - startMs - TAKES_MS;
}
