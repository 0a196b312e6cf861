import { RECIPES } from '../../../shared/reference';
import { openTab } from '../panel/panel-tabs';
import { serveWorkbook } from '../served-workbook';
import type { GridPage } from './grid-page';
import { fillIn, make, untilPictured } from './make-recipe';
import { openLeads } from './port-page';
import type { WorkbookPage } from './workbook-page';

const served = serveWorkbook();

let workbook: WorkbookPage;
beforeAll(async () => {
  workbook = await openLeads(await served.browser.newContext(), served.origin, 1);
});
afterAll(() => workbook.close());

/** Cells of the open sheet that show an error or a problem. */
async function troubled(): Promise<string[]> {
  const cells = await workbook.shown('A1:J60');
  return cells.flat().filter((cell) => cell.startsWith('#'));
}

it.each(RECIPES)('$id makes a sheet whose cells all answer', async ({ id }) => {
  await fillIn(workbook, id);
  await make(workbook);
  await untilPictured(workbook, id);
  expect(await troubled()).toEqual([]);
});

it('values replace the Trace formulas, and scores still follow the weights', async () => {
  await fillIn(workbook, 'score-accounts');
  await workbook.page.getByLabel('Fill it with').selectOption('values');
  await make(workbook);
  await untilPictured(workbook, 'score-accounts');
  const formulas = await workbook.page.evaluate(() => {
    const { univerAPI } = globalThis as unknown as GridPage;
    return univerAPI.getActiveWorkbook().getActiveSheet().getRange('A1:I20').getFormulas().flat().join(' ');
  });
  expect(formulas).not.toContain('TRACE_');
  await workbook.type('C4', '0');
  await workbook.waitUntil('B9', ([score]) => score === '100');
  await workbook.waitUntil('B10', ([score]) => score === '60');
});

it('by keyboard alone: a question in plain words becomes a sheet', async () => {
  const { page } = workbook;
  await openTab(page, 'Formula');
  const back = page.getByRole('button', { name: 'All recipes and functions' });
  if ((await back.count()) > 0) await back.press('Enter');
  const search = page.getByLabel('What do you want to know?');
  await search.focus();
  await page.keyboard.type('who uses shopify in germany');
  await page.getByRole('button', { name: 'Find companies that use … · shopify · Germany' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Find companies that use …' }).waitFor();
  await page.getByRole('button', { name: 'Make sheet · up to 25 credits' }).waitFor();
  const focused = () => page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()');
  const passed: unknown[] = [await focused()];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab');
    passed.push(await focused());
  }
  expect(passed).toEqual([
    'recipe-title',
    expect.stringContaining('Company'),
    'recipe-technology',
    'recipe-country',
    'recipe-top',
    'recipe-as',
    'Make sheet · up to 25 credits',
  ]);
  await page.keyboard.press('Enter');
  await page.getByText(/^Added the sheet Companies that use shopify/).waitFor();
  await workbook.waitUntil('A8:E8', ([name]) => name !== undefined && !['', '#BUSY!'].includes(name));
  expect((await workbook.shown('E8:E12')).flat()).toEqual(Array.from({ length: 5 }, () => 'Germany'));
  expect(workbook.errors).toEqual([]);
});

it('a name that the catalog does not know is replaced by a click', async () => {
  const { page } = workbook;
  await fillIn(workbook, 'size-market');
  await page.fill('#recipe-technologies', 'Shopfy, Stripe');
  await page.getByRole('button', { name: 'Use “Shopify”' }).click();
  await page.getByRole('button', { name: 'Make sheet · free' }).waitFor();
  expect(await page.inputValue('#recipe-technologies')).toBe('Shopify, Stripe');
});
