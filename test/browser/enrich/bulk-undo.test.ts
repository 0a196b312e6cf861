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
  await page.says(/^Partly undone: \d+ cells are as before\.$/);
  await page.says(`Protected, not restored: ${wide} cells`);
  expect((await page.values()).map((row) => row.slice(1).filter((cell) => cell !== '').length)).toEqual([
    0,
    0,
    wide,
    0,
  ]);
  await page.do('reopen()');
  await page.says('An undo was not finished: Leads');
  await page.do('host.grid.protectedRows.clear()');
  await page.button('Undo again').click();
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
  await page.says(/^Partly undone/);
  await page.button('Discard').click();
  await page.says('Filled cells stay, but you can no longer resume or undo this enrichment.');
  await page.button('Discard the enrichment').click();
  await page.says(/^Leads › A/);
  expect((await page.values()).map(([, name]) => name)).toEqual(['', '', 'Company 2', '']);
});

it('lists rows of one company that held different values, and leaves them as they are', async () => {
  const rows = [
    ['Website', 'Company'],
    ['company-1.example', 'Acme (renewal due)'],
    ['company-1.example', 'Acme'],
  ];
  await open(rows);
  await page.button('Profile').click();
  await page.choose(/Columns with the same titles/);
  await page.section().getByLabel('Overwrite them').check();
  await page
    .section()
    .getByLabel(/Yes, replace these values/)
    .check();
  await page.button('Enrich 2 rows').click();
  await page.says(/^Done/);
  await page.section().getByText('Left alone, because rows of the same company held different values: 2 rows').click();
  await expectSoon(() => page.section().getByRole('listitem').getByRole('button').allInnerTexts(), ['A2', 'A3']);
  const names = async () => (await page.values()).map(([, name]) => name);
  expect(await names()).toEqual(['Company', 'Acme (renewal due)', 'Acme']);
  await page.button('Undo enrichment').click();
  await page.says(/^Undone/);
  expect(await names()).toEqual(['Company', 'Acme (renewal due)', 'Acme']);
});
