import { BulkPage } from './bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect({ violations: await page.violations(), errors: page.errors }).toEqual({ violations: [], errors: [] });
  await page.close();
});

async function open(cells: readonly (readonly string[])[]): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, cells);
  await page.button('Profile').click();
}

it('folds its options, and says of which the choice is not the usual one', async () => {
  await open([['Website'], ['stripe.com'], ['n/a']]);
  const summary = page.options().locator('summary');
  const hidden = page.section().getByLabel('Include hidden rows');
  await expectSoon(() => Promise.all([summary.textContent(), hidden.isVisible()]), ['Options', false]);
  await summary.press('Enter');
  await hidden.uncheck();
  await page.choose(/^Add a status column/);
  await page.says(/1 skipped row gets a status/);
  await summary.press('Enter');
  await expectSoon(
    () => Promise.all([summary.textContent(), hidden.isVisible()]),
    ['Options: no hidden rows, status column', false],
  );
  await page.button('Enrich 1 row').click();
  await page.says(/^Done/);
  expect((await page.values()).map((row) => row.at(-1))).toEqual(['Status', 'found', 'skipped: no usable domain']);
});

it('opens where overwriting waits for a confirmation', async () => {
  await open([
    ['Website', 'Company'],
    ['stripe.com', 'old'],
  ]);
  await page.button('Fill it instead').press('Enter');
  await page.says('Options: columns with the same titles');
  await expectSoon(() => page.focused(), expect.stringMatching(/./));
  await page.choose('Overwrite them');
  await page.options().locator('summary').click();
  await page.says('Options: columns with the same titles, overwrite values (not confirmed yet)');
  await page.choose(/^Yes, replace these values/);
  await page.button('Enrich 1 row').click();
  await page.says(/^Done/);
  expect((await page.values())[1]?.[1]).toBe('Stripe');
});
