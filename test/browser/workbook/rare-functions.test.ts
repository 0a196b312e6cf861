import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
const LATE_SCRIPT = /\/functions-\w+\.js$/;

it('a rare function is loaded by the first formula that calls it, and asked for again where it did not come', async () => {
  const workbook = await WorkbookPage.openAnswered(served.browser, served.origin);
  let isOffline = true;
  await workbook.page.route(LATE_SCRIPT, (route) => (isOffline ? route.abort() : route.continue()));

  await workbook.type('J1', '=TRACE_COST(A2:A3)');
  await workbook.waitUntil('J1', ([cell]) => cell === '#N/A');
  isOffline = false;
  await workbook.type('J12', '=TRACE_COST(A2:A4)');
  await workbook.waitUntil('J12:K13', (cells) => cells.join() === 'credits at most,0,rows,3');

  const asked = workbook.requests.filter((request) => LATE_SCRIPT.test(request));
  expect(asked.length).toBe(2);
  await workbook.close();
});
