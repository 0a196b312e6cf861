import { expectSoon } from '../expect-soon';
import { openTab } from '../panel/panel-tabs';
import { serveWorkbook } from '../served-workbook';
import { addBulkPort, openLeads, startRun, valuesOf, type BulkGlobals } from './port-page';

/** A cell as it is drawn. */
interface DrawnCells {
  readonly univerAPI: {
    getActiveWorkbook(): {
      getActiveSheet(): {
        getSheet(): {
          getCell(
            row: number,
            column: number,
          ): { readonly interceptorStyle?: { readonly cl?: { readonly rgb?: string } } } | null;
        };
      };
    };
  };
}

const served = serveWorkbook();

it('without a key a person tries formulas and an enrichment on sample companies, and no request is sent', async () => {
  const workbook = await openLeads(await served.browser.newContext(), served.origin, 1);
  const { page } = workbook;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await openTab(page, 'Settings');
  await button('Remove the key').click();
  await button('Remove the key').click();
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
  await page.getByText('0 answers, 0 KB.').waitFor();

  // The self-test: each formula beside what it has to show.
  await button('Insert self-test').click();
  await page.getByText('Added the sheet Trace self-test. Each result in it should turn green.').waitFor();
  await workbook.waitUntil('B1', ([total]) => total === '53 of 53 as expected');
  expect(await workbook.shown('A4:E4')).toEqual([
    ['Text', '✓ As expected', 'Northwind Bakery', 'northwind-bakery.example', 'Northwind Bakery'],
  ]);
  await workbook.type('C5', '321');
  await workbook.waitUntil('B1', ([total]) => total === '52 of 53 as expected');
  expect(await workbook.shown('B4:B6')).toEqual([['✓ As expected'], ['✗ Differs'], ['✓ As expected']]);
  const colors = () =>
    page.evaluate(() => {
      const sheet = (globalThis as unknown as DrawnCells).univerAPI.getActiveWorkbook().getActiveSheet().getSheet();
      return [3, 4, 5].map((row) => sheet.getCell(row, 1)?.interceptorStyle?.cl?.rgb);
    });
  // The grid's own red; it has no green.
  await expectSoon(colors, ['#008000', expect.stringMatching(/^(rgb|#)/), '#008000']);
  expect(workbook.apiRequests()).toEqual([]);

  // Any other company needs a key.
  await workbook.type('H3', '=TRACE_COMPANY("stripe.com")');
  await workbook.waitUntil('H3', ([shown]) => shown?.startsWith('#TRACE: No API key.') === true);
  expect({ requests: workbook.apiRequests(), errors: workbook.errors }).toEqual({ requests: [], errors: [] });
  await workbook.close();
});
