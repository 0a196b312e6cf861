import { serveWorkbook } from '../served-workbook';
import { WorkbookPage } from './workbook-page';

const served = serveWorkbook();

it('the formula bar has one color in a dark theme, also below its text', async () => {
  const workbook = await WorkbookPage.open(served.browser, served.origin, (page) =>
    page.emulateMedia({ colorScheme: 'dark' }),
  );
  await workbook.select('B2');
  const bar = workbook.page.locator('[data-u-comp="formula-bar"]');
  const picture = (await bar.screenshot()).toString('base64');
  // The end of the text's field, far from the text, and the field with the cell's name.
  const colors = await workbook.page.evaluate(
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
  const [text, name] = colors as readonly string[];
  expect(text).toBe(name);
  await workbook.close();
});
