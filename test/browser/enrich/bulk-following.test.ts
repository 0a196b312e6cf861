import { BulkPage } from './bulk-page';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect({ violations: await page.violations(), errors: page.errors }).toEqual({ violations: [], errors: [] });
  await page.close();
});

async function open(): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, [
    ['Website', 'Partner'],
    ['stripe.com', 'figma.com'],
    ['adobe.com', 'zoom.us'],
    ['slack.com', ''],
  ]);
  await page.says('Leads › A Website · 3 rows');
}

it('follows the selection, and keeps the columns that were chosen', async () => {
  await open();
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').waitFor();
  await page.do('host.select(host.area(0, 3, 1, 1))');
  await page.says('Leads › B Partner · 2 rows');
  await page.button('Enrich 2 rows').waitFor();
  expect(page.requests).toEqual([]);
});

it('asks before it leaves the rows that a limit was set for', async () => {
  await open();
  await page.button('Profile').click();
  const field = page.section().getByLabel('Limit, in credits');
  await field.fill('2');
  await field.press('Enter');
  await page.do('host.select(host.area(0, 3, 1, 1))');
  await page.button('Use the new selection').waitFor();
  await page.says('Leads › A Website · 3 rows');
  await page.button('Use the new selection').click();
  await page.says('Leads › B Partner · 2 rows');
});

it('offers to read the selection only where it is not followed', async () => {
  await open();
  expect(await page.button('Read selection').count()).toBe(0);
  await page.do('host.followsOnReturn = true; reopen()');
  await page.button('Read selection').waitFor();
});

it('finds the column of domains from a cell beside the table, and says so', async () => {
  await open();
  await page.do('host.select(host.area(40, 1, 9, 1))');
  await page.says('One cell is selected, so Trace uses the whole column of domains.');
  await page.says('Leads › A Website · 3 rows');
});

it('says what to select on a sheet without domains, and keeps the columns that were chosen', async () => {
  await open();
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').waitFor();
  await page.do(`
    const { sheet } = host.ports;
    const info = sheet.info;
    sheet.info = async (id) => (id === 'sheet-2' ? { id, name: 'Notes', rows: 0, columns: 0 } : info(id));`);
  await page.do("host.select({ ...host.area(0, 0, 0, 1), sheet: 'sheet-2', sheetName: 'Notes' })");
  await page.says('No column of domains is on Notes.');
  await page.says('Select your column of company domains. Reading it is free.');
  await page.do('host.select(host.area(0, 4, 0, 1))');
  await page.button('Enrich 3 rows').waitFor();
});

it('says what it does not follow to', async () => {
  await open();
  await page.do("host.select('object')");
  await page.says('A chart or a picture is selected. Trace still uses this column.');
  await page.do('host.select(host.area(0, 4, 0, 1))');
  await page
    .section()
    .getByText(/A chart or a picture/)
    .waitFor({ state: 'detached' });
});

it('does not follow to the cells that it shows itself', async () => {
  await open();
  await page.do("host.grid.at(3, 0).value = 'n/a'; host.select(host.area(1, 3, 0, 1))");
  await page.section().getByRole('button', { name: '1 skipped' }).click();
  await page.section().getByText('1 row without a usable domain').click();
  await page.page.clock.install();
  await page.do('host.showCells = async (sheet, column, [row]) => host.select(host.area(row, 1, column, 1))');
  await page.button('A4').click();
  await page.page.clock.runFor(600);
  await page.says('Leads › A Website · 3 rows');
});

it('reads nothing while another part of the panel is open, and follows once it is back', async () => {
  await open();
  await page.openTab('Settings');
  await page.page.clock.install();
  await page.do('window.reads = 0; const s = host.selection; host.selection = () => (window.reads++, s())');
  await page.do('host.select(host.area(0, 3, 1, 1))');
  await page.page.clock.runFor(600);
  expect(await page.do('window.reads')).toBe(0);
  await page.openTab('Enrich');
  await page.says('Leads › B Partner · 2 rows');
});
