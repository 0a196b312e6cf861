import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();
const DAYS_31_MS = 31 * 86_400_000;
/** The panel looks for old answers two seconds after it has opened. */
const LOOKED_AFTER_MS = 4_000;

it('the panel says once that answers of the workbook are old, fetches none, and leads to the check', async () => {
  const workbook = await WorkbookPage.openFour(served.browser, served.origin);
  const { page } = workbook;
  await workbook.saved();
  const charged = await served.charged();
  await page.clock.setSystemTime(Date.now() + DAYS_31_MS);
  await workbook.reload();
  const banner = page.locator('.banner', { hasText: 'are older than 30 days.' });
  await banner.getByText('4 answers are older than 30 days.').waitFor();
  await banner.getByRole('button', { name: 'Check for changes' }).press('Enter');
  const check = page.getByRole('region', { name: 'Check for changes' });
  await check.getByRole('button', { name: 'Rescan 4 companies · free' }).waitFor();
  await workbook.reload();
  await page.waitForTimeout(LOOKED_AFTER_MS);
  expect([await banner.count(), await served.charged(), workbook.errors]).toEqual([0, charged, []]);
  await workbook.close();
});
