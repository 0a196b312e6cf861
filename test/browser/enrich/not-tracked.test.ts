import { BulkPage } from './bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

/** The sandbox has no data on domains below `.invalid`. */
const CELLS = [['Website'], ['stripe.com'], ['strpie.com'], ['shopify.com'], ['strpie.com'], ['nothing.invalid']];

const served = serveWorkbook();
let page: BulkPage;

beforeEach(async () => {
  await served.control('reset', {});
  page = await BulkPage.open(served.browser, served.origin, CELLS);
});
afterEach(async () => {
  expect({ violations: await page.violations(), errors: page.errors }).toEqual({ violations: [], errors: [] });
  await page.close();
});

it('names the companies of a filled column without data once, and corrects all cells of one by a key', async () => {
  await page.button('Profile').click();
  await page.button('Enrich 5 rows').click();
  await page.says('Trace has no data on 2 companies');
  await page.says('A3 and 1 more cell');
  await page.button('A6').press('Enter');
  await expectSoon(async () => ((await page.do('host.shown')) as readonly string[]).at(-1), 'sheet-1 5 0');
  await page.button('Use “stripe.com”').press('Enter');
  // Their rows are filled with the answers that are there.
  await page.says('Found 4 of 5 rows, 1 not tracked by Trace. Credits used: 2 (limit 4).');
  await page.says('Trace has no data on 1 company');
  expect((await page.values()).map((row) => row.slice(0, 2))).toEqual([
    ['Website', 'Company'],
    ['stripe.com', 'Stripe'],
    ['stripe.com', 'Stripe'],
    ['shopify.com', 'Shopify'],
    ['stripe.com', 'Stripe'],
    ['nothing.invalid', 'not tracked'],
  ]);
  await page.button('Undo enrichment').press('Enter');
  await expectSoon(async () => (await page.values())[2]!.slice(0, 2), ['stripe.com', '']);
});

it('names them in the card of a column whose answers are saved, which is read again once they are corrected', async () => {
  await page.button('Profile').click();
  await page.button('Enrich 5 rows').click();
  await page.button('Undo enrichment').click();
  await page.says('4 ready');
  await page.says('Trace has no data on 2 companies');
  await page.button('Use “stripe.com”').press('Enter');
  await page.says('stripe.com is now in A3 and 1 more cell.');
  await page.says('3 ready');
  await page.says('Trace has no data on 1 company');
});
