import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
/** Longer than the grid takes to read the formulas of a sheet that it shows. */
const LATE_MS = 4_000;

it('formulas are answered though the list of functions comes late', async () => {
  const workbook = await WorkbookPage.open(served.browser, served.origin, async (page) => {
    await page.route('**/functions.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      await route.continue();
    });
  });
  await workbook.waitUntil('B2:B4', (cells) => cells.join() === 'Stripe,Shopify,HubSpot');
  await workbook.close();
});
