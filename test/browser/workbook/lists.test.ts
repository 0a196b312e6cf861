import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { expectSoon } from '../expect-soon';
import { openTab } from '../panel/panel-tabs';
import { serveWorkbook } from '../served-workbook';
import { serveLargeList } from './large-list';
import { formulaOf, openLeads, selectCells, valuesOf } from './port-page';
import type { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
/** Answers nothing: the driver would copy the whole sheet. */
const SHOW_FIRST_SHEET = 'void univerAPI.getActiveWorkbook().getSheets()[0].activate()';
let workbook: WorkbookPage;

/** One page for all: each begins with the lists that the service has at first. */
beforeAll(async () => {
  workbook = await openLeads(await served.browser.newContext({ acceptDownloads: true }), served.origin, 20);
});
beforeEach(() => served.control('reset', {}));
afterAll(() => workbook.close());

const tab = (): Locator => workbook.page.getByRole('tabpanel', { name: 'Lists' });
const button = (name: string | RegExp): Locator => tab().getByRole('button', { name, exact: typeof name === 'string' });
const press = (name: string | RegExp): Promise<void> => button(name).press('Enter');
/** By the keyboard: the menu's button, then the item. */
async function choose(menu: string, item: string | RegExp): Promise<void> {
  await press(menu);
  await expectSoon(focused, 'Values · free');
  const found = tab().getByRole('menuitem', { name: item });
  for (let step = 0; step < 3 && (await focused()) !== (await found.textContent()); step += 1) {
    await workbook.page.keyboard.press('ArrowDown');
  }
  await workbook.page.keyboard.press('Enter');
}
const says = (text: string | RegExp): Promise<void> => tab().getByText(text).first().waitFor();
const focused = (): Promise<string> => workbook.page.evaluate('document.activeElement.textContent');

/** What scrolls within the tab. */
const scrollingParts = (): Promise<unknown> =>
  workbook.page.evaluate(`[...document.querySelectorAll('#panel-lists *')]
    .filter((part) => part.scrollHeight > part.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(part).overflowY))
    .map(({ className }) => className)`);

/** By the keys alone: the tabs are reached by arrows, and what is chosen gets the focus. */
async function openLists(): Promise<void> {
  await openTab(workbook.page, 'Enrich');
  await workbook.page.getByRole('tab', { name: 'Enrich' }).focus();
  await workbook.page.keyboard.press('ArrowRight');
  await workbook.page.getByRole('tab', { name: 'Explore', selected: true }).waitFor();
  await workbook.page.keyboard.press('ArrowRight');
  await leaveTestBefore();
  await says('Picked by hand');
}

/** Asks for the lists again, which the panel does where a list is left. */
async function leaveTestBefore(): Promise<void> {
  const anyList = button(/Large accounts/);
  await anyList.or(button('All lists')).waitFor();
  if (await anyList.isVisible()) await anyList.press('Enter');
  // What comes later would change the page under the hands of the test.
  const answered = workbook.page.waitForResponse(/\/v1\/lists(\?.*)?$/);
  await press('All lists');
  await answered;
}

/** The first one: the lists were not read yet. */
it('lists that could not be loaded are told, with a button that loads them', async () => {
  await served.control('faults', { fault: 'bad-gateway', times: null, operation: 'lists.index' });
  await openTab(workbook.page, 'Lists');
  await button('Retry').waitFor({ timeout: 60_000 });
  await served.control('reset', {});
  await press('Retry');
  await says('Picked by hand');
});

it('a list is found, read, inserted as values and as a formula, and exported, for what the button said', async () => {
  await openLists();
  await tab().getByRole('searchbox', { name: 'Search lists' }).fill('hand');
  await says('1 list');
  await press(/Picked by hand/);
  await expectSoon(focused, 'Picked by hand');
  await says('No conditions: companies are added to this list by hand.');
  expect(await served.charged()).toBe(0);
  await press('Read 3 companies · up to 3 credits');
  await says('All 3 companies · 3 credits used');
  expect(await served.charged()).toBe(3);
  await selectCells(workbook, 'A2');
  await choose('Bring 3 into sheet', 'Values · free');
  await says('The table of 3 companies is inserted at Picked by hand!A1.');
  expect((await valuesOf(workbook, 'A1:D4'))[0]).toEqual(['Domain', 'Name', 'Tier', 'Score']);
  await workbook.page.evaluate(SHOW_FIRST_SHEET);
  await selectCells(workbook, 'C1');
  await choose('Bring 3 into sheet', 'Values · free');
  await says('The table of 3 companies is inserted at leads!C1.');
  const values = await valuesOf(workbook, 'C1:F4');
  expect(values[0]).toEqual(['Domain', 'Name', 'Tier', 'Score']);
  expect(values.slice(1).map(([domain]) => domain)).toEqual(expect.arrayContaining(['stripe.com', 'shopify.com']));
  await selectCells(workbook, 'H1');
  await choose('Bring 3 into sheet', 'Formula · up to 3 credits');
  await says('The formula is inserted at leads!H1.');
  expect(await formulaOf(workbook, 'H1')).toBe('=TRACE_LIST("lst_4","","top=3")');
  const spilled = await workbook.waitUntil('H1:J4', (cells) => cells[3]?.includes('.') === true);
  expect(spilled.slice(1).map(([domain]) => domain)).toEqual(values.slice(1).map(([domain]) => domain));
  const [download] = await Promise.all([
    workbook.page.waitForEvent('download'),
    choose('Bring 3 into sheet', 'CSV file · free'),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect({ filename: download.suggestedFilename(), lines: csv.split('\r\n').length }).toEqual({
    filename: 'Picked by hand.csv',
    lines: 5,
  });
  expect(await served.charged()).toBe(3);
  await press('All lists');
  await press(/Picked by hand/);
  await says('All 3 companies · 3 credits used');
  expect(await served.charged()).toBe(3);
});

it('a list is made of the selected column, changed, shared, renamed, and deleted once its name is typed', async () => {
  await openLists();
  await press('New list');
  const name = 'Q1, "best" שלום';
  await tab().getByLabel('Name', { exact: true }).fill(name);
  await tab().getByLabel('The selected companies').check();
  await selectCells(workbook, 'A1:A11');
  await says('10 ready');
  await press('Create list of 10 companies · free');
  await says('The list is created. 10 added.');
  await expectSoon(focused, name);
  await selectCells(workbook, 'A10:A16');
  await says('7 ready');
  await press('Add selected (7) · free');
  await says('5 added, 2 already in the list.');
  await selectCells(workbook, 'A2:A3');
  await says('2 ready');
  await press('Exclude selected…');
  await says('This takes 2 companies out of the list, for everyone it is shared with.');
  await press('Exclude 2 companies · free');
  await says('2 excluded.');
  await button('Read 13 companies · up to 13 credits').waitFor();
  await tab().getByText('Share, rename or delete').press('Enter');
  await tab().getByLabel('Email of a person in your organization').fill('ann@example.com');
  await tab().getByLabel('Access').selectOption('editor');
  await press('Share');
  await says('ann@example.com can now edit this list.');
  await tab().getByLabel('New name').fill('Best of Q1');
  await press('Rename');
  await tab().getByRole('heading', { name: 'Best of Q1' }).waitFor();
  await press('Delete this list…');
  await says('This deletes the list “Best of Q1” for everyone');
  const confirm = tab().getByLabel('Type the name of the list to confirm');
  await confirm.fill('best of');
  await confirm.press('Enter');
  expect(await button('Delete list').getAttribute('aria-disabled')).toBe('true');
  await confirm.fill('Best of Q1');
  await confirm.press('Enter');
  await says('The list “Best of Q1” is deleted.');
  await button(/Best of Q1/).waitFor({ state: 'detached' });
  expect(await served.charged()).toBe(0);
});

it('one selected cell is one company; its column is a button of its own; each change can be undone', async () => {
  await openLists();
  await press(/Picked by hand/);
  const holds = (companies: number): Promise<void> =>
    tab()
      .locator('option', { hasText: `All tiers · ${companies}` })
      .waitFor({ state: 'attached' });
  await selectCells(workbook, 'A5');
  await says('One cell is selected: row 5, company-4.example.');
  await press('Add selected (1) · free');
  await says('1 added.');
  await holds(4);
  await press('Add all 20 · free');
  await says('18 added, 2 already in the list.');
  await holds(22);
  await press('Undo');
  await says('Undone: 18 excluded. They stay out of the list until you add them again.');
  await holds(4);
  // The focus moves a frame later, and would take it from the next button.
  const hasFocus = (id: string): Promise<void> => tab().locator(`#${id}:focus`).waitFor();
  await press('Exclude selected…');
  await hasFocus('exclude-question');
  await press('Cancel');
  await hasFocus('domains-title');
  expect(await button('Undo').count()).toBe(0);
  await press('Exclude selected…');
  await hasFocus('exclude-question');
  await press('Exclude company-4.example · free');
  await hasFocus('domains-title');
  await says('1 excluded.');
  await holds(3);
  await press('Undo');
  await says('Undone: 1 added.');
  await holds(4);
  await selectCells(workbook, 'A1');
  await says('One cell is selected. Row 1 names no company.');
  expect(await served.charged()).toBe(0);
});

it('a list of those that use a technology is made from what the catalogue offers', async () => {
  await openLists();
  await press('New list');
  await tab().getByLabel('Name', { exact: true }).fill('Shopify users');
  await tab().getByLabel('Companies that use a technology').check();
  const field = tab().getByRole('combobox', { name: 'Technology' });
  await field.fill('shopi');
  await tab().getByRole('option', { name: 'Shopify', exact: true }).waitFor();
  await field.press('Enter');
  await expectSoon(() => field.inputValue(), 'shopify');
  await press('Create list · free');
  await says('The list is created.');
  await says('Technology includes shopify');
  expect(await served.charged()).toBe(0);
});

it('a definition is edited with its count beside it, and replaced only after a word, also of what others changed', async () => {
  await openLists();
  await press(/Shopify users in the US/);
  await press('Edit conditions');
  await says(/^51 companies match\. Counting is free\.$/);
  await press('Add condition to the list');
  await says('A condition has no value yet.');
  await tab().getByLabel('Field of condition 3').selectOption('employee_count');
  await tab().getByLabel('Operator of condition 3').selectOption('greater_than');
  await tab().getByLabel('Value of condition 3').fill('1000');
  await says(/^\d+ compan(y matches|ies match)\. Counting is free\.$/);
  await served.elsewhere('PUT', '/lists/lst_1/definition', {
    registry_version: '2026-11-01',
    tree: { field: 'country', operator: 'equals', value: 'Spain' },
  });
  await press('Save conditions · free');
  await says('Someone changed these conditions since you opened them. Saving replaces their version.');
  await press('Replace conditions');
  await says('The conditions are saved.');
  await says('Employee count is more than 1000');
  expect(await served.charged()).toBe(0);
});

it('a list that was deleted meanwhile is left, with a sentence', async () => {
  await openLists();
  await press(/Shopify users in the US/);
  await button('Read 50 companies · up to 50 credits').waitFor();
  // Each of them would find that the list is gone.
  await tab().getByText('Loading the conditions…').waitFor({ state: 'hidden' });
  await tab().locator('option', { hasText: 'All tiers · 51' }).waitFor({ state: 'attached' });
  await served.elsewhere('DELETE', '/lists/lst_1');
  await press('Read 50 companies · up to 50 credits');
  await says('This list was deleted, or is no longer shared with you.');
  await button(/Shopify users in the US/).waitFor({ state: 'detached' });
  expect(await served.charged()).toBe(0);
});

it('a list of 100,000 is read as far as the button says, and a definition with unknown parts goes back as it came', async () => {
  const tree = {
    op: 'and',
    children: [
      { field: 'mood', operator: 'feels_like', value: 'good', weight: 2 },
      { op: 'not', children: [{ field: 'country', operator: 'equals', value: 'Spain' }] },
      { field: 'country', operator: 'equals', value: 'Italy' },
    ],
  };
  const sent = await serveLargeList(workbook.page, tree);
  await openLists();
  await press(/Shopify users in the US/);
  await says(/a condition that this version of Trace cannot show, and keeps as it is/);
  await press('All 100,000');
  await button('Read 100,000 companies · up to 100,000 credits').waitFor();
  await tab().getByLabel('How many to read').fill('250');
  await press('Read 250 companies · up to 250 credits');
  await says('250 of 100,000 companies · 250 credits used');
  const rows = tab().getByRole('list', { name: 'Companies that were read' }).getByRole('listitem');
  expect({ rows: await rows.count(), scrolling: await scrollingParts() }).toEqual({ rows: 10, scrolling: [] });
  await press('Show 40 more');
  expect(await rows.count()).toBe(50);
  await press('Edit conditions');
  await says('Trace no longer has the field “mood”. It stays as it is unless you change it.');
  await says('Made with an earlier set of fields (2026-10-01).');
  await tab().getByLabel('Value of condition 3').fill('Portugal');
  await press('Save conditions · free');
  await press('Replace conditions');
  await says('The conditions are saved.');
  const [one, not, country] = tree.children;
  expect(sent).toEqual([
    {
      scope: 'org',
      registry_version: '2026-11-01',
      tree: { op: 'and', children: [one, not, { ...country, value: 'Portugal' }] },
    },
  ]);
});

/** The last one: the account is known to have no credits then. */
it('credits that do not reach are told where they are to be spent, and fewer companies can be read', async () => {
  await served.control('reset', { credits: 40 });
  await openLists();
  await press(/Large accounts/);
  await says('You can read this list. To change it, ask its owner for editor access.');
  await press('Read 50 companies · up to 50 credits');
  await tab().getByRole('alert').filter({ hasText: 'credits' }).waitFor();
  await tab().getByLabel('How many to read').fill('40');
  await press('Read 40 companies · up to 40 credits');
  await says('40 of 195 companies · 40 credits used');
  expect({ charged: await served.charged(), editButtons: await button('Edit conditions').count() }).toEqual({
    charged: 40,
    editButtons: 0,
  });
});
