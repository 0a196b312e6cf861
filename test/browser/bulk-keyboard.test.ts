import { BulkPage } from './bulk-page';
import { serveWorkbook } from './served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

const companies = (count: number): readonly (readonly string[])[] => [
  ['Website'],
  ...Array.from({ length: count }, (_company, index) => [`company-${index + 1}.example`]),
];

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
  expect([await page.focused(), await field.inputValue(), await news()]).toEqual([
    'Add a column',
    '',
    expect.arrayContaining(['Industry is added.']),
  ]);
});

it('closes the list by Escape, goes around its ends, and says which column is in the list already', async () => {
  await open(companies(2));
  const field = page.section().getByRole('combobox', { name: 'Add a column' });
  const marked = page.section().getByRole('option', { selected: true });
  await field.focus();
  await field.press('ArrowUp');
  expect(await marked.textContent()).toBe('Status: found, not tracked, skipped or failed');
  await field.press('ArrowDown');
  expect([await marked.textContent(), await page.violations()]).toEqual(['Company', []]);
  await field.press('Enter');
  await field.fill('company');
  expect(await marked.textContent()).toBe('Companyadded');
  await field.press('Enter');
  await page.says('Company is already in the list.');
  await field.fill('compan');
  await field.press('Escape');
  expect([await field.getAttribute('aria-expanded'), await field.inputValue()]).toEqual(['false', 'compan']);
  await field.press('Escape');
  expect(await field.inputValue()).toBe('');
});

it('offers the types of partners, and asks for a word elsewhere', async () => {
  await open(companies(2));
  const field = page.section().getByRole('combobox', { name: 'Add a column' });
  await field.fill('partner count of one type');
  await field.press('Enter');
  await page.section().getByRole('option', { name: 'channel' }).click();
  await field.fill('technology count of one');
  await field.press('Enter');
  expect(await page.focused()).toBe('Category');
  await page.section().getByLabel('Category').fill('Payments');
  await page.section().getByLabel('Category').press('Enter');
  const titles = page.section().getByRole('list', { name: 'Columns to add' }).locator('[data-title]');
  await titles.nth(1).waitFor();
  expect([await titles.nth(0).inputValue(), await titles.nth(1).inputValue()]).toEqual([
    'Partner count: channel',
    'Technology count: Payments',
  ]);
});

it('gives a column a title of a person’s own, which no other column has, and fills it under that', async () => {
  await open(companies(2));
  await page.button('Profile').click();
  const title = page.section().getByLabel(/^Employees, column 3 of 5/);
  await title.fill('industry');
  await title.press('Enter');
  await page.says('Another column is already called industry.');
  expect(await title.inputValue()).toBe('Employees');
  await title.fill('  =Staff  ');
  await title.press('Enter');
  await page.says('Employees is now called =Staff.');
  expect([await page.focused(), await page.violations()]).toEqual([
    expect.stringMatching(/^=Staff, column 3 of 5/),
    [],
  ]);
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
  const kept: string[] = [];
  const press = async (name: string | RegExp, then: string | RegExp): Promise<void> => {
    await page.button(name).focus();
    await page.button(name).press('Enter');
    await page.says(then);
    kept.push(await page.focused());
  };
  await page.do('host.delayMs = 2_000');
  await press('Read selection', 'Reading the selection…');
  await page.do('host.delayMs = 100');
  await page.section().getByText('Reading the selection…').waitFor({ state: 'detached' });
  await page.button('Stack').click();
  await press(/^Preview 3 rows/, /The preview cost/);
  await press('Enrich 5 rows', /^Done/);
  await press('Insert summary sheet', /^The sheet “Trace Leads” is added/);
  await page.do('host.grid.rows.splice(1, 1)');
  await press('Undo enrichment', /^Undone/);
  expect(kept).toEqual([
    'Read selection',
    expect.stringMatching(/^Preview 3 rows/),
    'Enrich a column',
    'Insert summary sheet',
    'Enrich a column',
  ]);
});

it('gives the focus to what comes in place of a button that goes', async () => {
  await open([['Company name'], ['Stripe, Inc.'], ['Figma Ltd.']]);
  const kept: string[] = [];
  const press = async (name: string, then: string | RegExp): Promise<void> => {
    await page.button(name).focus();
    await page.button(name).press('Enter');
    await page.says(then);
    kept.push(await page.focused());
  };
  await press('Find domains of 2 names', /^The search cost/);
  await press('Confirm the 2 exact names', /^The search cost/);
  await press('Write 2 domains', '2 domains are written.');
  await press('Undo', /^2 domains are removed/);
  await press('Write 0 domains', /^The search cost/);
  expect(kept).toEqual([
    expect.stringMatching(/^The search cost/),
    'Confirm the 2 exact names',
    '2 domains are written.',
    expect.stringMatching(/^The search cost/),
    'Write 0 domains',
  ]);
});

it('goes back to the button that asked when a question is taken back', async () => {
  await open(companies(400));
  await page.do('host.delayMs = 60');
  await page.button('Profile').click();
  await page.button('Enrich 400 rows').click();
  await page.button('Stop').click();
  await page.says(/^Stopped/);
  await page.button('Discard').click();
  await page.button('Cancel').press('Enter');
  expect(await page.focused()).toBe('Discard');
  await page.openTab('Settings');
  const stored = page.page.getByRole('region', { name: 'Saved answers' });
  await stored.getByRole('button', { name: 'Clear saved answers' }).click();
  await stored.getByRole('button', { name: 'Cancel' }).press('Enter');
  expect(await page.focused()).toBe('Clear saved answers');
});

it('reads out the price, each tenth of the run, and its end', async () => {
  await open(companies(1_500));
  await page.do(`
    window.read = new Set();
    new MutationObserver(() => {
      for (const each of document.querySelectorAll('[role=status]')) window.read.add(each.textContent);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });`);
  await page.button('Profile').click();
  await page.button('Enrich 1,500 rows').click();
  await page.says(/^Done/);
  const read = (await page.do('[...window.read]')) as readonly string[];
  expect(read).toEqual(
    expect.arrayContaining([
      '1,500 rows to fill. Up to 1,500 credits.',
      expect.stringMatching(/^\d0% of 1,500 rows are done\.$/),
      expect.stringMatching(/^Done: Leads, 1,500 rows\..* Found: 1,500\./),
    ]),
  );
  expect(read.filter((text) => /% of/.test(text)).length).toBeLessThanOrEqual(10);
});
