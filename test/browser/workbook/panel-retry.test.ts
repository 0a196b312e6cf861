import { serveWorkbook } from '../served-workbook';
import { openTab } from '../panel/panel-tabs';

import { holdAnswer } from './held-answer';
import { openLeads } from './port-page';
import type { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let workbook: WorkbookPage;

/** One page, on which each test has cells and companies of its own. */
beforeAll(async () => {
  workbook = await openLeads(await served.browser.newContext(), served.origin, 1);
});
beforeEach(async () => {
  await served.control('reset', {});
  // Activity looks at the cells when it is opened.
  await openTab(workbook.page, 'Enrich');
});
afterAll(() => workbook.close());

/** Retries by the panel's button; what was asked before is forgotten. @param said other than what the test before has left there */
async function retry(said: string): Promise<void> {
  workbook.forgetRequests();
  const panel = workbook.page.locator('#trace-panel');
  await openTab(workbook.page, 'Activity');
  await panel.getByRole('button', { name: 'Retry problems' }).click();
  await panel.getByText(said, { exact: true }).waitFor();
}

const shows = (range: string, ...expected: string[]): Promise<string[][]> =>
  workbook.waitUntil(range, (cells) => cells.join('|') === expected.join('|'));

/** The first one: a problem was never retried. */
it('counts cells by reason before anything is retried, and offers no retry where only a correction helps', async () => {
  const { page } = workbook;
  const panel = page.getByRole('region', { name: 'Cells with problems' });
  await workbook.fill('K40', 'formulas', [['=TRACE_TECH("not a domain")']]);
  await shows('K40', '#VALUE!');
  await openTab(page, 'Activity');
  await panel.getByText('1 cell shows a problem. Select a cell to see what to correct.').waitFor();
  expect(await panel.getByRole('button').count()).toBe(0);
  await openTab(page, 'Enrich');
  await served.control('faults', { fault: 'results-dropped', times: 1 });
  await workbook.fill('H40:H41', 'values', [['company-211.example'], ['company-212.example']]);
  await workbook.fill('I40', 'formulas', [['=TRACE_COMPANY(H40:H41,"name")']]);
  await shows('I40:I41', 'Company 211', '#N/A');
  await openTab(page, 'Activity');
  await panel.getByText('2 cells show a problem.').waitFor();
  expect(await panel.locator('dl').innerText()).toMatch(/^Formula or input\s+1\s+Trace failed\s+1$/);
  await panel.getByRole('button', { name: 'Retry problems' }).click();
  await shows('I40:I41', 'Company 211', 'Company 212');
  await panel.getByText('2 formulas recalculated.').waitFor();
  await panel.getByText('1 cell shows a problem. Select a cell to see what to correct.').waitFor();
  await workbook.blank('K40');
});

it('asks again for cells that failed, together, and shows their answers', async () => {
  await workbook.fill('L20', 'formulas', [['=TRACE_COMPANY("figma.com","name")']]);
  await workbook.answer('L20');
  await served.control('faults', { fault: 'credits-out', times: 1 });
  const formulas = [
    ['=TRACE_COMPANY("zoom.us","name")', '=TRACE_COMPANY("figma.com","name")', '=TRACE_COMPANY("asana.com","name")'],
  ];
  await workbook.fill('H20:J20', 'formulas', formulas);
  await shows('H20:J20', '#N/A', 'Figma', '#N/A');
  await retry('2 formulas recalculated.');
  await shows('H20:J20', 'Zoom', 'Figma', 'Asana');
  expect(workbook.apiRequests()).toEqual([`POST ${served.origin}/v1/companies/batch`]);
});

it('asks again for a table of which only a later row shows a problem', async () => {
  await served.control('faults', { fault: 'results-dropped', times: 1 });
  await workbook.fill('H30:H31', 'values', [['company-201.example'], ['company-202.example']]);
  await workbook.fill('I30', 'formulas', [['=TRACE_COMPANY(H30:H31,"name")']]);
  await shows('I30:I31', 'Company 201', '#N/A');
  await retry('1 formula recalculated.');
  await shows('I30:I31', 'Company 201', 'Company 202');
});

it('says that cells are being fetched until they show answers', async () => {
  const { page } = workbook;
  const waiting = page.getByRole('region', { name: 'Waiting cells' });
  await openTab(page, 'Settings');
  await page.getByRole('radio', { name: 'Only what I approve' }).check();
  await page.getByText('Saved.').waitFor();
  await workbook.fill('H50', 'formulas', [['=TRACE_COMPANY("company-77.example","name")']]);
  await shows('H50', '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel.');
  const answer = await holdAnswer(page);
  await openTab(page, 'Activity');
  await waiting.getByRole('button', { name: 'Fetch 1 cell (up to 1 credit)' }).click();
  await waiting.getByText('Fetching 1 cell…').waitFor();
  expect(await waiting.getByText(/recalculated|No cells are waiting/).count()).toBe(0);
  answer();
  await waiting.getByText('1 formula recalculated.').waitFor();
  expect(await workbook.shown('H50')).toEqual([['Company 77']]);
});
