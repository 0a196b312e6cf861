import { BulkPage } from './bulk-page';
import { expectSoon } from './expect-soon';
import { serveWorkbook } from './served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect({ violations: await page.violations(), errors: page.errors }).toEqual({ violations: [], errors: [] });
  await page.close();
});

const THREE: readonly (readonly string[])[] = [
  ['Website'],
  ['company-1.example'],
  ['company-2.example'],
  ['company-3.example'],
];

async function open(cells: readonly (readonly string[])[]): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, cells);
}

it('keeps what an undo could not take back, also when the panel is opened again, and takes it back later', async () => {
  await open(THREE);
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await page.says(/^Done/);
  const wide = (await page.values())[0]!.length - 1;
  await page.do('host.grid.protectedRows.add(2)');
  await page.button('Undo enrichment').click();
  await page.says(/^Undone in part: \d+ cells are as before\.$/);
  await page.says(`Protected, not restored: ${wide} cells`);
  expect((await page.values()).map((row) => row.slice(1).filter((cell) => cell !== '').length)).toEqual([
    wide,
    0,
    wide,
    0,
  ]);
  await page.do('reopen()');
  await page.says('An undo was not finished: Leads');
  await page.do('host.grid.protectedRows.clear()');
  await page.button('Try again').click();
  await page.says(/^Undone: \d+ cells are as before\.$/);
  expect((await page.values()).map((row) => row.slice(1).join(''))).toEqual(['', '', '', '']);
});

it('leaves at that what an undo could not take back, once a person says so', async () => {
  await open(THREE);
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await page.says(/^Done/);
  await page.do('host.grid.protectedRows.add(2)');
  await page.button('Undo enrichment').click();
  await page.says(/^Undone in part/);
  await page.button('Discard').click();
  await page.says(/can no longer be undone/);
  await page.button('Discard the enrichment').click();
  await page.says(/^Leads › A/);
  expect((await page.values()).map(([, name]) => name)).toEqual(['Company', '', 'Company 2', '']);
});

it('asks whether rows that name the same company were sorted, and restores their values if not', async () => {
  await open([
    ['Website', 'Company'],
    ['company-1.example', 'Acme (renewal due)'],
    ['company-1.example', 'Acme'],
  ]);
  await page.button('Profile').click();
  await page.choose(/Columns with the same titles/);
  await page.section().getByLabel('Overwrite them').check();
  await page
    .section()
    .getByLabel(/Yes, replace these values/)
    .check();
  await page.button('Enrich 2 rows').click();
  await page.says(/^Done/);
  await page.button('Undo enrichment').click();
  await page.says(/^Undone in part/);
  await page.says(/^Several rows name the same company and held different values\./);
  await page
    .section()
    .getByText(/^Earlier values in their old order: 2 cells/)
    .click();
  await expectSoon(() => page.section().getByRole('listitem').allInnerTexts(), ['B2 Acme (renewal due)', 'B3 Acme']);
  await page.says('Restore these values if the rows are all there, in their old order, or discard.');
  expect(await page.button('Try again').count()).toBe(0);
  await page.button('Rows were not sorted or deleted: restore 2 values').click();
  await page.says('Undone: 2 cells are as before.');
  expect((await page.values()).map(([, name]) => name)).toEqual(['Company', 'Acme (renewal due)', 'Acme']);
});
