import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
const LATE_SCRIPT = /\/functions-\w+\.js$/;
/** Longer than the grid takes to read the formulas of a sheet that it shows. */
const LATE_MS = 4_000;

let workbook: WorkbookPage;
let isOffline = true;

beforeAll(async () => {
  workbook = await WorkbookPage.open(served.browser, served.origin, async (page) => {
    await page.route('**/functions.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      await route.continue();
    });
    await page.route(LATE_SCRIPT, (route) => (isOffline ? route.abort() : route.continue()));
  });
});
afterAll(() => workbook.close());

it('formulas are answered though the list of functions comes late', async () => {
  await workbook.waitUntil('B2:B4', (cells) => cells.join() === 'Stripe,Shopify,HubSpot');
});

it('a rare function is loaded by the first formula that calls it, and asked for again where it did not come', async () => {
  const asked = (): number => workbook.requests.filter((request) => LATE_SCRIPT.test(request)).length;
  // The sample has such formulas.
  await workbook.waitUntil('F2:F4', (cells) => cells.join() === '#N/A,#N/A,#N/A');
  expect(asked()).toBe(1);

  isOffline = false;
  await workbook.type('J12', '=TRACE_COST(A2:A4)');
  await workbook.waitUntil('J12:K13', (cells) => cells.join() === 'credits at most,0,rows,3');
  await workbook.type('J24', '=TRACE_COST(A2:A3)');
  await workbook.waitUntil('J24:K25', (cells) => cells.join() === 'credits at most,0,rows,2');
  expect(asked()).toBe(2);
});
