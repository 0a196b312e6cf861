import type { Locator } from 'playwright-core';
import type { BulkPage } from '../enrich/bulk-page';
import { expectSoon } from '../expect-soon';
import type { ExploreKeys } from './explore-keys';
import { openExplore, selectCell } from './open-explore';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;
let keys: ExploreKeys;
const FOUND = ['Technologies', 'Vendors'];

beforeEach(async () => {
  ({ page, keys } = await openExplore(served));
});
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

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
  await selectCell(page, 1, 3);
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
  await selectCell(page, 2, 0);
  await keys.openTab();
  await keys.choose('shopify.com', 'shopify.com');
  await keys.heading('shopify.com');
  await keys.press('Back to stripe.com');
  await keys.heading('Technologies (20)');
  expect({ requests: page.requests.length, charged: await served.charged() }).toEqual({ requests: sent, charged: 1 });
});

it('shows the companies of a technology once, when the catalog has answered: what was typed before would be lost', async () => {
  await page.page.evaluate(`
    window.seen = [];
    new MutationObserver(() => {
      const isThere = document.getElementById('explore-technology-country') !== null;
      if (isThere !== (seen.at(-1) ?? false)) seen.push(isThere);
    }).observe(document.body, { childList: true, subtree: true });
  `);
  await keys.choose('Shopify', /^Shopify$/, FOUND);
  await keys.says(/^Show \d+ companies/);
  expect(await page.page.evaluate('seen')).toEqual([true]);
});

it('Enter takes the option that an arrow key has marked, wherever names that the catalog finds have moved it', async () => {
  let answer = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (answer = resolve));
  await page.page.route('**/v1/technologies?*', (route) => isAsked.then(() => route.continue()));
  await keys.box().fill('sh');
  await keys.panel().getByRole('option', { name: 'shopify.com' }).waitFor();
  await page.page.keyboard.press('ArrowDown');
  await page.page.keyboard.press('ArrowUp');
  await keys.panel().getByRole('option', { name: 'shopify.com', selected: true }).waitFor();
  answer();
  await keys.panel().getByRole('group', { name: 'Technologies' }).waitFor();
  await page.page.keyboard.press('Enter');
  await keys.heading('shopify.com');
});

it('offers companies of the selected column, and countries of saved answers, for nothing', async () => {
  await keys.typeAndChoose('stri', 'stripe.com', FOUND);
  await keys.press(/^Look up/);
  await keys.says(/Free until/);
  const asked = page.requests.filter((request) => !request.includes('/technologies'));
  await keys.choose('Shopify', /^Shopify$/, FOUND);
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
