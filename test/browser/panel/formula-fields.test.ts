import type { BulkPage } from '../enrich/bulk-page';
import { expectSoon } from '../expect-soon';
import { openExplore } from './open-explore';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(async () => {
  ({ page } = await openExplore(served));
});
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

it('understands a question in plain words, and refuses a misspelled name with the one that was meant', async () => {
  await page.openTab('Formula');
  const tab = page.page.getByRole('tabpanel', { name: 'Formula' });
  expect(await tab.getByRole('alert').allInnerTexts()).toEqual([]);
  await tab.getByLabel('What do you want to know?').fill('does it use Shopfy');
  await tab.getByRole('button', { name: 'Does it use a technology? · Shopfy' }).press('Enter');
  await tab
    .getByText(/Did you mean Shopify\?/)
    .first()
    .waitFor();
  expect(await page.violations()).toEqual([]);
  await tab.getByRole('button', { name: /Shopify/ }).press('Enter');
  const formula = tab.getByRole('textbox', { name: 'Formula' });
  await expectSoon(() => formula.inputValue(), '=TRACE_HAS_TECH(A2:A4,"Shopify")');
  await tab.getByText('Up to 3 credits for 3 companies. Saved answers are free.').waitFor();
  expect(await served.charged()).toBe(0);
});

it('keeps the companies that are typed while the selection is being read', async () => {
  await page.openTab('Formula');
  await page.do('host.delayMs = 60000; host.select(host.area(1, 3, 0, 1))');
  await page.page.getByRole('button', { name: 'Technologies of companies' }).click();
  const inputs = page.page.getByRole('textbox', { name: 'Companies' });
  await inputs.fill('B2');
  await page.do('host.delayMs = 0');
  await page.page.getByText(/^Up to 1 credit/).waitFor();
  expect(await inputs.inputValue()).toBe('B2');
});

it('says that the active cell is another one, where the host has not told so', async () => {
  await page.openTab('Formula');
  await page.page.getByRole('button', { name: 'Technologies of companies' }).click();
  await page.page.getByRole('textbox', { name: 'Companies' }).fill('stripe.com');
  await page.do('host.select(host.area(0, 1, 3, 1))');
  const insert = page.page.getByRole('button', { name: /^Insert formula · /, disabled: false });
  await insert.waitFor();
  await page.do('host.selected = host.area(1, 1, 4, 1)');
  await insert.click();
  await page.page
    .getByText(/Leads!E2/)
    .first()
    .waitFor();
  await page.do('new Promise((resolve) => setTimeout(resolve, 300))');
  expect(await page.page.getByText('The active cell is Leads!E2. Press again to insert there.').count()).toBe(1);
});

it('names the sheet of cells that are taken before the first ones have been read', async () => {
  await page.openTab('Formula');
  await page.do(`{
    const { info, read } = host.ports.sheet;
    const { selection } = host;
    window.asked = 0;
    host.selection = () => ((window.asked += 1), selection());
    host.ports.sheet.info = async () => ({ ...(await info('sheet-1')), name: host.selected.sheetName });
    host.ports.sheet.read = (area) => read({ ...area, sheet: 'sheet-1' });
    host.delayMs = 60000;
    host.select(host.area(1, 3, 0, 1));
  }`);
  await page.page.getByRole('button', { name: 'Are they partners?' }).click();
  await expectSoon(() => page.do('asked'), 1);
  await page.do("host.selected = { ...host.area(1, 2, 1, 1), sheet: 'other', sheetName: 'Other' }");
  await page.page
    .getByRole('button', { name: /^Use selection/ })
    .nth(1)
    .click();
  await page.do('host.delayMs = 0');
  const fields = page.page.locator('.formula-line input');
  const texts = (): Promise<unknown> => Promise.all([fields.nth(0).inputValue(), fields.nth(1).inputValue()]);
  await expectSoon(texts, ['A2:A4', "'Other'!B2:B3"]);
});
