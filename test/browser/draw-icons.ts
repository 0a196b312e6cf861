import { readFile, writeFile } from 'node:fs/promises';
import { ensureChromium } from './chromium.mjs';
import { launchBrowser } from './browser';
import { ICON_SIZES_PX } from '../../excel-addin/manifest/settings';

/** `npm run icons`: draws the ribbon's and the store's icons, in all sizes, from one picture. */
const FOLDER = new URL('../../excel-addin/assets/', import.meta.url);
const picture = await readFile(new URL('icon.svg', FOLDER), 'utf8');
process.env['TRACE_CHROMIUM'] ??= await ensureChromium();
const browser = await launchBrowser();
for (const sizePx of ICON_SIZES_PX) {
  const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${picture}`);
  await writeFile(new URL(`icon-${sizePx}.png`, FOLDER), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
