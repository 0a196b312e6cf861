import { BulkPage } from './bulk-page';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(async () => {
  await served.control('reset', {});
  page = await BulkPage.open(served.browser, served.origin, [['Website'], ['stripe.com'], ['figma.com']]);
  await page.says(/· 2 rows$/);
});
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

async function addTechnology(name: string): Promise<void> {
  await page.section().getByLabel('Add a column').fill('uses one technology');
  await page.section().getByLabel('Add a column').press('Enter');
  await page.section().getByLabel('Technology', { exact: true }).fill(name);
  await page.button('Add').click();
}

const columns = () => page.section().getByRole('list', { name: 'Columns to add' }).getByRole('listitem');

it('does not accept a technology that Trace does not know, and offers the one that was meant', async () => {
  await addTechnology('Stripes');
  await page.says(/Trace does not know the technology "Stripes"\. Did you mean:/);
  expect(await columns().count()).toBe(0);
  await page.button('Stripe').click();
  await columns()
    .getByLabel(/^Uses Stripe, column 1 of 1/)
    .waitFor();
  await page.says(/Up to 2 credits/);
  expect(await page.section().getByText('Trace does not know the technology').count()).toBe(0);
});

it('accepts it with a word where the names cannot be checked', async () => {
  await served.control('faults', { fault: 'assumed-routes-missing', times: null });
  await addTechnology('Stripes');
  await columns()
    .getByLabel(/^Uses Stripes, column 1 of 1/)
    .waitFor();
  await page.says(/^Added "Uses Stripes"\. Its name could not be checked, so make sure it is spelled right\.$/);
});
