import { expectSoon } from '../expect-soon';
import { ExploreKeys } from '../panel/explore-keys';
import { serveWorkbook } from '../served-workbook';
import { formulaOf, openLeads, selectCells, valuesOf } from './port-page';
import type { WorkbookPage } from './workbook-page';

interface OfficePage {
  readonly Office: {
    readonly context: { readonly document: { readonly settings: { saveAsync: (callback?: object) => void } } };
  };
}

const served = serveWorkbook();
let workbook: WorkbookPage;
let keys: ExploreKeys;

/** One page for all, on which each has cells and companies of its own. */
beforeAll(async () => {
  workbook = await openLeads(await served.browser.newContext(), served.origin, 3);
  keys = new ExploreKeys(workbook.page, workbook.page);
});
beforeEach(async () => {
  await served.control('reset', {});
  await keys.openTab();
});
afterAll(() => workbook.close());

/** Until the page is loaded again, each save begins this much later, as where the browser is busy. */
const saveLater = (delayMs: number): Promise<void> =>
  workbook.page.evaluate((laterMs) => {
    const { settings } = (globalThis as unknown as OfficePage).Office.context.document;
    const save = settings.saveAsync.bind(settings);
    settings.saveAsync = (callback) => void setTimeout(() => save(callback), laterMs);
  }, delayMs);

/** Answers nothing: the driver would copy the whole sheet. */
const SHOW_FIRST_SHEET = 'void univerAPI.getActiveWorkbook().getSheets()[0].activate()';

it('looks a company up for one credit, and its partners for what the button said; the formula then costs nothing', async () => {
  await keys.choose('stripe.com', 'stripe.com');
  await expectSoon(() => keys.prices(), ['Look up · 1 credit', 'Show the latest 25 · up to 25 credits']);
  expect(await served.charged()).toBe(0);
  await keys.press('Look up · 1 credit');
  await keys.heading('Technologies (20)');
  expect(await served.charged()).toBe(1);
  await expectSoon(
    () => keys.prices(),
    ['Show the latest 25 · up to 25 credits', 'Show all 58 partners · up to 58 credits'],
  );
  await keys.press(/^Show the latest 25/);
  await keys.says(/^The latest 25 of 58 · Free until/);
  expect(await served.charged()).toBe(26);
  await selectCells(workbook, 'D2');
  await keys.press('Insert 25 partners');
  await keys.says('Fills leads!D2:I27, 26 rows × 6 columns. If a cell there is filled, a sheet is added instead.');
  workbook.forgetRequests();
  await keys.press('Insert formula');
  await keys.says('The formula is inserted at leads!D2.');
  await workbook.waitUntil('D2:E3', (cells) => cells[0] === 'name' && cells[2] !== '');
  expect({
    formula: await formulaOf(workbook, 'D2'),
    requests: workbook.apiRequests(),
    charged: await served.charged(),
  }).toEqual({ formula: expect.stringMatching(/^=TRACE_PARTNERS\("stripe\.com"/), requests: [], charged: 26 });
});

it('inserts values where the cells are empty, and on a new sheet where one is not', async () => {
  await keys.choose('github.com', 'github.com');
  await keys.press(/^Look up/);
  await selectCells(workbook, 'C33');
  await keys.press('Insert facts');
  await keys.says('Fills leads!C33:M34, 2 rows × 11 columns. If a cell there is filled, a sheet is added instead.');
  await keys.press('Insert values');
  await keys.says('2 rows are inserted at leads!C33.');
  const before = await valuesOf(workbook, 'A31:N36');
  expect({ title: before[2]?.[2], name: before[3]?.[2], domain: before[3]?.[3] }).toEqual({
    title: 'name',
    name: 'GitHub',
    domain: 'github.com',
  });
  await selectCells(workbook, 'B32');
  await keys.says(/^Fills leads!B32:L33/);
  await keys.press('Insert values');
  await keys.says('2 rows are inserted at GitHub facts!A1.');
  expect((await valuesOf(workbook, 'A1:B2')).map(([first]) => first)).toEqual(['name', 'GitHub']);
  await workbook.page.evaluate(SHOW_FIRST_SHEET);
  expect(await valuesOf(workbook, 'A31:N36')).toEqual(before);
});

it('says that no company has a name, and offers nothing to insert', async () => {
  await keys.choose('Strpe', 'Companies named “Strpe”');
  await keys.press(/^Show 25 companies/);
  await keys.says('No company found. Check the spelling, or enter a domain.');
  expect(
    await keys
      .panel()
      .getByText(/^Insert/)
      .count(),
  ).toBe(0);
});

it('builds a formula over the selected column, says its price, and puts it into a blank cell only', async () => {
  await selectCells(workbook, 'A2:A4');
  const builder = new ExploreKeys(workbook.page, workbook.page, 'Formula');
  await builder.openTab();
  await builder.press('Technologies of companies');
  const formula = builder.panel().getByRole('textbox', { name: 'Formula' });
  await builder.says('Up to 3 credits for 3 companies. Saved answers are free.');
  await builder.says(/^leads!A2 holds “company-1.example”/);
  await builder.press('Fields');
  await builder
    .panel()
    .getByRole('checkbox', { name: /^category/ })
    .check();
  await builder.press('Options');
  await builder.panel().getByRole('textbox', { name: 'At most' }).fill('3');
  await selectCells(workbook, 'B2');
  await builder.says('Fills leads!B2:B4. These cells must be empty.');
  await expectSoon(() => formula.inputValue(), '=TRACE_TECH(A2:A4,"category","top=3")');
  expect(await served.charged()).toBe(0);
  await builder.press('Insert formula · up to 3 credits');
  await builder.says('Inserted =TRACE_TECH(A2:A4,"category","top=3") in leads!B2.');
  await workbook.waitUntil('B2:B4', (cells) => cells.every((cell) => !['', '#BUSY!'].includes(cell)));
  expect({ formula: await formulaOf(workbook, 'B2'), charged: await served.charged() }).toEqual({
    formula: '=TRACE_TECH(A2:A4,"category","top=3")',
    charged: 3,
  });
  await builder.says(/^leads!B2 holds a formula/);
});

it('follows the active cell once it is told to, and knows what formulas and enrichments have paid for', async () => {
  await workbook.fill('N40:N41', 'values', [['company-8.example'], ['company-6.example']]);
  await selectCells(workbook, 'A1');
  await keys.press('Explore active cell');
  await keys.says('leads!A1 holds no company domain.');
  const follows = workbook.page.getByRole('switch', { name: 'Follow the active cell' });
  await follows.press('Space');
  await selectCells(workbook, 'N40');
  await keys.heading('company-8.example');
  await workbook.fill('O40', 'formulas', [['=TRACE_COMPANY(N40,"industry")']]);
  await workbook.answer('O40');
  const charged = await served.charged();
  await selectCells(workbook, 'O40');
  await keys
    .panel()
    .getByText(/^Receipt for .*O40$/)
    .press('Enter');
  await keys.says('up to 1');
  await selectCells(workbook, 'N41');
  await keys.heading('company-6.example');
  await selectCells(workbook, 'N40');
  await keys.heading('Company 8');
  await expectSoon(() => keys.prices(), [expect.stringMatching(/^Show/)]);
  expect({ before: charged, after: await served.charged() }).toEqual({ before: 1, after: 1 });
  await follows.press('Space');
});

it('says about a technology what the catalogue knows for free, and lists companies for what the button said', async () => {
  await keys.box().fill('shop');
  // Vendors of the same name may come first.
  const technologies = keys.panel().getByRole('group', { name: 'Technologies' });
  await technologies.getByRole('option', { name: 'Shopify', exact: true }).click();
  await keys.says('Used by');
  await keys.says('236 companies');
  await expectSoon(() => keys.prices(), ['Show 25 companies · up to 25 credits']);
  expect(await served.charged()).toBe(0);
  await keys.press(/^Show 25 companies/);
  await keys.press('Show 15 more');
  await expectSoon(
    () => keys.panel().getByRole('list', { name: 'Shopify: companies' }).getByRole('listitem').count(),
    25,
  );
  expect(await served.charged()).toBe(25);
  await keys.panel().getByLabel('Country').fill('Nowhere');
  await workbook.page.keyboard.press('Tab');
  await keys.press(/^Show 25 companies/);
  await keys.says(/Nowhere/);
  expect(await served.charged()).toBe(25);
});

it('sends a report of wrong data with its note counted, and says that it is sent once this file keeps it', async () => {
  const report = keys.panel().getByRole('group', { name: 'Report wrong data' });
  const openReport = async (): Promise<void> => {
    await keys.choose('company-3.example', 'company-3.example');
    await keys.press(/^Look up|^Report wrong data/);
    await report.waitFor();
    if ((await report.getAttribute('open')) === null) await keys.press('Report wrong data');
  };
  await openReport();
  const charged = await served.charged();
  const note = report.getByLabel('What is wrong with Company 3? (optional)');
  await note.fill('😀'.repeat(2_001));
  await report.getByText('2,001 / 2,000').waitFor();
  await keys.press('Send report · free');
  await report.getByText('Shorten the note by 1 character.').waitFor();
  await note.fill('The name is wrong: "Company, 3" — شركة');
  await saveLater(2_000);
  await keys.press('Send report · free');
  await report.getByText('Sent to Trace as report 1, queued.', { exact: true }).waitFor();
  expect(await served.charged()).toBe(charged);
  await workbook.reload();
  await keys.openTab();
  await openReport();
  await report
    .getByRole('listitem')
    .filter({ hasText: /^\d.* · report 1 · queued · \u2068The name is wrong: "Company, 3" — شركة\u2069$/ })
    .waitFor();
});
