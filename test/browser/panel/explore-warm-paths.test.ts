import type { BulkPage } from '../enrich/bulk-page';
import { expectSoon } from '../expect-soon';
import type { ExploreKeys } from './explore-keys';
import { openExplore, selectCell } from './open-explore';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;
let keys: ExploreKeys;

beforeEach(async () => {
  ({ page, keys } = await openExplore(served));
});
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

it('asks for warm paths pair by pair, inserts them over blank cells, and pays nothing again after the panel was closed', async () => {
  await keys.press('Warm paths');
  await selectCell(page, 1, 0);
  await keys.press('Use selection as accounts');
  await keys.says('From Leads › A Website · 3 rows.');
  await selectCell(page, 1, 1);
  await keys.press('Use selection as partners');
  await keys.says('5 pairs');
  expect(page.requests).toEqual([]);
  await keys.press('Ask about 5 pairs · up to 7 credits');
  await keys.says('5 pairs answered, 2 warm paths, 2 credits used.');
  // The button that asked is gone.
  await expectSoon(() => page.focused(), 'Use selection as partners');
  await keys.press('None recorded 3');
  expect({ charged: await served.charged(), requests: page.requests.length }).toEqual({ charged: 2, requests: 7 });
  expect({ violations: await page.violations(), scrollWidth: await page.scrollWidth() }).toEqual({
    violations: [],
    scrollWidth: 300,
  });
  await selectCell(page, 1, 3);
  await keys.press('Insert 5 rows');
  await keys.says('Fills Leads!D2:J7, 6 rows × 7 columns. If a cell there is filled, a sheet is added instead.');
  await keys.press('Insert values');
  await keys.says('6 rows are inserted at Leads!D2.');
  await selectCell(page, 0, 1);
  await keys.says('Adds a sheet with 6 rows × 7 columns. To insert elsewhere, select an empty cell.');
  await keys.press('Insert values');
  await keys.says('6 rows are inserted at Warm paths!A1.');
  await selectCell(page, 10, 3);
  await page.do("host.grid.at(11, 4).value = 'mine'");
  await keys.says(/^Fills Leads!D11/);
  await keys.press('Insert values');
  await keys.says('6 rows are inserted at Warm paths!A1.');
  expect(await page.do('host.newSheets.map(({ title }) => title)')).toEqual(['Warm paths', 'Warm paths']);
  expect((await page.values())[2]?.slice(1, 6)).toEqual(['slack.com', '', 'stripe.com', 'shopify.com', 'yes']);
  await page.do('reopen()');
  await keys.openTab();
  await keys.press('Warm paths');
  await keys.says('5 pairs, all answered');
  await keys.panel().getByLabel('Insert as').selectOption('matrix');
  await keys.press('Insert 4 × 3 cells');
  expect({ charged: await served.charged(), requests: page.requests.length }).toEqual({ charged: 2, requests: 7 });
});

/** Types into a field, and returns how many buttons of this name are there once it is drawn, before anything later. */
const buttonsOnceTyped = (field: string, text: string, name: string): Promise<unknown> =>
  page.do(`(async () => {
    const field = document.getElementById('${field}');
    field.value = ${JSON.stringify(text)};
    field.dispatchEvent(new Event('input'));
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    return [...document.querySelectorAll('button')].filter((each) => each.textContent.startsWith('${name}')).length;
  })()`);

it('offers no price of other pairs than those that are typed', async () => {
  await keys.press('Warm paths');
  await page.page.locator('#warm-accounts').fill('stripe.com');
  await page.page.locator('#warm-partners').fill('shopify.com');
  await keys.says('1 pair');
  expect(await buttonsOnceTyped('warm-accounts', 'figma.com', 'Ask about')).toBe(0);
});

it('tells of the pairs that are there once others were asked about', async () => {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.page.route('**/v1/**', async (route) => {
    await held;
    await route.continue();
  });
  await keys.press('Warm paths');
  await page.page.locator('#warm-accounts').fill('stripe.com');
  await page.page.locator('#warm-partners').fill('shopify.com');
  await keys.says('1 pair');
  await selectCell(page, 1, 0);
  await page.do(`{
    const { selection } = host;
    host.selection = () => new Promise((resolve) => (window.tellSelection = resolve)).then(selection);
  }`);
  await keys.press('Use selection as accounts');
  await keys.press(/^Ask about 1 pair/);
  await page.do('tellSelection()');
  await keys.says('From Leads › A Website · 3 rows.');
  answer();
  await keys.says(/^1 pair answered/);
  await expectSoon(
    () =>
      keys
        .panel()
        .getByText(/^2 pairs/)
        .count(),
    1,
  );
});
