import { readFile } from 'node:fs/promises';
import type { Locator, Route } from 'playwright-core';
import { countMeasuredRows, looksBesideInput, styleTitle, TITLE_STYLE } from './column-looks';
import { openLeads, openSheet, selectCells, showSheet, valuesOf, type BulkGlobals } from './port-page';
import { expectSoon } from '../expect-soon';
import { serveWorkbook } from '../served-workbook';
import type { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
/** One page, on which each test has a sheet and companies of its own. */
let workbook: WorkbookPage;
let sheet: string;

beforeAll(async () => {
  workbook = await openLeads(await served.browser.newContext(), served.origin, 1);
});
afterAll(() => workbook.close());

const section = (): Locator => workbook.page.getByRole('region', { name: 'Enrich a column' });
const button = (name: string | RegExp): Locator => section().getByRole('button', { name });
/** A preset that is chosen already, in an earlier test, would be removed by a click. */
async function choose(preset: 'Profile' | 'Stack'): Promise<void> {
  if ((await button(preset).getAttribute('aria-pressed')) !== 'true') await button(preset).click();
}
const says = (text: string | RegExp): Promise<void> => section().getByText(text).first().waitFor();
const ledger = async (): Promise<{ balance: number; chargedCompanies: number }> =>
  (await (await fetch(`${served.origin}/_sandbox/ledger`)).json()) as { balance: number; chargedCompanies: number };

/** @param first the number of the first company */
async function open(rows: number, first: number): Promise<void> {
  sheet = await openSheet(workbook, rows, first);
  await served.control('reset', { credits: 5_000 });
  await leaveTestBefore();
  workbook.forgetRequests();
  await plan(rows);
}

async function leaveTestBefore(): Promise<void> {
  const another = button('New enrichment');
  if ((await another.count()) === 0) return;
  await another.click();
  await button('Keep filled cells').click();
}

async function plan(rows: number): Promise<void> {
  await selectCells(workbook, `A1:A${rows + 1}`);
  await says(`A Domain · ${rows.toLocaleString('en-US')} rows`);
}

/** Rows whose name is another company's, or missing. */
async function wrongRows(rows: number): Promise<readonly unknown[]> {
  const cells = await valuesOf(workbook, `A2:B${rows + 1}`);
  return cells.filter(([domain, name]) => name !== String(domain).replace(/^company-(\d+)\.example$/, 'Company $1'));
}

describe('three rows', () => {
  beforeAll(async () => {
    await open(3, 1_001);
    await choose('Profile');
    await says('Up to 3 credits');
  });

  it('the page is no longer than the window under a long panel, so that no key moves it', async () => {
    const beyond = await workbook.page.evaluate('document.body.scrollHeight - document.documentElement.clientHeight');
    expect(beyond).toBe(0);
  });

  it('the panel does not ask to save the workbook, which this browser keeps by itself', async () => {
    await expectSoon(
      () => section().locator('.card .note').allTextContents(),
      [
        'Old values are kept in this browser, on the hidden sheet Trace record, until you undo or keep the enrichment.',
        'Estimate. Companies paid for elsewhere cost nothing.',
      ],
    );
  });
});

it('asks for nothing before it starts, pauses at its limit, goes on under a higher one, and is all there when the page is loaded again at once', async () => {
  await open(20, 2_001);
  await choose('Profile');
  await says('Up to 20 credits');
  const limit = section().getByLabel('Limit, in credits');
  await limit.fill('15');
  await limit.press('Enter');
  expect({ requests: workbook.apiRequests(), charged: (await ledger()).chargedCompanies }).toEqual({
    requests: [],
    charged: 0,
  });
  await button('Enrich 20 rows').click();
  await says(/Limit reached: the next company/);
  expect({ wrong: (await wrongRows(20)).length, charged: (await ledger()).chargedCompanies }).toEqual({
    wrong: 5,
    charged: 15,
  });
  await section().getByLabel('Limit for the whole enrichment, in credits').fill('20');
  await button('Raise limit and continue').click();
  await says(/^Done/);
  await workbook.reload();
  await says(/^Done/);
  await showSheet(workbook, sheet);
  expect({ wrong: await wrongRows(20), charged: (await ledger()).chargedCompanies }).toEqual({
    wrong: [],
    charged: 20,
  });
});

it('is killed again and again, and sorted, and ends with every name beside its company, each paid for once', async () => {
  await open(120, 3_001);
  await choose('Profile');
  // Requests that the page has sent when it is killed: while it gets its first answers, and with some that it has kept.
  const kills = [1, 2];
  const service = await holdable();
  for (const [kill, requests] of kills.entries()) {
    const held = service.holdFrom(requests);
    await button(kill === 0 ? 'Enrich 120 rows' : 'Resume').click();
    await held;
    await workbook.page.reload();
    await workbook.ready();
    service.release();
    await showSheet(workbook, sheet);
    if (kill === 1) await sortByDomain();
    await says('Enrichment not finished');
  }
  await button('Resume').click();
  await says(/^Done/);
  expect(await wrongRows(120)).toEqual([]);
  // What was under way when the page was killed is sent again, and what had come and was not kept yet, at no cost.
  expect((await ledger()).chargedCompanies).toBe(120);
});

const BATCH = '**/v1/companies/batch';

interface HoldableService {
  /** @returns resolves when the page sends a request for the n-th time from now; that one, and all that follow, get no answer */
  holdFrom(request: number): Promise<void>;
  /** Those that are sent from now on are answered. */
  release(): void;
}

/** Stays in front of the service for good: a request on its way while a route is taken down may never be answered. */
async function holdable(): Promise<HoldableService> {
  let untilHeld = Infinity;
  let isHeld = (): void => undefined;
  await workbook.page.route(BATCH, (route: Route): Promise<void> | void => {
    untilHeld -= 1;
    if (untilHeld > 0) return route.continue();
    isHeld();
  });
  return {
    holdFrom(request) {
      untilHeld = request;
      return new Promise((resolve) => (isHeld = resolve));
    },
    release() {
      untilHeld = Infinity;
    },
  };
}

it('shows a cell that is clicked in the panel, and adds an Overview, whose charts it saves as a picture', async () => {
  await open(20, 7_001);
  await workbook.fill('A5', 'values', [['n/a']]);
  await selectCells(workbook, 'A2:A21');
  await button('1 skipped').click();
  await section().getByText('1 row without a usable domain').click();
  await button('A5').click();
  await choose('Stack');
  await button('Enrich 19 rows').click();
  await says(/^Done/);
  await button('Add Overview sheet').click();
  await says("The sheet “Overview” is added. This workbook can't draw charts. Save them as a picture instead.");
  const cells = await workbook.page.evaluate(() =>
    (globalThis as unknown as BulkGlobals).univerAPI.getActiveWorkbook().getActiveSheet().getRange('A1').getValues(),
  );
  const [file] = await Promise.all([workbook.page.waitForEvent('download'), button('Save picture (PNG)').click()]);
  await says('The picture is among your downloads.');
  const head = await readFile(await file.path());
  // The signature of a PNG file, and its width in pixels.
  expect([file.suggestedFilename(), head.subarray(1, 4).toString(), head.readUInt32BE(16)]).toEqual([
    `${String(cells[0]![0])}.png`,
    'PNG',
    2_064,
  ]);
});

it('new columns look like the one beside them, and undo leaves nothing of it', async () => {
  await open(12, 8_001);
  await styleTitle(workbook);
  const before = await looksBesideInput(workbook);
  await choose('Profile');
  const measured = await countMeasuredRows(workbook);
  await button('Enrich 12 rows').click();
  await says(/^Done: .*, 12 rows/);
  // The title's row, for each of the four columns that get another width. The sheet has 1,000 rows.
  expect(await measured()).toBe(4);
  const looks = { ...TITLE_STYLE, width: expect.any(Number), format: expect.any(String) };
  expect(await looksBesideInput(workbook)).toEqual([looks, looks, { ...looks, format: '#,##0' }, looks, looks]);
  await button('Undo enrichment').click();
  await says(/^Undone/);
  expect(await looksBesideInput(workbook)).toEqual(before);
});

it('filters the rows of a bar, and selects them where the sheet has a filter', async () => {
  await open(4, 1_601);
  await choose('Profile');
  await button('Enrich 4 rows').click();
  const bar = section()
    .getByRole('list', { name: /^Most common in/ })
    .getByRole('listitem')
    .first();
  const useBar = async (): Promise<void> => {
    await bar.getByRole('button').first().press('Enter');
    await workbook.page.locator(':focus', { hasText: 'Filter' }).press('Enter');
  };
  await useBar();
  await says(/^Only rows with .+ are shown\. Clear the filter in the sheet to see all rows\.$/);
  const name = await bar.locator('.bar-name').textContent();
  const cells = await valuesOf(workbook, 'C2:C5');
  const hidden: readonly number[] = await workbook.page.evaluate(
    'univerAPI.getActiveWorkbook().getActiveSheet().getFilter().getFilteredOutRows()',
  );
  expect(hidden).toEqual(cells.flatMap(([industry], at) => (industry === name ? [] : [at + 1])));
  await useBar();
  await says(/^Rows with .+ are selected instead: Trace cannot filter this column here\.$/);
  const areas: number = await workbook.page.evaluate(
    'univerAPI.getActiveWorkbook().getActiveSheet().getSelection().getActiveRangeList().length',
  );
  expect(areas).toBeGreaterThan(0);
});

async function sortByDomain(): Promise<void> {
  await workbook.page.evaluate(() => {
    const { univerAPI } = globalThis as unknown as BulkGlobals;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    sheet.getRange('A2:F121').sort({ column: 0, ascending: false });
  });
}
