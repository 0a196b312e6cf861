import { openTab } from '../panel-tabs';
import { serveWorkbook } from '../served-workbook';
import { addBulkPort, startRun, valuesOf, type BulkGlobals } from './port-page';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();

it('without a key a person tries formulas and an enrichment on sample companies, and no request is sent', async () => {
  const workbook = await WorkbookPage.openAnswered(served.browser, served.origin);
  const { page } = workbook;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await openTab(page, 'Settings');
  await button('Forget the key').click();
  await button('Forget the key').click();
  await button('Add a practice sheet').waitFor();
  workbook.forgetRequests();
  await button('Add a practice sheet').press('Enter');
  // Settings was open before.
  await page.getByRole('tab', { name: 'Enrich', selected: true }).waitFor();
  await workbook.waitUntil('B2:F2', (cells) => cells.every((cell) => !['', '#BUSY!', '#N/A'].includes(cell)));
  expect(await workbook.shown('A13:D13')).toEqual([['quiet-garden.example', 'Quiet Garden', '9', 'none']]);
  expect(await workbook.shown('B15')).toEqual([
    ['Sample data, not real companies. Answers need no key and cost nothing.'],
  ]);
  await workbook.type('H2', '=TRACE_PARTNERS(A2,"name","top=2")');
  expect(await workbook.answer('H2')).toBe('Ironwood Logistics, Orchard Pay');

  await addBulkPort(workbook);
  await page.evaluate(() => {
    const { univerAPI } = globalThis as unknown as BulkGlobals;
    univerAPI.getActiveWorkbook().getActiveSheet().getRange('A1:A13').activate();
  });
  expect(await startRun(workbook)).toEqual({ is: 'done', why: null, used: 0 });
  expect(await valuesOf(workbook, 'I2:J2')).toEqual([['Northwind Bakery', 'northwind-bakery']]);
  await page.evaluate(() => (globalThis as unknown as BulkGlobals).bulkPort.undo().then(() => null));
  expect(await valuesOf(workbook, 'I2:J2')).toEqual([[null, null]]);
  expect(workbook.apiRequests()).toEqual([]);

  await openTab(page, 'Settings');
  await page.getByText('0 saved answers, 0 KB.').waitFor();

  // Any other company needs a key.
  await workbook.type('H3', '=TRACE_COMPANY("stripe.com")');
  await workbook.waitUntil('H3', ([shown]) => shown === '#N/A');
  expect([workbook.apiRequests(), workbook.errors]).toEqual([[], []]);
  await workbook.close();
});
