import { BulkPage } from './bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

/** From a bar of the picture of *Done* to its rows. */

const served = serveWorkbook();
let page: BulkPage;

const bars = () => page.section().getByRole('list', { name: /^Most common in/ });
const useBar = async (label: string): Promise<void> => {
  await bars().getByRole('button').first().click();
  await bars().getByRole('menuitem', { name: label }).click();
};

beforeEach(async () => {
  await served.control('reset', {});
  const cells = [['Website'], ['company-1.example'], ['company-2.example'], ['company-3.example']];
  page = await BulkPage.open(served.browser, served.origin, cells, { acts: true });
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await bars().getByRole('button').first().waitFor();
});
afterEach(async () => {
  expect({ violations: await page.violations(), errors: page.errors }).toEqual({ violations: [], errors: [] });
  await page.close();
});

it('the menu of a bar is used by keys alone, and Escape leads back to the bar', async () => {
  const bar = bars().getByRole('button').first();
  await bar.focus();
  await page.page.keyboard.press('ArrowUp');
  await expectSoon(() => page.focused(), 'Save as list');
  await page.page.keyboard.press('ArrowDown');
  await expectSoon(() => page.focused(), 'Select rows');
  expect(await page.violations()).toEqual([]);
  await page.page.keyboard.press('Escape');
  await expectSoon(() => bars().getByRole('menuitem').count(), 0);
  expect(await page.focused()).toBe(await bar.textContent());
  await page.page.keyboard.press('Enter');
  await page.page.keyboard.press('End');
  await expectSoon(() => page.focused(), 'Save as list');
  await page.page.keyboard.press('Tab');
  await expectSoon(() => bars().getByRole('menuitem').count(), 0);
});

it('copies the rows of a bar to a sheet, with titles and values, and saves their companies as a list', async () => {
  const values = await page.values();
  const name = await bars().locator('.bar-name').first().textContent();
  const found = values.filter((row) => row[2] === name);
  const are = found.length === 1 ? '1 row is' : `${found.length} rows are`;
  await useBar('Copy to a sheet');
  await page.says(`${are} copied to the sheet “Industry – ${name}”.`);
  const code = "JSON.stringify(host.grid.sheetOf('added-1').values())";
  const copied = JSON.parse(String(await page.do(code))) as readonly (readonly unknown[])[];
  expect(copied).toEqual([values[0], ...found]);
  await useBar('Save as list');
  const form = page.section().getByRole('group', { name: /^Save .* as a list$/ });
  expect(await form.getByLabel('Name of the new list').inputValue()).toBe(`Industry: ${name}`);
  await form.getByRole('button', { name: /^Add .* · free$/ }).click();
  await page.says(`The list is created. ${found.length} added.`);
  await page.openTab('Lists');
  await page.page.getByRole('button', { name: `Industry: ${name}` }).waitFor();
  expect(await served.charged()).toBe(3);
});

it('a bar is as long as the share of rows that have its value', async () => {
  const shares = await bars().locator('.bar-count').allTextContents();
  const widths = await bars()
    .locator('.bar > span')
    .evaluateAll((parts: readonly unknown[]) =>
      (parts as readonly { clientWidth: number; parentElement: { clientWidth: number } }[]).map((part) =>
        Math.round((100 * part.clientWidth) / part.parentElement.clientWidth),
      ),
    );
  expect(widths.map((width) => `${width}%`)).toEqual(shares.map((text) => /\d+%/.exec(text)?.[0]));
});
