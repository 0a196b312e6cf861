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

const open = async (): Promise<void> => {
  page = await BulkPage.open(served.browser, served.origin, [
    ['Website', 'Headcount', 'Owner', 'Uses Stripe?'],
    ['company-1.example', '', 'Ann', ''],
    ['company-2.example', '99', 'Bob', ''],
  ]);
};
const listed = (): Promise<readonly string[]> =>
  page.section().getByRole('list', { name: 'Columns to add' }).locator('.place span:first-child').allTextContents();

it('fills the columns that the headings ask for, and lists them before anything is written', async () => {
  await open();
  await page.says('Your titles ask for: B Headcount, D Uses Stripe?.');
  await page.button('Fill from titles').click();
  await page.button('Enrich 2 rows').waitFor();
  await expectSoon(listed, ['fills B Headcount', 'fills D Uses Stripe?']);
  expect(page.requests.filter((each) => !/technologies/.test(each))).toEqual([]);
  await page.button('Enrich 2 rows').click();
  await page.says('Done: Leads, 2 rows');
  const [titles, first, second] = await page.values();
  expect(titles).toEqual(['Website', 'Headcount', 'Owner', 'Uses Stripe?']);
  expect({
    isFirstHeadcountBlank: first?.[1] === '',
    secondHeadcount: second?.[1],
    usesStripeType: typeof second?.[3],
  }).toEqual({ isFirstHeadcountBlank: false, secondHeadcount: '99', usesStripeType: 'boolean' });
});

it('names the columns that would be overwritten before that can be agreed to', async () => {
  await open();
  await page.button('Fill from titles').click();
  await page.button('Enrich 2 rows').waitFor();
  await page.choose('Overwrite them');
  await page.says('Replaces the values in: B Headcount, D Uses Stripe?.');
  await expectSoon(
    () => Promise.all([listed(), page.button(/^Enrich/).count()]),
    [['fills B Headcount', 'fills D Uses Stripe?'], 0],
  );
  await page
    .section()
    .getByLabel(/Yes, replace these values/)
    .check();
  await page.button('Enrich 2 rows').click();
  await page.says('Done: Leads, 2 rows');
  expect((await page.values())[2]?.[1]).not.toBe('99');
});
