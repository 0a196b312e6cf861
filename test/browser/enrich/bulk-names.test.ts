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

async function open(cells: readonly (readonly string[])[]): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, cells);
}

const column = async (index: number): Promise<readonly unknown[]> =>
  (await page.values()).map((row) => row[index] ?? '');
const limit = () => page.section().getByLabel('Limit for this search, in credits');

it('begins again with another selection, and asks first if paid results would be lost', async () => {
  await open([['Company name'], ['Stripe, Inc.'], ['Figma Ltd.'], ['Zoom Inc.']]);
  await page.do('host.select(host.area(0, 2, 0, 1))');
  await page.button('Find domains of 1 name').click();
  await page.says(/^The search cost/);
  await page.do('host.select(host.area(0, 4, 0, 1))');
  await page.button('Use the new selection').click();
  await page.button('Find domains of 3 names').waitFor();
  const cost = page.section().getByText(/^The search cost/);
  await expectSoon(() => Promise.all([limit().inputValue(), cost.count()]), ['9', 0]);
});

it('goes on with the names that its limit has left', async () => {
  const names = Array.from({ length: 30 }, (_name, index) => [`Company ${index + 1} Ltd.`]);
  await open([['Company name'], ...names]);
  await page.says(/^Up to 90 credits/);
  await limit().fill('10');
  await limit().press('Enter');
  await page.button('Find domains of 30 names').click();
  await page.says(/It ended before all names were searched/);
  const matches = page.section().getByRole('list', { name: 'Matches' }).getByRole('listitem');
  const first = await matches.count();
  await page.button(`Search the ${30 - first} names left`).click();
  await page.button(/^Search the/).waitFor({ state: 'detached' });
  expect(first).toBeLessThan(30);
  await expectSoon(() => matches.count(), 30);
});

it('keeps a limit that is typed as soon as its field is shown', async () => {
  await open([['Company name'], ['Stripe, Inc.'], ['Figma Ltd.'], ['Zoom Inc.']]);
  await limit().waitFor();
  await page.do(`new MutationObserver((_changes, observer) => {
    const field = document.getElementById('names-cap');
    if (field === null || field === before) return;
    observer.disconnect();
    field.value = '2';
    field.dispatchEvent(new Event('input'));
  }).observe(document.body, { childList: true, subtree: true });
  var before = document.getElementById('names-cap');
  host.select(host.area(0, 3, 0, 1))`);
  await page.button('Find domains of 2 names').waitFor();
  await page.do('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))');
  expect(await limit().inputValue()).toBe('2');
});

it('searches under a limit whose typing nothing has ended, as where a voice presses the button', async () => {
  await open([['Company name'], ['Stripe, Inc.'], ['Figma Ltd.'], ['Zoom Inc.']]);
  await limit().waitFor();
  await page.do(`{
    const field = document.getElementById('names-cap');
    field.value = '3';
    field.dispatchEvent(new Event('input'));
  }`);
  await page.button('Find domains of 3 names').evaluate((button: { click(): void }) => button.click());
  await page.says(/^The search cost /);
  expect(await served.charged()).toBe(1);
});

it('takes domains away after a sort, and says which stay', async () => {
  await open([['Company name'], ['Stripe, Inc.'], ['Figma Ltd.']]);
  await page.button('Find domains of 2 names').click();
  await page.button('Confirm the 2 exact names').click();
  await page.button('Write 2 domains').click();
  await page.says('2 domains are written.');
  await page.do('host.grid.rows.push(host.grid.rows.splice(1, 1)[0]); host.grid.at(1, 1).value = "mine"');
  await page.button('Undo').click();
  await page.says(/^1 domain is removed\. 1 domain stays: edited, protected/);
  expect(await column(1)).toEqual(['', 'mine', '']);
});

it('lets columns be added to rows that name companies, though most look like names', async () => {
  await open([['Company'], ['stripe'], ['figma'], ['Foo Bar'], ['Baz & Sons'], ['Zoom']]);
  await page.says(/^2 rows name a company already/);
  await page.button('Add columns to them without a search').click();
  await page.button('Profile').click();
  await page.button('Enrich 2 rows').waitFor();
});
