import { BulkPage, type BulkPageOptions, companies } from './bulk-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';

const served = serveWorkbook();
let page: BulkPage;

beforeEach(() => served.control('reset', {}));
afterEach(async () => {
  expect(page.errors).toEqual([]);
  await page.close();
});

async function open(cells: readonly (readonly string[])[], options: BulkPageOptions = {}): Promise<void> {
  page = await BulkPage.open(served.browser, served.origin, cells, options);
}

const column = async (index: number): Promise<readonly unknown[]> =>
  (await page.values()).map((row) => row[index] ?? '');

it('reads the selection, tells the price, fills columns, draws a picture, and takes it all back', async () => {
  await open([
    ['Website', 'Owner'],
    ['stripe.com', 'Ada'],
    ['figma.com', 'Bob'],
    ['', 'Cleo'],
    ['n/a', 'Dan'],
  ]);
  await page.says('Leads › A Website · 4 rows');
  await page.button('Stack').click();
  await page.says('Up to 2 credits');
  expect(page.requests).toEqual([]);
  await page.button('Enrich 2 rows').click();
  await page.says('Done: Leads, 2 rows');
  await page.says(/Credits used: 2 \(limit 2\)/);
  expect((await column(2)).map((value) => String(value) !== '')).toEqual([true, true, true, false, false]);
  expect(await column(1)).toEqual(['Owner', 'Ada', 'Bob', 'Cleo', 'Dan']);
  await page
    .section()
    .getByRole('list', { name: 'Most common in Technologies' })
    .getByRole('listitem')
    .first()
    .waitFor();
  await page.button('Add Overview sheet').click();
  await page.says(/The sheet “Overview” is added\. There is no chart/);
  await page.button('Undo enrichment').click();
  await page.says('Undone: 6 cells are as before.');
  expect(await column(2)).toEqual(['', '', '', '', '']);
});

it('overwrites only after a tick, and leaves alone at the undo what was edited since', async () => {
  await open([
    ['Website', 'Company'],
    ['stripe.com', 'old'],
    ['figma.com', 'older'],
  ]);
  await page.button('Profile').click();
  await page.choose(/Columns with the same titles/);
  await page.says('2 cells skipped: the cell is not empty');
  await page.section().getByLabel('Overwrite them').check();
  await page.button(/^Enrich/).waitFor({ state: 'detached' });
  await page
    .section()
    .getByLabel(/Yes, replace these values/)
    .check();
  await page.button('Enrich 2 rows').click();
  await page.says('Done: Leads, 2 rows');
  expect(await column(1)).toEqual(['Company', 'Stripe', 'Figma']);
  await page.do("host.grid.at(1, 1).value = 'mine'");
  await page.button('Undo enrichment').click();
  await page.says('1 cell was edited since and stays as it is.');
  expect(await column(1)).toEqual(['Company', 'mine', 'older']);
});

it('pauses, is there when the panel is opened again, and goes on', async () => {
  await open(companies(1_100));
  const goOn = await page.holdWrites();
  await page.button('Profile').click();
  await page.button('Enrich 1,100 rows').click();
  await page.button('Pause').click();
  await goOn();
  await page.says('Paused: Leads, 1,100 rows');
  await page.do('host.delayMs = 20; reopen()');
  await page.button('Pause').waitFor({ state: 'detached' });
  await page.says('Paused: Leads, 1,100 rows');
  await page.do('host.delayMs = 0');
  await page.button('Resume').click();
  await page.says('Done: Leads, 1,100 rows');
  expect((await column(1)).filter((value) => value === '')).toEqual([]);
  expect(page.requests).toHaveLength(11);
});

it.each([
  ['Pause', 'Pausing after these rows…', /^Paused: /],
  ['Stop', 'Stopping after these rows…', /^Stopped: /],
] as const)('%s turns both buttons off, since the run is to end: “%s”', async (name, ending, ended) => {
  await open(companies(1_100));
  const goOn = await page.holdWrites();
  const areOff = (): Promise<readonly (string | null)[]> =>
    Promise.all(['Pause', 'Stop'].map((each) => page.button(each).getAttribute('aria-disabled')));
  await page.button('Profile').click();
  await page.button('Enrich 1,100 rows').click();
  expect(await areOff()).toEqual(['false', 'false']);
  await page.button(name).click();
  await page.says(ending);
  expect(await areOff()).toEqual(['true', 'true']);
  await goOn();
  await page.says(ended);
});

it('Undo enrichment is not where Pause and Stop were a moment before', async () => {
  await open(companies(12));
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.page.route('**/v1/companies/batch', async (route) => {
    await held;
    await route.continue();
  });
  await page.button('Profile').click();
  await page.button('Enrich 12 rows').click();
  const [pause, stop] = [await page.button('Pause').boundingBox(), await page.button('Stop').boundingBox()];
  answer();
  await page.says(/^Done/);
  const undo = (await page.button('Undo enrichment').boundingBox())!;
  expect(undo.x).toBeGreaterThan(pause!.x + pause!.width);
  expect(undo.x).toBeGreaterThan(stop!.x + stop!.width);
});

it('keeps the companies in view, and selects those that are filled next once it is asked to', async () => {
  await open(companies(3_100));
  const goOn = await page.holdWrites(1);
  await page.button('Profile').click();
  await page.button('Enrich 3,100 rows').click();
  await page.says(/rows a minute/);
  await page.says(/ of up to 3,100$/);
  await expectSoon(() => page.do('host.shown.join()'), 'sheet-1 0 0');
  await page.section().getByLabel('Show rows in the sheet as they are filled').check();
  await goOn();
  await page.says('Done: Leads, 3,100 rows');
  const read = (): Promise<unknown> => page.do('host.shown.slice(1).map((cells) => cells.split(/[ ,]/)[1])');
  await expectSoon(async () => ((await read()) as string[]).at(-1), '3001');
  const shown = ((await read()) as string[]).map(Number);
  expect(shown).toEqual([...shown].sort((one, other) => one - other));
  expect(await page.do('new Set(host.shown.map((cells) => cells.split(" ")[2])).size')).toBe(1);
});

it('marks the cells that are filled next where the host can, and no others afterwards', async () => {
  await open(companies(3));
  await page.do('window.marks = []; host.showUnderWay = (cells) => marks.push(cells && [cells.rows, cells.targets])');
  await page.button('Stack').click();
  await page.button('Enrich 3 rows').click();
  await page.says(/^Done/);
  expect(await page.do('marks')).toEqual([
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    null,
  ]);
});

it('begins nothing where the sheet has changed since the price was told', async () => {
  await open(companies(3));
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').waitFor();
  await page.do("host.grid.at(2, 1).value = 'mine'");
  await page.button('Enrich 3 rows').click();
  await page.says('The sheet has changed. Check the plan, then start.');
  expect(page.requests).toEqual([]);
});

it('offers the domains of a few names among domains, and nothing for notes', async () => {
  await open([
    ['Website', 'Notes'],
    ['company-1.example', 'Asked for a demo.'],
    ['company-2.example', 'Met at the fair in May, wants a price for ten seats'],
    ['https://www.company-3.example/x', ''],
    ['Stripe, Inc.', ''],
    ['Figma', 'hot'],
  ]);
  await page.says('Leads › A Website · 5 rows');
  expect(await page.section().getByLabel('Column of companies').count()).toBe(0);
  await page.button('Find domains (2 names)').click();
  await page.button('Find domains of 2 names').click();
  await page.button('Confirm the 2 exact names').click();
  await page.button('Write 2 domains').click();
  await page.says('5 domains are written.');
  expect(await column(2)).toEqual([
    ...['Domain', 'company-1.example', 'company-2.example', 'company-3.example', 'stripe.com', 'figma.com'],
  ]);
  await page.button('Keep and enrich these domains').click();
  await page.says('Leads › C Domain · 5 rows');
});

it('offers no paid work for a column of job titles', async () => {
  await open([['Title'], ['VP Sales'], ['Head of Ops'], ['CEO']]);
  await page.says('“Title” is not a column of companies. Select a column of domains.');
  expect(await page.button(/^(Find domains|Profile)/).count()).toBe(0);
});

it('finds domains of names at a price, and writes those that are confirmed', async () => {
  await open([['Company name'], ['Stripe, Inc.'], ['Figma'], ['Nobody Knows Ltd.']]);
  await page.says('Up to 9 credits: up to 3 companies for each name.');
  await page.button('Find domains of 3 names').click();
  await page.says(/The search cost/);
  expect(await column(1)).toEqual(['', '', '', '']);
  await page.button('Confirm the 2 exact names').click();
  await page.button('Write 2 domains').click();
  await page.says('2 domains are written.');
  await page.button('Keep and enrich these domains').click();
  await page.says('Leads › B Domain · 3 rows');
  expect(await column(1)).toEqual(['Domain', 'stripe.com', 'figma.com', '']);
});

it('removes the columns of a preset that is pressed again', async () => {
  await open(companies(2));
  await page.button('Stack').click();
  await page.button('Profile').click();
  await page.button('Stack').click();
  await page
    .section()
    .getByLabel(/^Founded, column 5 of 5/)
    .waitFor();
  expect([
    await page.button('Stack').getAttribute('aria-pressed'),
    await page.button('Profile').getAttribute('aria-pressed'),
  ]).toEqual(['false', 'true']);
});

it('tells of each column where it will stand and what it adds to the price', async () => {
  await open([
    ['Website', 'Headcount'],
    ['company-1.example', ''],
    ['company-2.example', ''],
  ]);
  await page.button('Fill from titles').click();
  await page.button('Partners').click();
  const texts = (): Promise<readonly string[]> =>
    page.section().getByRole('list', { name: 'Columns to add' }).locator('.place').allInnerTexts();
  await expectSoon(texts, [
    'fills B Headcount\n1 credit a company',
    'C new\nup to 3 credits a company',
    'D new\nincluded',
  ]);
});

it('keeps own presets, and orders columns by keys alone', async () => {
  await open(companies(2));
  await page.button('Stack').click();
  const first = page.section().getByLabel(/^Technologies, column 1 of 3/);
  await first.focus();
  await first.press('Alt+ArrowDown');
  await page
    .section()
    .getByLabel(/^Technologies, column 2 of 3/)
    .waitFor();
  await page.section().getByText('Save or delete presets').click();
  await page.section().getByLabel('Save these columns as').fill('Mine');
  await page.section().getByLabel('Save these columns as').press('Enter');
  await page.says('Mine is saved.');
  await page.do('reopen()');
  await page.button('Mine').click();
  await page
    .section()
    .getByLabel(/^Tech categories, column 1 of 3/)
    .waitFor();
});

it('says what it cannot read, and shows the cells that name no company', async () => {
  await open([['Website'], ['stripe.com'], ['n/a']]);
  await page.section().getByRole('button', { name: '1 skipped' }).click();
  await page.section().getByText('1 row without a usable domain').click();
  await page.button('A3').click();
  await expectSoon(() => page.do('host.shown'), ['sheet-1 2 0']);
  await page.do('host.select(null)');
  await page.says('The selected cells are empty. Trace still uses this column.');
});

it('says how much is saved when the user asks', async () => {
  await open(companies(3));
  const section = page.page.getByRole('region', { name: 'Saved answers' });
  await page.do(`{
    const read = host.cacheSize;
    const told = new Promise((tell) => (window.tell = tell));
    host.cacheSize = () => told.then(() => read.call(host));
  }`);
  await page.openTab('Settings');
  const placeOf = (): Promise<unknown> => section.getByRole('button', { name: 'Clear saved answers' }).boundingBox();
  const before = await placeOf();
  await page.do('tell()');
  await section.getByText(/^0 answers/).waitFor();
  // A click would miss a button that moves at that moment.
  expect(await placeOf()).toEqual(before);
  await page.openTab('Enrich');
  await page.button('Profile').click();
  await page.button('Enrich 3 rows').click();
  await page.says('Done: Leads, 3 rows');
  await page.openTab('Settings');
  await section.getByText(/^3 answers/).waitFor();
});

it('says that a record is damaged, and keeps the sheet', async () => {
  await open(companies(2));
  await page.do("host.grid.record = [['{']]; reopen()");
  await page.says(/^The record of this enrichment is damaged/);
  await page.button('Discard').click();
  await page.says(/Leads › A/);
});

it('is as narrow as Google shows it, and axe finds nothing, before, while and after', async () => {
  await open(companies(40));
  await page.button('Stack').click();
  await page.button('Enrich 40 rows').waitFor();
  const found = [await page.scrollWidth(), ...(await page.violations())];
  await page.do('host.delayMs = 300');
  await page.button('Enrich 40 rows').click();
  await page.button('Pause').waitFor();
  found.push(...(await page.violations()));
  await page.do('host.delayMs = 0');
  await page.says('Done: Leads, 40 rows');
  found.push(await page.scrollWidth(), ...(await page.violations()));
  expect(found).toEqual([300, 300]);
});
