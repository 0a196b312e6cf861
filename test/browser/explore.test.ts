import type { Locator } from 'playwright-core';
import { BulkPage } from './bulk-page';
import { expectSoon } from './expect-soon';
import { ExploreKeys } from './explore-keys';
import { serveWorkbook } from './served-workbook';

const served = serveWorkbook();
let page: BulkPage;
let keys: ExploreKeys;

beforeEach(async () => {
  await served.control('reset', {});
  page = await BulkPage.open(
    served.browser,
    served.origin,
    [
      ['Website', 'Partner'],
      ['stripe.com', 'shopify.com'],
      ['no-partners.example', 'slack.com'],
      ['shopify.com', ''],
    ],
    { acts: true },
  );
  keys = new ExploreKeys(page.page, page.page);
  await keys.openTab();
});
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

const select = (row: number, column: number): Promise<unknown> =>
  page.do(`host.select({ sheet: 'sheet-1', sheetName: 'Leads', row: ${row}, rows: 1, column: ${column}, columns: 1 })`);

it('draws the strongest partners of a company, which keys go through and open', async () => {
  await keys.choose('stripe.com', 'stripe.com');
  await keys.press(/^Look up/);
  await keys.press('Show all 58 partners · up to 58 credits');
  await keys.press('Network picture');
  await keys.says('The 12 partners seen most often. Choose one to open it.');
  const picture = keys.panel().getByRole('group', { name: 'Stripe and 12 partners' });
  await picture.getByRole('button').first().focus();
  const first = await page.focused();
  await page.page.keyboard.press('ArrowLeft');
  await expectSoon(async () => (await page.focused()) !== first, true);
  await page.page.keyboard.press('ArrowRight');
  await expectSoon(() => page.focused(), first);
  await page.page.keyboard.press('End');
  await page.page.keyboard.press('ArrowRight');
  await expectSoon(() => page.focused(), first);
  expect({
    violations: await page.violations(),
    charged: await served.charged(),
    scrollWidth: await page.scrollWidth(),
  }).toEqual({ violations: [], charged: 59, scrollWidth: 300 });
  await keys.press('Add partners of partners · up to 100 credits');
  await keys.says('Insert 100 edges');
  expect(await served.charged()).toBeLessThanOrEqual(59 + 100);
  await select(1, 3);
  await keys.press('Insert 100 edges');
  await keys.press('Insert values');
  await keys.says('101 rows are inserted at Leads!D2.');
  await picture.getByRole('button').first().focus();
  await page.page.keyboard.press('Enter');
  await keys.heading(String(/^[\w.]+/.exec(first)?.[0]).toLowerCase());
  await keys.press('Back to stripe.com');
  await keys.heading('Stripe');
});

it('reads many partners for what the button says, and draws only as many as a person can look at', async () => {
  await keys.choose('many-partners.example', 'many-partners.example');
  await keys.press('Show the latest 25 · up to 25 credits');
  await keys.press('Show all 480 partners · up to 480 credits');
  await keys.says(/^480 partners · Free until/);
  expect(await served.charged()).toBe(480);
  // No company of the sandbox has so many.
  await page.page.route('**/v1/companies/stripe.com/partnerships?**', (route) => {
    const query = new URL(route.request().url()).searchParams;
    const [at, limit] = [Number(query.get('page')), Number(query.get('limit'))];
    const first = (at - 1) * limit;
    const data = Array.from({ length: Math.min(limit, 5_000 - first) }, (_partner, index) => ({
      partner_name: `Partner ${first + index}`,
      partner_domain: `partner-${first + index}.example`,
    }));
    const pagination = { page: at, limit, total_results: 5_000, has_next: first + limit < 5_000 };
    return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ data, pagination }) });
  });
  await keys.choose('stripe.com', 'stripe.com');
  await keys.press('Show the latest 25 · up to 25 credits');
  await keys.says(/^The latest 25 of 5,000/);
  const sent = page.requests.length;
  await keys.press('Show all 5,000 partners · up to 5,000 credits');
  await keys.says(/^5,000 partners · Free until/);
  const pages = page.requests.length - sent;
  const lines = keys.panel().getByRole('list', { name: 'Partners' }).getByRole('listitem');
  await expectSoon(() => lines.count(), 8);
  expect(pages).toBe(50);
  await keys.press('Network picture');
  await keys.says('The 12 partners seen most often. Choose one to open it.');
  await keys.press('Show 32 more');
  await expectSoon(() => lines.count(), 40);
  // The first of those that are new: the button has moved.
  await expectSoon(() => page.focused(), await lines.nth(8).textContent());
});

it('compares two companies for what the button said, with what both use, what one uses, and shared partners', async () => {
  await keys.choose('stripe.com', 'stripe.com');
  await keys.panel().getByLabel('Compare with').focus();
  await page.page.keyboard.type('stripe.com');
  await page.page.keyboard.press('Enter');
  await keys.says('Enter the domain of another company.');
  await page.page.keyboard.press('Control+A');
  await page.page.keyboard.type('shopify.com');
  await page.page.keyboard.press('Enter');
  await keys.press('Look up both · up to 2 credits');
  await keys.heading('Stripe and Shopify');
  await keys.says('Only Stripe');
  expect(await served.charged()).toBe(2);
  const price = keys.panel().getByRole('button', { name: /shared partners · up to/ });
  const most = Number(/up to (\d+) credits/.exec((await price.textContent()) ?? '')?.[1]);
  await keys.press(/shared partners · up to/);
  await keys.panel().getByRole('list', { name: 'Shared partners' }).getByRole('listitem').first().waitFor();
  expect((await served.charged()) - 2).toBeLessThanOrEqual(most);
  expect(await page.violations()).toEqual([]);
});

it('an unknown company, an unknown name and a name with quotes and commas each get a sentence', async () => {
  await keys.choose('unknown.example', 'unknown.example');
  await keys.press('Look up · 1 credit');
  await keys.says('Trace does not track unknown.example.');
  await keys.typeAndChoose('Foo "Bar", Inc.; Ltd', /^Companies named/);
  await keys.press('Show 25 companies · up to 25 credits');
  await keys.says('No company found. Check the spelling, or enter a domain.');
  expect(await served.charged()).toBe(0);
});

it('shows nothing that was paid for again, and asks nothing while another tab is open', async () => {
  await keys.choose('stripe.com', 'stripe.com');
  await keys.press(/^Look up/);
  await keys.heading('Technologies (20)');
  const sent = page.requests.length;
  await page.openTab('Activity');
  await select(2, 0);
  await keys.openTab();
  await keys.choose('shopify.com', 'shopify.com');
  await keys.heading('shopify.com');
  await keys.press('Back to stripe.com');
  await keys.heading('Technologies (20)');
  expect({ requests: page.requests.length, charged: await served.charged() }).toEqual({ requests: sent, charged: 1 });
});

it('asks for warm paths pair by pair, inserts them over blank cells, and pays nothing again after the panel was closed', async () => {
  await keys.press('Warm paths');
  await select(1, 0);
  await keys.press('Use selection as accounts');
  await keys.says('From Leads › A Website · 3 rows.');
  await select(1, 1);
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
  await select(1, 3);
  await keys.press('Insert 5 rows');
  await keys.says('Fills Leads!D2:J7, 6 rows × 7 columns. If a cell there is filled, a sheet is added instead.');
  await keys.press('Insert values');
  await keys.says('6 rows are inserted at Leads!D2.');
  await select(0, 1);
  await keys.says('Adds a sheet with 6 rows × 7 columns. To insert elsewhere, select an empty cell.');
  await keys.press('Insert values');
  await keys.says('6 rows are inserted at Warm paths!A1.');
  await select(10, 3);
  await page.do("host.grid.at(11, 4).value = 'mine'");
  await keys.says(/^Fills Leads!D11/);
  await keys.press('Insert values');
  await keys.says('6 rows are inserted at Warm paths!A1.');
  expect(await page.do('host.summaries.map(({ title }) => title)')).toEqual(['Warm paths', 'Warm paths']);
  expect((await page.values())[2]?.slice(1, 6)).toEqual(['slack.com', '', 'stripe.com', 'shopify.com', 'yes']);
  await page.do('reopen()');
  await keys.openTab();
  await keys.press('Warm paths');
  await keys.says('5 pairs, all answered');
  await keys.panel().getByLabel('Insert as').selectOption('matrix');
  await keys.press('Insert 4 × 3 cells');
  expect({ charged: await served.charged(), requests: page.requests.length }).toEqual({ charged: 2, requests: 7 });
});

it('shows the companies of a technology once, when the catalog has answered: what was typed before would be lost', async () => {
  await page.page.evaluate(`
    window.seen = [];
    new MutationObserver(() => {
      const isThere = document.getElementById('explore-technology-country') !== null;
      if (isThere !== (seen.at(-1) ?? false)) seen.push(isThere);
    }).observe(document.body, { childList: true, subtree: true });
  `);
  await keys.choose('Shopify', /^Shopify$/);
  await keys.says(/^Show \d+ companies/);
  expect(await page.page.evaluate('seen')).toEqual([true]);
});

it('offers companies of the selected column, and countries of saved answers, for nothing', async () => {
  await keys.typeAndChoose('stri', 'stripe.com');
  await keys.press(/^Look up/);
  await keys.says(/Free until/);
  const asked = page.requests.filter((request) => !request.includes('/technologies'));
  await keys.choose('Shopify', /^Shopify$/);
  const country = keys.panel().getByRole('combobox', { name: 'Country' });
  await country.fill('uni');
  await keys.panel().getByRole('option', { name: 'United States' }).waitFor();
  expect({ violations: await page.violations(), scrollWidth: await page.scrollWidth() }).toEqual({
    violations: [],
    scrollWidth: 300,
  });
  await page.page.keyboard.press('ArrowDown');
  await page.page.keyboard.press('Enter');
  await expectSoon(() => country.inputValue(), 'United States');
  await keys.says(/^Show 25 companies/);
  expect(page.requests.filter((request) => !request.includes('/technologies'))).toEqual(asked);
  expect(await served.charged()).toBe(1);
});

it('if the catalog is not reached, each field says so, and what was typed is taken as it is', async () => {
  await served.control('faults', { fault: 'assumed-routes-missing', times: null });
  const tab = (): Locator => page.page.locator('[role=tabpanel]:visible');
  const UNREACHED = 'The catalog could not be reached. Type the exact name.';
  const unreached = (): Promise<void> => tab().getByText(UNREACHED).first().waitFor();
  // Which fields there are no page says.
  await page.page.route('**/v1/lists/filter-fields', async (route) => {
    const response = await route.fetch();
    const catalog = (await response.json()) as { readonly fields: readonly object[] };
    const category = { name: 'category', type: 'text', operators: ['equals'] };
    await route.fulfill({ response, json: { ...catalog, fields: [...catalog.fields, category] } });
  });
  await keys.box().fill('klaviyo');
  await keys.says('The catalog cannot be reached right now. Domains and company names still work.');
  await page.page.keyboard.press('Enter');
  await keys.heading('Companies named “klaviyo”');
  await page.openTab('Lists');
  await tab().getByRole('button', { name: 'New list' }).click();
  await tab()
    .getByRole('radio', { name: /technology/ })
    .check();
  await tab().getByRole('combobox', { name: 'Technology' }).fill('shopify');
  await unreached();
  await tab().getByRole('button', { name: 'Cancel' }).click();
  await tab()
    .getByRole('button', { name: /^Shopify users/ })
    .click();
  await tab().getByRole('button', { name: 'Edit conditions' }).click();
  for (const [name, field] of [
    ['condition 1', 'vendor'],
    ['condition 2', 'category'],
  ] as const) {
    const condition = tab().getByRole('group', { name, exact: true });
    await condition.getByLabel(`Field of ${name}`).selectOption(field);
    await condition.getByRole('combobox', { name: `Value of ${name}` }).fill('shopify');
    await condition.getByText(UNREACHED, { exact: true }).waitFor();
  }
  await page.openTab('Formula');
  await tab().getByRole('button', { name: 'Companies that use a vendor' }).click();
  await tab().getByLabel('Vendor', { exact: true }).fill('shopify');
  await unreached();
  await tab()
    .getByRole('button', { name: /^Insert formula · up to/ })
    .waitFor();
  expect({
    violations: await page.violations(),
    scrollWidth: await page.scrollWidth(),
    charged: await served.charged(),
  }).toEqual({ violations: [], scrollWidth: 300, charged: 0 });
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
  await select(1, 0);
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

it('adds a company to a list and leads to its check for changes, by keys alone and for nothing more', async () => {
  await keys.choose('stripe.com', 'stripe.com');
  await keys.press(/^Look up/);
  await keys.press('Add to list');
  await keys.panel().getByRole('combobox', { name: 'List' }).selectOption('New list');
  await keys.panel().getByLabel('Name of the new list').fill('Payments');
  await keys.press('Add stripe.com · free');
  await keys.says('The list is created. 1 added.');
  expect(await page.violations()).toEqual([]);
  await keys.press('Check for changes');
  const card = page.page.getByRole('region', { name: 'Check for changes' });
  await expectSoon(() => card.getByLabel('Company', { exact: true }).inputValue(), 'stripe.com');
  await expectSoon(() => page.focused(), 'Check for changes');
  await page.openTab('Lists');
  await page.page.getByRole('button', { name: /^Payments/ }).waitFor();
  expect(await served.charged()).toBe(1);
});

it('has examples to click where nothing is open yet', async () => {
  await keys.press('Who uses Shopify?');
  await keys.heading('Companies using Shopify');
  expect(await served.charged()).toBe(0);
});
