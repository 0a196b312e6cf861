import type { BrowserContext, Locator } from 'playwright-core';
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
});
/** One page for all: what the test before has refreshed is dismissed. */
beforeEach(async () => {
  await served.control('reset', {});
  await openActivity();
  const jobs = card().getByRole('article');
  if ((await jobs.count()) > 0) await button('Dismiss').press('Enter');
  await jobs.waitFor({ state: 'detached' });
});
afterAll(() => context.close());

const openActivity = async (): Promise<void> => {
  await workbook.page.getByRole('tab', { name: 'Activity' }).press('Enter');
  await card().waitFor();
};
const card = (): Locator => workbook.page.getByRole('region', { name: 'Refresh' });
const oldAnswers = (): Locator => workbook.page.getByRole('region', { name: 'Old answers' });
const button = (name: string | RegExp): Locator =>
  card().getByRole('button', { name, exact: typeof name === 'string' });
const says = (text: string | RegExp): Promise<void> => card().getByText(text).first().waitFor();

const BATCH = '**/v1/companies/batch';

/** From now on the first company lacks its first technology. What is returned tells its name once that was answered. */
async function dropOneTechnology(): Promise<() => string> {
  let name = '';
  await workbook.page.route(BATCH, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { results: { company: { technologies: { name: string }[] } }[] };
    name = body.results[0]!.company.technologies.shift()!.name;
    await route.fulfill({ response, json: body });
  });
  return () => name;
}

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

it('one company is refreshed by its domain; one that Trace does not track is told', async () => {
  const field = card().getByLabel('Company');
  await field.fill('stripe');
  await field.press('Enter');
  await says('Type the company’s domain, such as stripe.com.');
  await field.fill('https://www.nobody-at-all.example/about');
  await field.press('Enter');
  await says('Refreshing: 0 of 1 company');
  await served.control('clock', { advanceMs: 120_000 });
  await says('Not refreshed: 1 company');
  await card().getByText('1 company', { exact: true }).press('Enter');
  await says('nobody-at-all.example: failed · Trace tracks no company under this domain.');
});

it('a job that the service no longer knows is said, and nothing of it is fetched', async () => {
  await card().getByLabel('Company').fill('company-1.example');
  await button('Refresh').press('Enter');
  await says('Refreshing: 0 of 1 company');
  await served.control('reset', {});
  await says('Not refreshed: 1 company');
  await says(/^Trace no longer knows job job_1: it expired, or another account started it\.$/);
  expect(await button(/^Refetch/).count()).toBe(0);
});

it('the selected companies are refreshed, also while the page is loaded again, and then fetched for what was said', async () => {
  await card().getByText('Refresh the selected companies').press('Enter');
  await selectCells(workbook, 'A1:A13');
  await says('12 ready');
  await saveLater(2_000);
  await button('Refresh 12 companies · free').press('Enter');
  await says('Refreshing: 0 of 12 companies');
  await workbook.reload();
  await openActivity();
  await says(/^Refreshing: \d+ of 12 companies/);
  await served.control('clock', { advanceMs: 120_000 });
  await says('Refreshed: 12 companies');
  await says(/^Data may take up to an hour to show: until /);
  expect(await served.charged()).toBe(0);
  await button('Refetch 12 companies · up to 12 credits').press('Enter');
  await says('12 companies fetched, 12 credits used. No earlier answer is saved to compare with.');
  await button(/^Refetch 12 companies · free until \d+ \w+ \d{4}$/).press('Enter');
  await says('12 companies fetched, free.');
  expect(await served.charged()).toBe(12);
  await oldAnswers().getByText('Refresh stale answers').press('Enter');
  await oldAnswers().getByText('All 12 saved answers are newer.').waitFor();
  const dropped = await dropOneTechnology();
  await button(/^Refetch 12 companies · free until/).press('Enter');
  await says('12 companies fetched, free. 1 company is different:');
  await says(`Dropped: ${dropped()}`);
  await button('Add Changes sheet').press('Enter');
  await says('The changes are in the new sheet Changes.');
  expect((await valuesOf(workbook, 'A1:C2'))[1]).toEqual(['company-1.example', 'Technology dropped', dropped()]);
  await workbook.page.unroute(BATCH);
  await button('Dismiss').press('Enter');
  await card().getByRole('article').waitFor({ state: 'detached' });
  await workbook.saved();
  await workbook.reload();
  await openActivity();
  expect(await card().getByRole('article').count()).toBe(0);
});

/** The last one: it leaves a key that does not work. */
it('diagnoses a key in a cell and a refused key, clears only the cell, and reports neither', async () => {
  await openLeadsSheet();
  const secret = 'trace_live_0123456789';
  await workbook.fill('D2:D3', 'values', [[secret], ['mine']]);
  await workbook.page.evaluate("localStorage.setItem('trace.apiKey', 'trace_revoked_0123456789')");
  await workbook.page.getByRole('tab', { name: 'Settings' }).press('Enter');
  const diagnose = workbook.page.getByRole('region', { name: 'Diagnose' });
  await diagnose.getByRole('button', { name: 'Diagnose' }).press('Enter');
  await diagnose.getByText('2 things need your attention.').waitFor();
  await diagnose.getByText('The API key does not work').waitFor();
  await diagnose.getByText(/^leads!D2\. Anyone with this file can use it/).waitFor();
  await diagnose.getByRole('button', { name: 'Clear 1 cell' }).press('Enter');
  await diagnose.getByText('Cleared leads!D2. 1 thing needs your attention.').waitFor();
  expect((await valuesOf(workbook, 'D2:D3')).flat()).toEqual([null, 'mine']);
  await diagnose.getByText('Report for support').press('Enter');
  const report = await diagnose.getByRole('textbox', { name: 'Report' }).inputValue();
  expect({
    hasKey: report.includes('0123456789'),
    hasCompany: report.includes('company-1'),
    hasProblem: report.includes('The API key does not work'),
  }).toEqual({ hasKey: false, hasCompany: false, hasProblem: true });
  expect(await served.charged()).toBe(0);
});
