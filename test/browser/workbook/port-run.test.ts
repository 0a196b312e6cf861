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
import type { WorkbookPage } from './workbook-page';

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

/** Until the page is loaded again, the whole sheet takes as long to be kept as a large one, and is kept less often. */
async function saveSlowly(): Promise<void> {
  await workbook.page.evaluate(() => {
    const { prototype } = (globalThis as unknown as StorePage).IDBObjectStore;
    const { put } = prototype;
    prototype.put = function (value, key) {
      const untilMs = key === 'current' ? performance.now() + 300 : 0;
      while (performance.now() < untilMs);
      return put.call(this, value, key);
    };
  });
}

interface StorePage {
  readonly IDBObjectStore: { readonly prototype: { put(value: unknown, key: string): unknown } };
}

it('fills its rows with a request for each hundred, and all is there when the page is loaded again at once', async () => {
  await open(120, 501);
  await saveSlowly();
  // What a person did to the sheet before the run.
  await workbook.sort('A2:A121', 0, false);
  await workbook.fill('F2', 'formulas', [['=1+1']]);
  const end = await startRun(workbook);
  expect(end).toEqual({ is: 'done', why: null, used: 120 });
  expect(workbook.apiRequests().length).toBe(2);
  const filled = [['Domain', 'Company', 'Trace slug'], ...companyRows(501, 620).reverse()];
  expect(await valuesOf(workbook, 'A1:C121')).toEqual(filled);
  await reload();
  // What formulas show is calculated again.
  expect(await workbook.answer('F2')).toBe('2');
  expect(await valuesOf(workbook, 'A1:C121')).toEqual(filled);
  // Formulas find the answers where the run has left them.
  workbook.forgetRequests();
  await workbook.fill('E2', 'formulas', [['=TRACE_COMPANY(A2:A121,"name")']]);
  expect(await workbook.answer('E2')).toBe('Company 620');
  expect(workbook.apiRequests()).toEqual([]);
  expect(workbook.errors).toEqual([]);
});

/** More rows than a run looks up and writes at once. */
it('goes on where it was killed, after the page is loaded again, and pays for nothing twice', async () => {
  await open(1_100, 1_001);
  expect(await startRun(workbook, 'sheet.write')).toBeNull();
  await reload();
  const before = await valuesOf(workbook, 'B2:B1101');
  expect(before.every(([value]) => value === null)).toBe(true);
  const end = await workbook.page.evaluate(async () => {
    const { is, summary } = await (globalThis as unknown as BulkGlobals).bulkPort.resume();
    return { is, found: summary.found };
  });
  expect(end).toEqual({ is: 'done', found: 1_100 });
  expect(await valuesOf(workbook, 'A2:C1101')).toEqual(companyRows(1_001, 2_100));
  expect(workbook.apiRequests().length).toBe(11);
});

it('finds its rows again when the sheet is sorted during the run, and takes everything back', async () => {
  await open(120, 3_001);
  await workbook.page.evaluate(() => {
    const { bulkPort, univerAPI } = globalThis as unknown as BulkGlobals;
    let isAsked = false;
    bulkPort.before = (ask) => {
      if (ask === 'http') isAsked = true;
      if (ask !== 'sheet.write' || !isAsked) return;
      bulkPort.before = () => undefined;
      univerAPI.getActiveWorkbook().getActiveSheet().getRange('A2:A121').sort({ column: 0, ascending: false });
    };
  });
  expect(await startRun(workbook)).toEqual({ is: 'done', why: null, used: 120 });
  const written = (await valuesOf(workbook, 'A2:C121')) as string[][];
  expect(written[0]![0]).toBe('company-3120.example');
  expect(written.filter(([domain, , slug]) => domain !== `${slug}.example`)).toEqual([]);
  const undone = await workbook.page.evaluate(async () => {
    const { restored, edited, isWhole } = await (globalThis as unknown as BulkGlobals).bulkPort.undo();
    return { restored, edited, isWhole };
  });
  expect(undone).toEqual({ restored: 240, edited: 0, isWhole: true });
  expect((await valuesOf(workbook, 'B1:C121')).flat().every((value) => value === null)).toBe(true);
});
