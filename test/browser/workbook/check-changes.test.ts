import type { BrowserContext, Locator } from 'playwright-core';
import { findViolations } from '../axe';
import { openTab } from '../panel/panel-tabs';
import { serveWorkbook } from '../served-workbook';
import { openLeads, selectCells, valuesOf } from './port-page';
import type { WorkbookPage } from './workbook-page';

interface OfficePage {
  readonly Office: {
    readonly context: { readonly document: { readonly settings: { saveAsync: (callback?: object) => void } } };
  };
}

interface SheetsPage {
  readonly univerAPI: {
    getActiveWorkbook(): { getSheetByName(name: string): object; setActiveSheet(sheet: object): void };
  };
}

const served = serveWorkbook();
let context: BrowserContext;
let workbook: WorkbookPage;

beforeAll(async () => {
  await served.control('reset', {});
  context = await served.browser.newContext();
  workbook = await openLeads(context, served.origin, 12);
  await checkSoon();
});
/** One page for all: the rescan of the test before is dismissed. */
beforeEach(async () => {
  await served.control('reset', {});
  await openActivity();
  const jobs = rescans();
  if ((await jobs.count()) > 0) await button('Dismiss').press('Enter');
  await jobs.waitFor({ state: 'detached' });
});
afterAll(() => context.close());

/** The service says with each rescan that it starts how soon the panel may ask for it. */
async function checkSoon(): Promise<void> {
  await workbook.page.route('**/v1/companies/refresh', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'retry-after': '1' } });
  });
}

const openActivity = async (): Promise<void> => {
  await workbook.page.getByRole('tab', { name: 'Activity' }).press('Enter');
  await card().waitFor();
};
const card = (): Locator => workbook.page.getByRole('region', { name: 'Check for changes' });
/** Without the counts of the last check. */
const rescans = (): Locator => card().getByRole('article', { name: /^Rescan of/ });
const button = (name: string | RegExp): Locator =>
  card().getByRole('button', { name, exact: typeof name === 'string' });
const says = (text: string | RegExp): Promise<void> => card().getByText(text).first().waitFor();

/** The sheet of companies, whatever was added since. */
const openLeadsSheet = (): Promise<void> =>
  workbook.page.evaluate(() => {
    const open = (globalThis as unknown as SheetsPage).univerAPI.getActiveWorkbook();
    open.setActiveSheet(open.getSheetByName('leads'));
  });

/** Until the page is loaded again, each save begins this much later, as where the browser is busy. */
async function saveLater(delayMs: number): Promise<void> {
  await workbook.page.evaluate((laterMs) => {
    const { settings } = (globalThis as unknown as OfficePage).Office.context.document;
    const save = settings.saveAsync.bind(settings);
    settings.saveAsync = (callback) => void setTimeout(() => save(callback), laterMs);
  }, delayMs);
}

it('one company is rescanned by its domain; one that Trace does not track is told', async () => {
  await card().getByLabel('Companies').selectOption('One company');
  const field = card().getByLabel('Company', { exact: true });
  await field.fill('stripe');
  await field.press('Enter');
  await says('Type the company’s domain, such as stripe.com.');
  await field.fill('https://www.nobody-at-all.example/about');
  await field.press('Enter');
  await says('Rescanning: 0 of 1 company');
  await served.control('clock', { advanceMs: 120_000 });
  await says('1 company could not be rescanned.');
  await card().getByText('1 company', { exact: true }).press('Enter');
  await says('nobody-at-all.example: failed · Trace tracks no company under this domain.');
  await says('Job ids for TRACE_JOB: job_1');
});

it('a job that the service no longer knows is said, and nothing of it is updated', async () => {
  await card().getByLabel('Companies').selectOption('One company');
  await card().getByLabel('Company', { exact: true }).fill('company-1.example');
  await button('Rescan · free').press('Enter');
  await says('Rescanning: 0 of 1 company');
  await served.control('reset', {});
  await says('1 company could not be rescanned.');
  await says(/^Trace no longer knows job job_1: it expired, or another account started it\. Start a new rescan\.$/);
  expect(await button(/^Update 1 answer/).count()).toBe(0);
});

it('rescans the selected companies, also while the page is loaded again, updates their answers and shows what changed', async () => {
  await card().getByLabel('Companies').selectOption('Selected cells');
  await selectCells(workbook, 'A1:A13');
  await says('12 ready');
  await selectCells(workbook, 'C2');
  await workbook.fill('C2', 'formulas', [['=TRACE_TECH(A2:A13)']]);
  await workbook.waitUntil('C2:C13', (cells) => cells.every((cell) => typeof cell === 'string' && cell !== ''));
  expect(await served.charged()).toBe(12);
  await selectCells(workbook, 'A1:A13');
  await says('12 ready');
  await saveLater(2_000);
  await button('Rescan 12 companies · free').press('Enter');
  await says('Rescanning: 0 of 12 companies');
  await workbook.reload();
  await served.control('clock', { advanceMs: 120_000 });
  await openActivity();
  await says(/^12 companies were rescanned\. Update answers: free until \d+ \w+ \d{4}\.$/);
  await says(/^New data may take up to an hour: until /);
  await button('Update 12 answers · free').press('Enter');
  await says(/^12 answers updated, free\. \d+ of 12 companies changed\.$/);
  await card().getByRole('heading', { name: 'What changed' }).waitFor();
  const listed = await card()
    .getByRole('list', { name: 'What changed, by company' })
    .getByText(/^Adopted: /)
    .count();
  expect({
    isListed: listed > 2,
    violations: await findViolations(workbook.page, { include: ['.trace-panel'] }),
  }).toEqual({
    isListed: true,
    violations: [],
  });
  await button('Add to What changed sheet').press('Enter');
  await says('The changes are on the new sheet What changed.');
  const rows = await valuesOf(workbook, 'A1:I3');
  expect({ titles: rows[0], change: rows[1]?.[5], isNewest: String(rows[1]?.[8]) >= String(rows[2]?.[8]) }).toEqual({
    titles: ['Checked on', 'Company', 'Kind', 'Name', 'Category', 'Change', 'From', 'To', 'Seen on'],
    change: expect.stringMatching(/^(?:Adopted|Dropped|Changed)$/),
    isNewest: true,
  });
  expect(await served.charged()).toBe(12);
  await button('Dismiss').press('Enter');
  await rescans().waitFor({ state: 'detached' });
  const lastCheck = card().getByRole('heading', { name: /^Last check · / });
  await lastCheck.waitFor();
  await workbook.saved();
  await workbook.reload();
  await openActivity();
  await lastCheck.waitFor();
  await says(/^\d+ of 12 companies changed\.$/);
  expect(await rescans().count()).toBe(0);
  await openLeadsSheet();
  await button('Open What changed sheet').press('Enter');
  await says('The changes are on the sheet What changed.');
  expect((await valuesOf(workbook, 'A1:B1'))[0]).toEqual(['Checked on', 'Company']);
});

/** The last one: it leaves a key that does not work. */
it('diagnoses a key in a cell and a refused key, clears only the cell, and reports neither', async () => {
  await openLeadsSheet();
  const secret = 'trace_live_0123456789';
  await workbook.fill('D2:D3', 'values', [[secret], ['mine']]);
  await workbook.page.evaluate("localStorage.setItem('trace.apiKey', 'trace_revoked_0123456789')");
  await openTab(workbook.page, 'Settings');
  const diagnose = workbook.page.getByRole('region', { name: 'Diagnose' });
  await diagnose.getByRole('button', { name: 'Diagnose' }).press('Enter');
  await diagnose.getByText('2 things need your attention.').waitFor();
  await diagnose.getByText('The API key does not work').waitFor();
  await diagnose.getByText(/^leads!D2\. Anyone with this file can use it/).waitFor();
  await diagnose.getByRole('button', { name: 'Clear 1 cell' }).press('Enter');
  await diagnose.getByText('Cleared leads!D2. 1 thing needs your attention.').waitFor();
  expect((await valuesOf(workbook, 'D2:D3')).flat()).toEqual([null, 'mine']);
  await diagnose.getByText('Details for support').press('Enter');
  const report = await diagnose.getByRole('textbox', { name: 'Details' }).inputValue();
  expect({
    hasKey: report.includes('0123456789'),
    hasCompany: report.includes('company-1'),
    hasProblem: report.includes('The API key does not work'),
  }).toEqual({ hasKey: false, hasCompany: false, hasProblem: true });
  expect(await served.charged()).toBe(0);
});
