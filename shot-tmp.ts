import { startWorkbook } from '/tmp/wt/explore/workbook/server';
import { BulkPage } from '/tmp/wt/explore/test/browser/bulk-page';
import { launchBrowser } from '/tmp/wt/explore/test/browser/browser';
async function main() {
  const [step = 'company', width = '300', scheme = 'light'] = process.argv.slice(2);
  const server = await startWorkbook({ port: 0, apiUrl: null, sandboxControl: true, addinDir: 'dist/excel-addin', workbookDir: 'dist/workbook' } as never);
  const browser = await launchBrowser();
  browser.on('context', (c) => c.setDefaultTimeout(15000));
  const page = await BulkPage.open(browser, server.origin, [['Domain', 'x'], ['stripe.com', ''], ['shopify.com', ''], ['hello', '']], { width: Number(width), colorScheme: scheme as 'light' });
  const p = page.page;
  p.setDefaultTimeout(15000);
  try {
    await p.evaluate("host.select({sheet:'sheet-1',sheetName:'Leads',row:1,rows:1,column:0,columns:1})");
    await page.openTab('Explore');
    await p.getByRole('combobox').waitFor();
    await p.screenshot({ path: `/tmp/shots/${step}-0-${width}-${scheme}.png` });
    const steps: Record<string, () => Promise<void>> = {
      async company() {
        await p.getByRole('button', { name: 'Explore active cell' }).click();
        await p.getByRole('button', { name: /^Look up/ }).click();
        await p.getByRole('heading', { name: /^Technologies/ }).waitFor();
        await p.getByRole('button', { name: /^Show the latest|^Show \d+/ }).first().click();
        await p.getByText(/Free until/).nth(1).waitFor();
        await p.getByText(/^Insert \d+ partner/).click();
        await p.waitForTimeout(500);
      },
      async tech() {
        await p.getByRole('combobox').fill('shop');
        await p.waitForTimeout(1500);
        await p.screenshot({ path: `/tmp/shots/${step}-1-${width}-${scheme}.png` });
        await p.getByRole('combobox').press('Enter');
        await p.getByRole('button', { name: /^Show \d+ compan/ }).click();
        await p.getByRole('table').first().waitFor();
        await p.waitForTimeout(500);
      },
      async search() {
        await p.getByRole('combobox').fill('stripe');
        await p.waitForTimeout(1200);
        await p.getByText(/Companies named/).first().click();
        await p.getByRole('button', { name: /^Show \d+ compan/ }).click();
        await p.getByRole('table').first().waitFor();
      },
    };
    await steps[step]!();
  } catch (e) { console.log(String(e)); }
  console.log(page.errors, page.requests, await page.violations());
  const h = Number(await p.evaluate('document.documentElement.scrollHeight'));
  await p.setViewportSize({ width: Number(width), height: Math.min(4000, Math.max(900, h)) });
  await p.screenshot({ path: `/tmp/shots/${step}-${width}-${scheme}.png` });
  await browser.close(); await server.stop(); process.exit(0);
}
void main();
