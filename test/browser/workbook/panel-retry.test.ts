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
  await panel.getByText(/cells? (are|is) calculated again\./).waitFor();
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

it('asks nothing where only the input can be mended', async () => {
  await workbook.fill('K20', 'formulas', [['=TRACE_TECH("not a domain")']]);
  await shows('K20', '#VALUE!');
  await retry();
  await workbook.fill('H20', 'formulas', [['=TRACE_COMPANY("zoom.us","name")']]);
  await shows('H20', 'Zoom');
  expect([workbook.apiRequests().length, await workbook.shown('K20')]).toEqual([1, [['#VALUE!']]]);
});
