import { BulkPage, companies } from './bulk-page';
import { serveWorkbook } from './served-workbook';

/** What a person does between a question and its answer: a sheet and a service may take seconds. */

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

async function openProfile(rows: number): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, companies(rows));
  await page.button('Profile').click();
  await page.button(/^Preview/).waitFor();
}

it('shows no preview of columns that were changed before it came', async () => {
  await openProfile(3);
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.page.route('**/v1/companies/batch', async (route) => {
    await held;
    await route.continue();
  });
  await page.button(/^Preview 3 rows/).click();
  await page.says('Getting the first rows…');
  await page.button('Remove Company').click();
  answer();
  await page.button('Preview 3 rows (free)').waitFor();
  expect(await page.section().getByRole('list', { name: 'Preview' }).count()).toBe(0);
});
