import type { NewSheet } from '../../../shared/ports';
import { BulkPage, companies, type BulkPageOptions } from './bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect({ violations: await page.violations(), errors: page.errors }).toEqual({ violations: [], errors: [] });
  await page.close();
});

const bars = () => page.section().getByRole('list', { name: /^Most common in/ });
const open = async (options: BulkPageOptions = {}): Promise<void> => {
  page = await BulkPage.open(served.browser, served.origin, companies(3), options);
};

it('does not look done where every row has failed', async () => {
  await open();
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').waitFor();
  await page.do('[1, 2, 3].forEach((row) => host.grid.protectedRows.add(row))');
  await page.button('Enrich 3 rows').click();
  await page.says('Found 0 of 3 rows, 3 not done yet. Credits used: 3 (limit 3).');
  const title = page.section().getByText(/^(Done|Failed): Leads, 3 rows$/);
  expect([await title.textContent(), await title.getAttribute('class')]).toEqual(['Failed: Leads, 3 rows', 'waiting']);
});

it('says in one sentence what happened, and selects the rows of a bar', async () => {
  await open();
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await page.says('Found 3 of 3 rows. Credits used: 3 (limit 3).');
  await bars().getByRole('button').first().click();
  await bars().getByRole('menuitem', { name: 'Select rows' }).click();
  await page.says(/^Rows with .+ are selected\.$/);
  const name = await bars().locator('.bar-name').first().textContent();
  const rows = (await page.values()).flatMap((row, at) => (row[2] === name ? [at] : []));
  await expectSoon(() => page.do('host.shown'), ['sheet-1 0 0', `sheet-1 ${rows.join()} 2`]);
});

it('begins again with the companies instead of the rows that it has selected', async () => {
  await open();
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await page.do(`
    host.showCells = async (sheet, column, rows) => {
      let height = 1;
      while (rows.includes(rows[0] + height)) height += 1;
      host.select(host.area(rows[0], height, column, 1));
    };`);
  await page.section().getByRole('combobox', { name: 'Column' }).selectOption('Country');
  await bars().getByRole('button').first().click();
  await bars().getByRole('menuitem', { name: 'Select rows' }).click();
  await page.says(/^Rows with .+ are selected\.$/);
  await page.button('New enrichment').click();
  await page.button('Keep filled cells').click();
  await page.says('Leads › A Website · 3 rows');
});

it('sums up the companies, whatever columns were added', async () => {
  await open();
  await page.section().getByRole('combobox').fill('founded');
  await page.section().getByRole('combobox').press('Enter');
  await page.button('Enrich 3 rows').click();
  await page.says('Done: Leads, 3 rows');
  await page.button('Add Overview sheet').click();
  await page.says(/^The sheet “Overview” is added\./);
  const [overview] = (await page.do('host.newSheets')) as readonly NewSheet[];
  expect([overview?.rows.slice(1, 2), overview?.charts?.map(({ title }) => title)]).toEqual([
    [[expect.stringMatching(/^Column Website, enriched on .+ for 3 credits$/)]],
    ['Top technologies', 'Top categories', 'Top countries', 'Employees'],
  ]);
});

it('offers no Overview where no row was found', async () => {
  await open();
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').waitFor();
  await page.do('[1, 2, 3].forEach((row) => host.grid.protectedRows.add(row))');
  await page.button('Enrich 3 rows').click();
  await page.says(/^Found 0 of 3 rows/);
  expect(await page.button('Add Overview sheet').count()).toBe(0);
});

it('says where to go when the answers are no longer saved', async () => {
  await open({ acts: true });
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await page.says(/^Found 3 of 3 rows/);
  await page.do('host.clearCache()');
  await page.button('Add Overview sheet').click();
  await page.says('These answers are no longer saved. Choose Check for changes to fetch them again.');
  await page.button('Check for changes').click();
  await page.page.getByRole('button', { name: 'Rescan 3 companies · free' }).waitFor();
});

it('leads back from a column that has no values', async () => {
  await open();
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await bars().getByRole('button').first().waitFor();
  await page.do(
    'host.grid.rows.forEach((_row, at) => at > 0 && [2, 3, 4, 5, 6].forEach((column) => (host.grid.at(at, column).value = column === 2 ? "Media" : "")))',
  );
  const column = page.section().getByRole('combobox', { name: 'Column' });
  await column.selectOption('Country');
  await page.says('This column has no values.');
  await column.selectOption('Industry');
  await bars()
    .getByRole('button', { name: /^Media/ })
    .waitFor();
});
