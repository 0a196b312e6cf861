import type { Browser } from 'playwright-core';

const GAP_PX = 16;

/** Puts pictures side by side into one. */
export async function makeContactSheet(
  browser: Browser,
  pictures: readonly Buffer[],
  colorScheme: 'light' | 'dark',
): Promise<Buffer> {
  const page = await browser.newPage();
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`);
  await page.setContent(`<style>
    body { margin: 0; background: ${colorScheme === 'light' ? '#e9ebee' : '#000'}; }
    div { display: inline-flex; gap: ${GAP_PX}px; padding: ${GAP_PX}px; align-items: flex-start; }
  </style><div>${images.join('')}</div>`);
  await page.waitForFunction('[...document.images].every(({ complete }) => complete)');
  const sheet = page.locator('div');
  const box = await sheet.boundingBox();
  await page.setViewportSize({ width: Math.ceil(box?.width ?? 0), height: Math.ceil(box?.height ?? 0) });
  const joined = await sheet.screenshot();
  await page.close();
  return joined;
}
