import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { findViolations } from '../axe';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';
import { looksOf } from './column-looks';
import { addBulkPort, selectCells, startRun, type BulkGlobals } from './port-page';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let workbook: WorkbookPage;

beforeAll(async () => {
  workbook = await WorkbookPage.openAnswered(served.browser, served.origin);
});

afterEach(() => expect(workbook.errors).toEqual([]));

async function saved(name = 'leads-enriched.csv'): Promise<string> {
  const [download] = await Promise.all([
    workbook.page.waitForEvent('download'),
    workbook.page.getByRole('button', { name: 'Save CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  return (await readFile(await download.path())).toString('utf8');
}

/** A busy browser delivers a key before it says that the dialog has closed. */
async function withholdClose(page: Page): Promise<void> {
  const withhold =
    'addEventListener("close", (event) => event.stopImmediatePropagation(), { capture: true, once: true })';
  await page.evaluate(withhold);
}

/** The browser's disk is full. */
const refuseToStore =
  'IDBObjectStore.prototype.put = () => { throw new DOMException("No room is left", "QuotaExceededError") }';

/** What is done has another workbook take the place of this one. */
async function untilLoaded(act: () => Promise<void>): Promise<void> {
  const loaded = workbook.page.waitForEvent('load');
  await act();
  await loaded;
  await workbook.ready();
  await addBulkPort(workbook);
}

const hasRecord = (): Promise<boolean> =>
  workbook.page.evaluate(async () => {
    const { bulkPort } = globalThis as unknown as BulkGlobals;
    return (await bulkPort.host.ports.record.load()) !== null;
  });

/** How many rows of cells fit between the letters of the columns and the bar of sheets. */
async function rowsSeen(width: number, height: number): Promise<number> {
  await workbook.page.setViewportSize({ width, height });
  // The grid follows the size of the window in its own time.
  const canvases = workbook.page.locator('#grid canvas');
  await expectSoon(
    () => canvases.evaluateAll((all, end) => all.some((canvas) => canvas.getBoundingClientRect().bottom > end), height),
    false,
  );
  const heights = await canvases.evaluateAll((all) => all.map((canvas) => canvas.getBoundingClientRect().height));
  return Math.floor((Math.max(...heights) - COLUMN_LETTERS_PX) / ROW_PX);
}

const COLUMN_LETTERS_PX = 20;
const ROW_PX = 21;

/** The first ones: a notice would take some of the room. */
describe('the grid of a page that was just opened', () => {
  afterAll(() => workbook.page.setViewportSize({ width: 1024, height: 420 }));

  it.each([
    ['1440 × 900', 720, 450],
    ['1280 × 800', 640, 400],
  ])('shows twelve rows on a screen of %s at 200 %%', async (_screen, width, height) => {
    expect(await rowsSeen(width, height)).toBeGreaterThanOrEqual(12);
  });

  it('has a name for each of its buttons, also in the menu of what does not fit', async () => {
    await workbook.page.setViewportSize({ width: 1024, height: 700 });
    await workbook.page.locator('#grid').getByRole('button', { name: 'More' }).click();
    await workbook.page.getByRole('button', { name: 'Strikethrough' }).first().waitFor();
    const found = await findViolations(
      workbook.page,
      { include: ['#grid'] },
      { runOnly: ['button-name', 'label', 'aria-input-field-name', 'aria-toggle-field-name', 'link-name'] },
    );
    await workbook.page.keyboard.press('Escape');
    expect(found).toEqual([]);
  });
});

describe('CSV', () => {
  it('a file that is no text, and one without text, change nothing', async () => {
    await workbook.openCsv('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]));
    expect(await workbook.notice('picture.png')).toContain('is not a CSV file');
    await workbook.openCsv('empty.csv', '\n\n');
    expect(await workbook.notice('empty.csv')).toBe('empty.csv is empty. Nothing was changed.');
    expect(await workbook.shown('A2:B2')).toEqual([['stripe.com', 'Stripe']]);
  });

  it('is saved as it is shown, with answers in place of formulas', async () => {
    const lines = (await saved('Companies-enriched.csv')).split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffCompany,Name,Employees,Country,/);
    expect(lines[1]).toMatch(/^stripe\.com,Stripe,/);
    expect(lines[50]).toMatch(/^siemens\.com,Siemens,312000,Germany,/);
    expect(lines).toHaveLength(51);
  });

  it('replaces the untouched sample; what looks like a formula is text, and a number a number', async () => {
    await workbook.openCsv(
      'leads.csv',
      '\ufeffDomain;Note;Count;Code;Text\nstripe.com;=1+1;42;007;TRUE\nslack.com;@now;1.5;-;2026-01-05',
    );
    expect(await workbook.notice('leads.csv: 2 rows')).toBe(
      'leads.csv: 2 rows. Domains are in column A, “Domain”. 1 formula in the file is shown as text.',
    );
    expect(await workbook.page.locator('#notice').getAttribute('data-tone')).toBe('neutral');
    expect(await workbook.shown('A1:E3')).toEqual([
      ['Domain', 'Note', 'Count', 'Code', 'Text'],
      ['stripe.com', '=1+1', '42', '007', 'TRUE'],
      ['slack.com', '@now', '1.5', '-', '2026-01-05'],
    ]);
    await workbook.type('F2', '=C2*2');
    expect(await workbook.answer('F2')).toBe('84');
    await workbook.type('G2', '=TRACE_COMPANY(A2:A3,"name")');
    await workbook.waitUntil('G2:G3', ([first, second]) => first === 'Stripe' && second === 'Slack');
    await workbook.type('H2', '=TRACE_COMPANY(A2:A3,"employee_count")');
    await workbook.waitUntil('H2:H3', ([first, second]) => first === '8500' && second === '2500');
    const lines = (await saved()).split('\r\n');
    expect(lines.slice(1)).toEqual([
      "stripe.com,'=1+1,42,007,TRUE,84,Stripe,8500",
      "slack.com,'@now,1.5,'-,2026-01-05,,Slack,2500",
    ]);
  });

  it('has the font of the sample, and titles that look like the sample’s', async () => {
    expect(await looksOf(workbook, 0, 0)).toEqual(['Arial', 10, 1, '#e8eaf6']);
    expect(await looksOf(workbook, 1, 0)).toEqual(['Arial', 10, 0, '']);
    expect(await looksOf(workbook, 4, 4)).toEqual(['Arial', 10, 0, '']);
  });

  it('keeps a text a text where it is edited without a change, and sorts it as one', async () => {
    for (const cell of ['B2', 'B3', 'E2', 'E3']) {
      await workbook.select(cell);
      await workbook.page.keyboard.press('F2');
      await workbook.enter('Enter');
    }
    expect(await workbook.shown('E2:E3')).toEqual([['TRUE'], ['2026-01-05']]);
    await workbook.type('I2', '=ISTEXT(E2)&ISTEXT(E3)&ISTEXT(B2)');
    expect(await workbook.answer('I2')).toBe('TRUETRUETRUE');
    await workbook.sort('A2:E3', 1, false);
    expect(await workbook.shown('B2:B3')).toEqual([['@now'], ['=1+1']]);
    await workbook.sort('A2:E3', 4, false);
    expect(await workbook.shown('E2:E3')).toEqual([['TRUE'], ['2026-01-05']]);
  });

  it('Start over asks first, and brings the sample back, answered, without the record of what was enriched', async () => {
    await addBulkPort(workbook);
    await selectCells(workbook, 'A1:A3');
    expect(await startRun(workbook)).toMatchObject({ is: 'done' });
    await workbook.type('H5', 'typed after opening');
    expect(await hasRecord()).toBe(true);
    await untilLoaded(async () => {
      await workbook.page.getByRole('button', { name: 'Start over' }).click();
      await workbook.page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
    });
    await workbook.notice('This is the sample sheet.');
    await workbook.waitUntil('A2:B2', ([company, name]) => company === 'stripe.com' && name === 'Stripe');
    expect(await hasRecord()).toBe(false);
  });

  it('Undo open loses nothing: it switches between the two workbooks, with answers and record', async () => {
    const notice = (name: string) => workbook.page.locator('#notice').getByRole('button', { name });
    await untilLoaded(() => notice('Undo open').click());
    await workbook.notice('The earlier workbook is back.');
    await workbook.waitUntil('H5', ([typed]) => typed === 'typed after opening');
    expect((await workbook.shown('J1:K3')).map((row) => row.join())).toEqual([
      'Company,Trace slug',
      'Stripe,stripe',
      'Slack,slack',
    ]);
    expect(await workbook.answer('G2')).toBe('Stripe');
    expect(await hasRecord()).toBe(true);
    await untilLoaded(() => notice('Switch back').click());
    await workbook.waitUntil('A2:B2', ([company, name]) => company === 'stripe.com' && name === 'Stripe');
    await notice('Close').click();
    // What a page that is loaded from now on says.
    expect(await workbook.page.evaluate("sessionStorage.getItem('trace.notice')")).toBeNull();
  });

  it('asks before it takes the place of a sample that was enriched', async () => {
    await addBulkPort(workbook);
    await selectCells(workbook, 'A1:A4');
    expect(await startRun(workbook)).toMatchObject({ is: 'done' });
    await workbook.select('J30');
    await workbook.openCsv('leads.csv', 'Website,Owner\nstripe.com,Ann\nslack.com,Bo');
    await workbook.page.getByText('Open leads.csv in place of this workbook?').waitFor();
    await withholdClose(workbook.page);
    await workbook.page.getByRole('button', { name: 'Cancel' }).click();
    await workbook.takesKeysFor('J30');
    await workbook.typeText('mine');
    await workbook.enter('Enter');
    expect(await workbook.shown('J30')).toEqual([['mine']]);
  });

  it('of 100,000 rows is opened, and used', async () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => `company-${row + 1}.example,Note ${row + 1},${row + 1}`);
    await workbook.openCsv('large.csv', ['Domain,Note,Number', ...rows].join('\n'));
    await workbook.page.getByRole('button', { name: 'Open', exact: true }).click();
    await workbook.notice('large.csv: 100,000 rows');
    expect(await workbook.shown('A100001:C100001')).toEqual([['company-100000.example', 'Note 100000', '100000']]);
    await workbook.fill('E2', 'formulas', [['=TRACE_COMPANY(A100001,"slug")']]);
    expect(await workbook.answer('E2')).toBe('company-100000');
    expect((await saved('large-enriched.csv')).split('\r\n')).toHaveLength(100_001);
  });

  it('of more than the grid takes is refused, with the limit', async () => {
    await workbook.openCsv('huge.csv', 'a\n'.repeat(200_001));
    expect(await workbook.notice('huge.csv')).toBe(
      'huge.csv has 200,001 rows and 1 column; the workbook opens up to 200,000 rows, 100 columns and 1,000,000 cells. Nothing was changed.',
    );
  });

  it('asks again where the browser cannot keep the workbook that it replaces', async () => {
    const button = (name: string) => workbook.page.getByRole('button', { name, exact: true });
    const question = workbook.page.getByRole('dialog');
    await workbook.type('H2', 'mine');
    await workbook.page.evaluate(refuseToStore);
    for (const answer of ['Cancel', 'Go on']) {
      await workbook.openCsv('other.csv', 'a,b\n1,2');
      await button('Open').click();
      await question.getByText('This browser cannot keep this workbook').waitFor();
      expect(await workbook.shown('H2')).toEqual([['mine']]);
      await button(answer).click();
    }
    await workbook.waitUntil('A1', ([first]) => first === 'a');
    await workbook.type('C2', 'typed');
    expect(await workbook.shown('A2:C2')).toEqual([['1', '2', 'typed']]);
  });
});
