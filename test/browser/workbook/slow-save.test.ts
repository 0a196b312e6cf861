import type { BrowserContext } from 'playwright-core';
import { serveWorkbook } from '../served-workbook';
import { addBulkPort, companyRows, openSheet, openWithPort, showSheet, startRun, valuesOf } from './port-page';
import type { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let context: BrowserContext;
let workbook: WorkbookPage;

beforeAll(async () => {
  context = await served.browser.newContext();
  await context.addInitScript(saveSlowly);
  workbook = await openWithPort(context, served.origin, 250);
});

afterAll(() => context.close());

interface Page {
  readonly IDBObjectStore: { readonly prototype: { put(value: unknown, key: string): unknown } };
}

/** Runs in the page: the whole sheet takes as long to be kept as one of a hundred thousand rows. */
function saveSlowly(): void {
  const { prototype } = (globalThis as unknown as Page).IDBObjectStore;
  const { put } = prototype;
  prototype.put = function (value, key) {
    const untilMs = key === 'current' ? performance.now() + 400 : 0;
    while (performance.now() < untilMs);
    return put.call(this, value, key);
  };
}

it('a run that has paused is all there when the page is loaded again at once', async () => {
  expect(await startRun(workbook)).toMatchObject({ is: 'done', why: null });
  await workbook.reload();
  expect(await valuesOf(workbook, 'A2:C251')).toEqual(companyRows(1, 250));
});

it('so is what a person did to the sheet before it', async () => {
  await addBulkPort(workbook);
  const sheet = await openSheet(workbook, 120, 1_001);
  await workbook.sort('A2:A121', 0, false);
  await workbook.fill('F2', 'formulas', [['=1+1']]);
  expect(await startRun(workbook)).toMatchObject({ is: 'done', why: null });
  const before = await valuesOf(workbook, 'A1:F121');
  await workbook.reload();
  await showSheet(workbook, sheet);
  // What formulas show is calculated again.
  expect(await workbook.answer('F2')).toBe('2');
  expect(await valuesOf(workbook, 'A1:F121')).toEqual(before);
});
