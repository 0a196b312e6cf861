import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
/** Longer than the grid takes to read the formulas of a sheet that it shows. */
const LATE_MS = 4_000;
let workbook: WorkbookPage;
let lateParts: readonly string[];
const isLatePart = ({ pathname }: URL): boolean => lateParts.includes(pathname.slice(1));

beforeAll(async () => {
  const main = await (await fetch(`${served.origin}/main.js`)).text();
  lateParts = [...main.matchAll(/import\("\.\/(main-\w+\.js)"\)/g)].map(([, name]) => name!);
  workbook = await WorkbookPage.open(served.browser, served.origin, async (page) => {
    await page.route('**/functions.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, LATE_MS));
      await route.continue();
    });
    await page.route(isLatePart, (route) => route.abort());
  });
});
afterAll(() => workbook.close());

it('formulas are answered though the list of functions comes late', async () => {
  await workbook.waitUntil('B2:B4', (cells) => cells.join() === 'Stripe,Shopify,HubSpot');
});

it('a page whose panel cannot be loaded says so, also to those who save a file, and offers to load it again', async () => {
  const { page } = workbook;
  const notice = page.locator('#notice').getByText('Part of this page could not be loaded.');
  await notice.waitFor();
  await page.locator('#trace-panel').getByText('The panel could not be loaded.').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Save CSV' }).click();
  await notice.waitFor();
  await page.unroute(isLatePart);
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('heading', { name: 'Enrich a column' }).waitFor();
});
