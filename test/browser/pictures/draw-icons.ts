import { readFile, writeFile } from 'node:fs/promises';
import { ensureChromium } from '../chromium.mjs';
import { launchBrowser } from '../browser';
import { ICON_SIZES_PX } from '../../../excel-addin/manifest/settings';

/** `npm run icons`: draws the icon of the store and of Excel's button in all sizes. */
const FOLDER = new URL('../../../excel-addin/assets/', import.meta.url);
process.env['TRACE_CHROMIUM'] ??= await ensureChromium();
const browser = await launchBrowser();
const picture = await readFile(new URL('icon.svg', FOLDER), 'utf8');
const page = await browser.newPage();
for (const sizePx of ICON_SIZES_PX) {
  await page.setViewportSize({ width: sizePx, height: sizePx });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${picture}`);
  await writeFile(new URL(`icon-${sizePx}.png`, FOLDER), await page.screenshot({ omitBackground: true }));
}
await browser.close();
