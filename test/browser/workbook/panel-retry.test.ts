import { serveWorkbook } from '../served-workbook';
import { openTab } from '../panel-tabs';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
let workbook: WorkbookPage;

beforeEach(async () => {
  await served.control('reset', {});
  workbook = await WorkbookPage.openAnswered(served.browser, served.origin);
});

afterEach(() => workbook.close());

/** Retries by the panel's button; what was asked before is forgotten. */
async function retry(): Promise<void> {
  workbook.forgetRequests();
  const panel = workbook.page.locator('#trace-panel');
  await openTab(workbook.page, 'Activity');
  await panel.getByRole('button', { name: 'Retry problems' }).click();
  await panel.getByText(/formulas? (are|is) calculated again\./).waitFor();
}

const shows = (range: string, ...expected: string[]): Promise<string[][]> =>
  workbook.waitUntil(range, (cells) => cells.join('|') === expected.join('|'));

it('asks again for cells that failed, together, and shows their answers', async () => {
  await served.control('faults', { fault: 'credits-out', times: 1 });
  const formulas = [
    ['=TRACE_COMPANY("zoom.us","name")', '=TRACE_COMPANY("figma.com","name")', '=TRACE_COMPANY("asana.com","name")'],
  ];
  await workbook.fill('H20:J20', 'formulas', formulas);
  await shows('H20:J20', '#N/A', 'Figma', '#N/A');
  await retry();
  await shows('H20:J20', 'Zoom', 'Figma', 'Asana');
  expect(workbook.apiRequests()).toEqual([`POST ${served.origin}/v1/companies/batch`]);
});

it('asks again for a table of which only a later row shows a problem', async () => {
  await served.control('faults', { fault: 'results-dropped', times: 1 });
  await workbook.fill('H20:H21', 'values', [['zoom.us'], ['asana.com']]);
  await workbook.fill('I20', 'formulas', [['=TRACE_COMPANY(H20:H21,"name")']]);
  await shows('I20:I21', 'Zoom', '#N/A');
  await retry();
  await shows('I20:I21', 'Zoom', 'Asana');
});

it('counts cells by reason before anything is retried, and offers no retry where only a correction helps', async () => {
  const { page } = workbook;
  const panel = page.getByRole('region', { name: 'Cells with problems' });
  await workbook.fill('K20', 'formulas', [['=TRACE_TECH("not a domain")']]);
  await shows('K20', '#VALUE!');
  await openTab(page, 'Activity');
  await panel.getByText('1 cell shows a problem. Select a cell to see what to correct.').waitFor();
  expect(await panel.getByRole('button').count()).toBe(0);
  await openTab(page, 'Enrich');
  await served.control('faults', { fault: 'results-dropped', times: 1 });
  await workbook.fill('H20:H21', 'values', [['zoom.us'], ['asana.com']]);
  await workbook.fill('I20', 'formulas', [['=TRACE_COMPANY(H20:H21,"name")']]);
  await shows('I20:I21', 'Zoom', '#N/A');
  await openTab(page, 'Activity');
  await panel.getByText('2 cells show a problem.').waitFor();
  expect(await panel.locator('dl').innerText()).toMatch(/^Formula or input\s+1\s+Trace failed\s+1$/);
  await panel.getByRole('button', { name: 'Retry problems' }).click();
  await shows('I20:I21', 'Zoom', 'Asana');
  await panel.getByText('2 formulas are calculated again.').waitFor();
  await panel.getByText('1 cell shows a problem. Select a cell to see what to correct.').waitFor();
});

it('says that cells are being fetched until they show answers', async () => {
  const { page } = workbook;
  const waiting = page.getByRole('region', { name: 'Waiting cells' });
  await openTab(page, 'Settings');
  await page.getByRole('radio', { name: 'Only what I approve' }).check();
  await page.getByText('Saved.').waitFor();
  await workbook.fill('H20', 'formulas', [['=TRACE_COMPANY("company-77.example","name")']]);
  await shows('H20', '#N/A');
  await served.control('faults', { fault: 'slow', times: 1, delayMs: 4_000 });
  await openTab(page, 'Activity');
  await waiting.getByRole('button', { name: 'Fetch 1 cell (up to 1 credit)' }).click();
  await waiting.getByText('Fetching 1 cell…').waitFor();
  expect(await waiting.getByText(/calculated again|No cells are waiting/).count()).toBe(0);
  await waiting.getByText('1 formula is calculated again.').waitFor();
  expect(await workbook.shown('H20')).toEqual([['Company 77']]);
});
