import { buildAll } from '../../../build';
import { startWorkbook } from '../../../workbook/served/server';
import { launchBrowser } from '../browser';
import { ensureChromium } from '../chromium.mjs';
import { takeEnrichingShots } from './enriching-shots';
import { takeSpendingShots } from './spending-shots';
import { makeStorePictures } from './store-pictures';
import { takeTabShots } from './tab-shots';

/** The last part of `npm run screenshots`: the pictures of the stores' forms, to be looked at before they are committed. */

await buildAll();
process.env['TRACE_CHROMIUM'] ??= await ensureChromium();
const folders = { workbookDir: 'dist/workbook', addinDir: 'dist/excel-addin' };
const server = await startWorkbook({ port: 0, apiUrl: null, sandboxControl: true, ...folders });
const browser = await launchBrowser();

async function control(path: string, body: object): Promise<void> {
  await fetch(`${server.origin}/_sandbox/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
}

const enriching = await takeEnrichingShots(browser, server.origin, control, 'light');
const explore = await takeTabShots(browser, server.origin, control, 'Explore', 'light');
const spending = await takeSpendingShots(browser, server.origin, 'light');
// Two states of the panel side by side.
await makeStorePictures(browser, {
  enriching: [enriching[0]!, enriching[2]!],
  explore: [explore[1]!, explore[2]!],
  spending: [spending[0]!, spending[1]!],
});
await browser.close();
await server.stop();
