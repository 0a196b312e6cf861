import type { Locator } from 'playwright-core';
import { openLeads, valuesOf } from './port-page';
import { serveWorkbook } from '../served-workbook';
import type { WorkbookPage } from './workbook-page';

const ROWS = 20;
const CELLS = `A1:H${ROWS + 1}`;

const served = serveWorkbook();
let workbook: WorkbookPage;

afterAll(() => workbook.close());

async function openRunOfOthers(): Promise<void> {
  workbook = await openLeads(await served.browser.newContext(), served.origin, ROWS);
  await button('Profile').click();
  await button(`Enrich ${ROWS} rows`).waitFor();
  const limit = section().getByLabel('Limit, in credits');
  await limit.fill('5');
  await limit.press('Enter');
  await button(`Enrich ${ROWS} rows`).click();
  await says(/Limit reached: the next company/);
  // Simulates another user who opens the workbook: the browser has no record of what was spent.
  await workbook.saved();
  await workbook.page.goto(`${served.origin}/favicon.svg`);
  await workbook.page.evaluate(
    "new Promise((done) => (indexedDB.deleteDatabase('trace-enrichments').onsuccess = done)).then(() => null)",
  );
  await workbook.comeBack();
  await says(/^Did you start this enrichment on .+\?$/);
}

const section = (): Locator => workbook.page.getByRole('region', { name: 'Enrich a column' });
const button = (name: string | RegExp): Locator => section().getByRole('button', { name });
const says = (text: string | RegExp): Promise<void> => section().getByText(text).first().waitFor();

/** `bulk-left.test.ts` continues one. */
it('an undo of another user’s enrichment is listed first, changes what was listed, and leaves later edits', async () => {
  await openRunOfOthers();
  const before = await valuesOf(workbook, CELLS);
  await button('Show what undo would change').click();
  await says(/^Undo would change \d+ cells:$/);
  const listed = section().getByRole('table', { name: 'Cells that would change' });
  await listed.getByRole('row', { name: 'B2 Company 1 (blank)', exact: true }).waitFor();
  expect(await valuesOf(workbook, CELLS)).toEqual(before);
  await workbook.fill('B2', 'values', [['mine']]);
  await button(/^Undo \d+ cells$/).click();
  await says(/^Undone: \d+ cells are as before\./);
  const names = await valuesOf(workbook, 'B2:B21');
  expect(names.flat().filter((name) => name !== '' && name !== null)).toEqual(['mine']);
});
