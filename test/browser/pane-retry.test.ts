import type { Browser } from 'playwright-core';
import { startWorkbook, type RunningWorkbook } from '../../workbook/server';
import { builtFolders } from '../workbook/built';
import { launchBrowser } from './browser';
import { WorkbookPage } from './workbook-page';

let browser: Browser;
let server: RunningWorkbook;
let workbook: WorkbookPage;

beforeAll(async () => {
  server = await startWorkbook({ port: 0, apiUrl: null, sandboxControl: true, ...builtFolders() });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  await control('reset', {});
  workbook = await WorkbookPage.openAnswered(browser, server.origin);
});

afterEach(() => workbook.close());

async function control(order: string, body: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  await fetch(`${server.origin}/_sandbox/${order}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Retries by the pane's button; what was asked before is forgotten. */
async function retry(): Promise<void> {
  workbook.forgetRequests();
  const pane = workbook.page.locator('#trace-pane');
  await pane.getByRole('button', { name: 'Retry problems' }).click();
  await pane.getByText(/cells? (are|is) calculated again\./).waitFor();
}

const shows = (range: string, ...expected: string[]): Promise<void> =>
  workbook.waitUntil(range, (cells) => cells.join('|') === expected.join('|'));

it('asks again for cells that failed, together, and shows their answers', async () => {
  await control('faults', { fault: 'credits-out', times: 1 });
  const formulas = [
    ['=TRACE_COMPANY("zoom.us","name")', '=TRACE_COMPANY("figma.com","name")', '=TRACE_COMPANY("asana.com","name")'],
  ];
  await workbook.fill('H20:J20', 'formulas', formulas);
  await shows('H20:J20', '#N/A', 'Figma', '#N/A');
  await retry();
  await shows('H20:J20', 'Zoom', 'Figma', 'Asana');
  expect(workbook.apiRequests()).toEqual([`POST ${server.origin}/v1/companies/batch`]);
});

it('asks again for a table of which only a later row shows a problem', async () => {
  await control('faults', { fault: 'results-dropped', times: 1 });
  await workbook.fill('H20:H21', 'values', [['zoom.us'], ['asana.com']]);
  await workbook.fill('I20', 'formulas', [['=TRACE_COMPANY(H20:H21,"name")']]);
  await shows('I20:I21', 'Zoom', '#N/A');
  await retry();
  await shows('I20:I21', 'Zoom', 'Asana');
});

it('asks nothing where only the input can be mended', async () => {
  await retry();
  await workbook.fill('H20', 'formulas', [['=TRACE_COMPANY("zoom.us","name")']]);
  await shows('H20', 'Zoom');
  expect([workbook.apiRequests().length, await workbook.shown('B13')]).toEqual([1, [['#VALUE!']]]);
});
