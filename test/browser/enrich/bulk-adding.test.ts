import { BulkPage } from './bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(async () => {
  await served.control('reset', {});
  page = await BulkPage.open(served.browser, served.origin, [
    ...['Website', 'stripe.com', 'figma.com', 'slack.com', 'adobe.com'].map((cell) => [cell]),
  ]);
  await page.says('Leads › A Website · 4 rows');
});
afterEach(async () => {
  expect({ violations: await page.violations(), errors: page.errors }).toEqual({ violations: [], errors: [] });
  await page.close();
});

const field = () => page.section().getByRole('combobox');
/** A column's option ends with its price; a name's does not. */
const option = (name: string) =>
  page.section().getByRole('option', { name: new RegExp(`^${name}( ?(\\+.*|included|free|added))?$`) });
const columns = () => page.section().getByRole('list', { name: 'Columns to add' }).getByRole('listitem');

it('suggests technologies of the catalogue by name, for free', async () => {
  await field().fill('strip');
  await option('Uses Stripe').click();
  await columns()
    .getByLabel(/^Uses Stripe, column/)
    .waitFor();
  expect(await served.charged()).toBe(0);
});

it('suggests categories before anything is typed', async () => {
  await field().fill('technologies of one');
  await field().press('Enter');
  await option('Payments').click();
  await columns()
    .getByLabel(/^Technologies: Payments, column/)
    .waitFor();
});

it('suggests names from saved answers, also where the catalogue cannot be reached', async () => {
  await page.button('Profile').click();
  await page.button(/^Preview 3 rows/).click();
  await page.button('Clear preview').click();
  await page.button(/^Preview 3 rows/).waitFor();
  await page.page.route('**/v1/technologies*', (route) => route.abort());
  await field().fill('technologies of one');
  await field().press('Enter');
  const options = page.section().getByRole('option');
  await options.first().waitFor();
  const before = page.requests.filter((request) => request.startsWith('POST')).length;
  const [first = ''] = await options.allTextContents();
  await options.first().click();
  await columns()
    .getByLabel(new RegExp(`^Technologies: ${first}, column`))
    .waitFor();
  expect(page.requests.filter((request) => request.startsWith('POST'))).toHaveLength(before);
});

it('understands other words for a column', async () => {
  await field().fill('headcount');
  await field().press('Enter');
  await columns()
    .getByLabel(/^Employees, column/)
    .waitFor();
});

it('says that names cannot be looked up, and takes what is typed', async () => {
  await page.page.route('**/v1/technologies*', (route) => route.abort());
  await field().fill('Stripe');
  await page
    .section()
    .locator('.combo-list')
    .getByText('Names cannot be looked up right now. Type the name.')
    .waitFor();
  await option('Uses Stripe').click();
  await columns()
    .getByLabel(/^Uses Stripe, column/)
    .waitFor();
});

it('goes back from a name that it asks for', async () => {
  await field().fill('uses one');
  await field().press('Enter');
  await field().fill('Str');
  await field().press('Escape');
  await field().press('Escape');
  await expectSoon(() => page.focused(), 'Add a column');
});
