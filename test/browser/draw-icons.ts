import { readFile, writeFile } from 'node:fs/promises';
import { ensureChromium } from './chromium.mjs';
import { launchBrowser } from './browser';
import { COMMAND_ICONS } from '../../excel-addin/manifest/commands';
import { ICON_SIZES_PX, RIBBON_SIZES_PX } from '../../excel-addin/manifest/settings';

/** `npm run icons`: draws the icons of the store and of the ribbon's commands, in all sizes, each from one picture. */
const FOLDER = new URL('../../excel-addin/assets/', import.meta.url);
process.env['TRACE_CHROMIUM'] ??= await ensureChromium();
const browser = await launchBrowser();
for (const name of ['icon', ...COMMAND_ICONS]) {
  const picture = await readFile(new URL(`${name}.svg`, FOLDER), 'utf8');
  const page = await browser.newPage();
  for (const sizePx of name === 'icon' ? ICON_SIZES_PX : RIBBON_SIZES_PX) {
    await page.setViewportSize({ width: sizePx, height: sizePx });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${picture}`);
    await writeFile(new URL(`${name}-${sizePx}.png`, FOLDER), await page.screenshot({ omitBackground: true }));
  }
  await page.close();
}
await browser.close();
