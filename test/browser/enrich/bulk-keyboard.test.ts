import { BulkPage, companies } from './bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

async function open(cells: readonly (readonly string[])[]): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, cells);
}

/** What is read out of the part of the page that fills columns, in the order of the page. */
const news = (): Promise<readonly string[]> =>
  page.section().locator('[role=status], [role=alert]').filter({ hasText: /\S/ }).allTextContents();

it('goes through the list of columns by keys without adding any, and adds the one that is confirmed', async () => {
  await open(companies(2));
  const field = page.section().getByRole('combobox', { name: 'Add a column' });
  await field.focus();
  for (let step = 0; step < 3; step += 1) await field.press('ArrowDown');
  expect(await page.section().getByRole('list', { name: 'Columns to add' }).getByRole('listitem').count()).toBe(0);
  await field.pressSequentially('indu');
  await field.press('Enter');
  await page
    .section()
    .getByLabel(/^Industry, column 1 of 1/)
    .waitFor();
  await expectSoon(
    () => Promise.all([page.focused(), field.inputValue(), news()]),
    ['Add a column', '', expect.arrayContaining(['Industry is added.'])],
  );
});

it('closes the list by Escape, goes around its ends, and says which column is in the list already', async () => {
  await open(companies(2));
  const field = page.section().getByRole('combobox', { name: 'Add a column' });
  const marked = page.section().getByRole('option', { selected: true });
  await field.focus();
  await field.press('ArrowUp');
  await expectSoon(() => marked.textContent(), 'Status: found, not tracked, skipped or failed free');
  await field.press('ArrowDown');
  await expectSoon(() => marked.textContent(), 'Company +1 credit a company');
  expect(await page.violations()).toEqual([]);
  await field.press('Enter');
  await field.fill('company');
  await expectSoon(() => marked.textContent(), 'Company added');
  await field.press('Enter');
  await page.says('Company is already in the list.');
  await field.fill('compan');
  await field.press('Escape');
  await expectSoon(() => Promise.all([field.getAttribute('aria-expanded'), field.inputValue()]), ['false', 'compan']);
  await field.press('Escape');
  await expectSoon(() => field.inputValue(), '');
});

it('marks the next choice where the arrow key comes before the frame that shows the last letter', async () => {
  await open(companies(2));
  const field = page.section().getByRole('combobox', { name: 'Add a column' });
  await field.focus();
  await page.do(`(async () => {
    const field = document.activeElement;
    field.value = 'partner';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    // The page is rendered, and no frame has been drawn.
    for (let turn = 0; turn < 5; turn += 1) await null;
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  })()`);
  const second = await page.section().getByRole('option').nth(1).getAttribute('id');
  await expectSoon(() => field.getAttribute('aria-activedescendant'), second);
});

it('offers the types of partners, and asks for a word elsewhere', async () => {
  await open(companies(2));
  const field = page.section().getByRole('combobox', { name: 'Add a column' });
  await field.fill('partner count of one type');
  await field.press('Enter');
  await page.section().getByRole('option', { name: 'channel' }).click();
  await field.fill('technology count of one');
  await field.press('Enter');
  await expectSoon(() => page.focused(), 'Category');
  const word = page.section().getByRole('combobox', { name: 'Category' });
  await word.fill('Payments');
  await word.press('Enter');
  const titles = page.section().getByRole('list', { name: 'Columns to add' }).locator('[data-title]');
  await expectSoon(
    async () => Promise.all((await titles.all()).map((title) => title.inputValue())),
    ['Partner count: channel', 'Technology count: Payments'],
  );
});

it('gives a column a title of a person’s own, which no other column has, and fills it under that', async () => {
  await open(companies(2));
  await page.button('Profile').click();
  const title = page.section().getByLabel(/^Employees, column 3 of 5/);
  await title.fill('industry');
  await title.press('Enter');
  await page.says('Another column is already called industry.');
  await expectSoon(() => title.inputValue(), 'Employees');
  await title.fill('  =Staff  ');
  await title.press('Enter');
  await page.says('Employees is now called =Staff.');
  await expectSoon(() => page.focused(), expect.stringMatching(/^=Staff, column 3 of 5/));
  expect(await page.violations()).toEqual([]);
  await page.button('Enrich 2 rows').click();
  await page.says(/^Done/);
  expect((await page.values())[0]).toEqual(['Website', 'Company', 'Industry', '=Staff', 'Country', 'Founded']);
  await page.button('Undo enrichment').click();
  await page.says(/^Undone/);
  expect((await page.values())[0]?.slice(1).filter((value) => value !== '')).toEqual([]);
});

it('keeps a title that is being typed while the price comes', async () => {
  await open(companies(2));
  await page.button('Profile').click();
  const title = page.section().getByLabel(/^Employees, column 3 of 5/);
  await title.fill('Staff');
  await page.section().getByRole('group', { name: 'Price and start' }).waitFor();
  expect(await title.inputValue()).toBe('Staff');
});

it('keeps the focus where a button is off for a moment', async () => {
  await open(companies(5));
  await page.says(/Leads › A/);
  const press = async (name: string | RegExp, then: string | RegExp, focused: unknown): Promise<void> => {
    await page.button(name).focus();
    await page.button(name).press('Enter');
    await page.says(then);
    await expectSoon(() => page.focused(), focused);
  };
  await page.do('host.followsOnReturn = true; reopen()');
  await page.says(/Leads › A/);
  await page.do('host.delayMs = 2_000');
  await press('Read selection', 'Reading the selection…', 'Read selection');
  await page.do('host.delayMs = 20');
  await page.section().getByText('Reading the selection…').waitFor({ state: 'detached' });
  await page.button('Stack').click();
  await press(/^Preview 3 rows/, /The preview cost/, 'Enrich a column');
  await press('Clear preview', /^Undone/, 'Enrich a column');
  await press(/^Preview 3 rows/, /The preview cost/, 'Enrich a column');
  await press('Go on', /^Done/, 'Enrich a column');
  await press('Add Overview sheet', /^The sheet “Overview” is added/, 'Add Overview sheet');
  await page.do('host.grid.rows.splice(1, 1)');
  await press('Undo enrichment', /^Undone/, 'Enrich a column');
});

it('gives the focus to what comes in place of a button that goes', async () => {
  await open([['Company name'], ['Stripe, Inc.'], ['Figma Ltd.']]);
  const press = async (name: string, then: string | RegExp, focused: unknown): Promise<void> => {
    await page.button(name).focus();
    await page.button(name).press('Enter');
    await page.says(then);
    await expectSoon(() => page.focused(), focused);
  };
  const found = expect.stringMatching(/^The search cost/) as unknown;
  await press('Find domains of 2 names', /^The search cost/, found);
  await press('Confirm the 2 exact names', /^The search cost/, 'Confirm the 2 exact names');
  await press('Write 2 domains', '2 domains are written.', '2 domains are written.');
  await press('Undo', /^2 domains are removed/, found);
  await press('Write 0 domains', /^The search cost/, 'Write 0 domains');
});

it('goes back to the button that asked when a question is taken back', async () => {
  await open(companies(1_100));
  // The run waits until it is stopped.
  const goOn = await page.holdWrites();
  await page.button('Profile').click();
  await page.button('Enrich 1,100 rows').click();
  await page.button('Stop').click();
  await goOn();
  await page.says(/^Stopped/);
  await page.button('Discard').click();
  await page.button('Cancel').press('Enter');
  await expectSoon(() => page.focused(), 'Discard');
  await page.openTab('Settings');
  const stored = page.page.getByRole('region', { name: 'Saved answers' });
  await stored.getByRole('button', { name: 'Clear saved answers' }).click();
  await stored.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expectSoon(() => page.focused(), 'Clear saved answers');
});

it('reads out the price, each tenth of the run, and its end', async () => {
  await open(companies(1_500));
  await page.do(`
    window.read = new Set();
    new MutationObserver(() => {
      for (const each of document.querySelectorAll('[role=status]')) window.read.add(each.textContent);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });`);
  // Nothing is read out of what is over before the next render.
  await page.do('host.delayMs = 20');
  await page.button('Profile').click();
  await page.button('Enrich 1,500 rows').click();
  await page.says(/^Done/);
  const read = (): Promise<readonly string[]> => page.do('[...window.read]') as Promise<readonly string[]>;
  await expectSoon(
    read,
    expect.arrayContaining([
      '1,500 rows to fill. Up to 1,500 credits.',
      expect.stringMatching(/^\d0% of 1,500 rows are done\.$/),
      expect.stringMatching(/^Done: Leads, 1,500 rows\..* Found 1,500 of 1,500 rows\./),
    ]),
  );
  expect((await read()).filter((text) => /% of/.test(text)).length).toBeLessThanOrEqual(10);
});

it('keeps a title that is typed as soon as its column is there', async () => {
  await open(companies(2));
  await page.button('Profile').waitFor();
  await page.page.clock.install();
  await page.do(`(async () => {
    const field = () => document.querySelectorAll('[data-title]')[2];
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Profile')).click();
    while (field() === undefined) await Promise.resolve();
    field().value = 'Staff';
    field().dispatchEvent(new Event('input', { bubbles: true }));
  })()`);
  await page.page.clock.runFor(300);
  expect(
    await page
      .section()
      .getByLabel(/, column 3 of 5/)
      .inputValue(),
  ).toBe('Staff');
});
