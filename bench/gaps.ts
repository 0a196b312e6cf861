import { setTimeout as sleep } from 'node:timers/promises';
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
/** How long one cell may wait for others. */
const LONE_CELL_WAITS_MS = 150;

/** Cells that Excel hands over bit by bit: how many requests they are, and what that costs a cell that is alone. */
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
  const waitedMs = await loneCellMs();
  rows.push(['a lone cell', '1', '', inMs(waitedMs), against(waitedMs, LONE_CELL_WAITS_MS, ' ms')]);
  return {
    title: 'Excel: 1,000 cells in messages with gaps',
    note: `Each request takes ${TAKES_MS} ms. What a lone cell waits before it is asked for is told beside.`,
    head: ['', 'requests', 'budget', 'waits for others', 'budget'],
    rows,
  };
}

async function loneCellMs(): Promise<number> {
  const service = new Service(TAKES_MS);
  service.prepare(numbered(1));
  const call = openExcelPage(service);
  const startMs = performance.now();
  await call('TRACE_COMPANY', [['company-1.example']]);
  return performance.now() - startMs - TAKES_MS;
}
