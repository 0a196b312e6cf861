import type { BrowserContext } from 'playwright-core';
import {
  addBulkPort,
  companyRows,
  openSheet,
  openWithPort,
  showSheet,
  startRun,
  valuesOf,
  type BulkGlobals,
} from './port-page';
import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let context: BrowserContext;
/** One page, on which each test has a sheet and companies of its own. */
let workbook: WorkbookPage;
let sheet: string;

beforeAll(async () => {
  context = await served.browser.newContext();
  workbook = await openWithPort(context, served.origin, 1);
});
beforeEach(() => served.control('reset', { credits: 5_000 }));
afterAll(() => context.close());

/** @param first the number of the first company */
async function open(rows: number, first: number): Promise<void> {
  sheet = await openSheet(workbook, rows, first);
  workbook.forgetRequests();
}

async function reload(): Promise<void> {
  await workbook.page.reload();
  await workbook.ready();
  await addBulkPort(workbook);
  await showSheet(workbook, sheet);
}

it('fills a thousand rows with ten requests, and the sheet is there when the page is loaded again', async () => {
  await open(1_000, 1);
  const end = await startRun(workbook);
  expect(end).toEqual({ is: 'done', why: null, used: 1_000 });
  expect(workbook.apiRequests().length).toBe(10);
  expect(await valuesOf(workbook, 'A1:C1001')).toEqual([['Domain', 'Company', 'Trace slug'], ...companyRows(1, 1_000)]);
  // Formulas find the answers where the run has left them.
  workbook.forgetRequests();
  await workbook.fill('E2', 'formulas', [['=TRACE_COMPANY(A2:A1001,"name")']]);
  expect(await workbook.answer('E2')).toBe('Company 1');
  expect(workbook.apiRequests()).toEqual([]);
  await workbook.saved();
  await reload();
  expect(await valuesOf(workbook, 'A1:C3')).toEqual([['Domain', 'Company', 'Trace slug'], ...companyRows(1, 2)]);
  expect(workbook.errors).toEqual([]);
});

it('goes on where it was killed, after the page is loaded again, and pays for nothing twice', async () => {
  await open(1_500, 1_001);
  expect(await startRun(workbook, 'sheet.write')).toBeNull();
  await reload();
  const before = await valuesOf(workbook, 'B2:B1501');
  expect(before.every(([value]) => value === null)).toBe(true);
  const end = await workbook.page.evaluate(async () => {
    const { is, summary } = await (globalThis as unknown as BulkGlobals).bulkPort.resume();
    return { is, found: summary.found };
  });
  expect(end).toEqual({ is: 'done', found: 1_500 });
  expect(await valuesOf(workbook, 'A2:C1501')).toEqual(companyRows(1_001, 2_500));
  expect(workbook.apiRequests().length).toBe(15);
});

it('finds its rows again when the sheet is sorted during the run, and takes everything back', async () => {
  await open(300, 3_001);
  await workbook.page.evaluate(() => {
    const { bulkPort, univerAPI } = globalThis as unknown as BulkGlobals;
    let isAsked = false;
    bulkPort.before = (ask) => {
      if (ask === 'http') isAsked = true;
      if (ask !== 'sheet.write' || !isAsked) return;
      bulkPort.before = () => undefined;
      univerAPI.getActiveWorkbook().getActiveSheet().getRange('A2:A301').sort({ column: 0, ascending: false });
    };
  });
  expect(await startRun(workbook)).toEqual({ is: 'done', why: null, used: 300 });
  const written = (await valuesOf(workbook, 'A2:C301')) as string[][];
  expect(written[0]![0]).toBe('company-3300.example');
  expect(written.filter(([domain, , slug]) => domain !== `${slug}.example`)).toEqual([]);
  const undone = await workbook.page.evaluate(async () => {
    const { restored, edited, missing } = await (globalThis as unknown as BulkGlobals).bulkPort.undo();
    return { restored, edited: edited.length, missing: missing.length };
  });
  expect(undone).toEqual({ restored: 600, edited: 0, missing: 0 });
  expect((await valuesOf(workbook, 'B1:C301')).flat().every((value) => value === null)).toBe(true);
});

it('calculates the formulas that read what a run has written, and is undone by the grid in a few steps', async () => {
  await open(200, 4_001);
  await workbook.fill('F1', 'formulas', [['=COUNTA(B2:B201)']]);
  await startRun(workbook);
  await workbook.waitUntil('F1', ([count]) => count === '200');
  const steps = await workbook.page.evaluate(async () => {
    const { univerAPI } = globalThis as unknown as BulkGlobals;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    let count = 0;
    while (sheet.getRange('B201').getValues()[0]![0] !== null && count < 20) {
      await univerAPI.undo();
      count += 1;
    }
    return count;
  });
  expect(steps).toBeLessThan(3);
});

it('leaves the journal with the file that it belongs to', async () => {
  await open(20, 5_001);
  await startRun(workbook);
  const hasJournal = () =>
    workbook.page.evaluate(async () => {
      const { bulkPort } = globalThis as unknown as BulkGlobals;
      return (await bulkPort.host.ports.journal.load()) !== null;
    });
  expect(await hasJournal()).toBe(true);
  const loaded = workbook.page.waitForEvent('load');
  await workbook.openCsv('other.csv', 'Domain\nstripe.com');
  await workbook.page.getByRole('button', { name: 'Open', exact: true }).click();
  await loaded;
  await workbook.ready();
  await addBulkPort(workbook);
  expect(await hasJournal()).toBe(false);
  const again = workbook.page.waitForEvent('load');
  await workbook.page.getByRole('button', { name: 'Undo open' }).click();
  await again;
  await workbook.ready();
  await addBulkPort(workbook);
  expect(await hasJournal()).toBe(true);
});

it('says so where the panel is open twice in this browser', async () => {
  const other = await WorkbookPage.open(context, served.origin);
  await addBulkPort(other);
  const lease = (page: WorkbookPage, holder: string) =>
    page.page.evaluate(async (name) => {
      const { host } = (globalThis as unknown as BulkGlobals).bulkPort;
      return (await host.ports.file.hold(name, 60_000)).is;
    }, holder);
  expect([await lease(other, 'a'), await lease(workbook, 'b')]).toEqual(['held', 'elsewhere']);
  await other.page.close();
  // The browser says a moment later that the other page is gone.
  while ((await lease(workbook, 'b')) !== 'held') await workbook.page.waitForTimeout(100);
});
