import type { Page } from 'playwright-core';

/** The colors of the formula bar: at the end of the text's field, far from the text, and in the field with the cell's name. */
export async function colorsOfBar(page: Page): Promise<readonly string[]> {
  const picture = (await page.locator('[data-u-comp="formula-bar"]').screenshot()).toString('base64');
  return page.evaluate(
    `new Promise((resolve) => {
      const image = new Image();
      image.onload = () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        const at = (x) => [...context.getImageData(x, image.height / 2, 1, 1).data].join();
        resolve([at(image.width - 80), at(64)]);
      };
      image.src = 'data:image/png;base64,${picture}';
    })`,
  );
}
