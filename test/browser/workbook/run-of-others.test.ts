import type { BrowserContext, Locator } from 'playwright-core';
import { openLeads, openSheet, showSheet, valuesOf } from './port-page';
import { serveWorkbook } from '../served-workbook';
import type { WorkbookPage } from './workbook-page';

const ROWS = 20;
const CELLS = `A1:H${ROWS + 1}`;

const served = serveWorkbook();
let context: BrowserContext;
let workbook: WorkbookPage;

/** One page, on which each test has a sheet and companies of its own. */
beforeAll(async () => {
  context = await served.browser.newContext();
  workbook = await openLeads(context, served.origin, 1);
});
afterAll(() => context.close());

/** @param first the number of the first company */
async function openRunOfOthers(first: number): Promise<void> {
  const sheet = await openSheet(workbook, ROWS, first);
  await served.control('reset', { credits: 5_000 });
  const another = button('New enrichment');
  if ((await another.count()) > 0) {
    await another.click();
    await button('Keep filled cells').click();
  }
  // Until then the panel shows the sheet before it.
  await says(`${sheet} › A Domain · ${ROWS} rows`);
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
  await showSheet(workbook, sheet);
  await says(/^Did you start this enrichment on .+\?$/);
}

const section = (): Locator => workbook.page.getByRole('region', { name: 'Enrich a column' });
const button = (name: string | RegExp): Locator => section().getByRole('button', { name });
const says = (text: string | RegExp): Promise<void> => section().getByText(text).first().waitFor();

it('an undo of another user’s enrichment is listed first, changes what was listed, and leaves later edits', async () => {
  await openRunOfOthers(1);
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

it('the rest of it continues as the user’s own under the limit that is typed', async () => {
  await openRunOfOthers(101);
  await button('Resume with my key').waitFor();
  expect({ requests: workbook.apiRequests(), charged: await served.charged() }).toEqual({ requests: [], charged: 5 });
  await section().getByLabel('Limit for the remaining rows, in credits').fill('4');
  await button('Resume with my key').click();
  await says(/Limit reached: the next company/);
  expect(await served.charged()).toBe(9);
  await workbook.reload();
  await button('Undo enrichment').waitFor();
});
