import { BulkPage } from '../enrich/bulk-page';
import { serveWorkbook } from '../served-workbook';

/** A person who has chosen the colors of all programs, or asked for less motion. */

const served = serveWorkbook();
let page: BulkPage;

beforeEach(async () => {
  const cells = [['Website'], ['company-1.example'], ['company-2.example'], ['company-3.example']];
  page = await BulkPage.open(served.browser, served.origin, cells, { acts: true });
  await page.button('Profile').click();
});
afterEach(() => page.close());

/** The background of the first element that a selector finds, which is what it is painted on where it has none. */
const backgroundOf = (selector: string): Promise<string> =>
  page.page.evaluate(`(() => {
    let part = document.querySelector(${JSON.stringify(selector)});
    while (getComputedStyle(part).backgroundColor === 'rgba(0, 0, 0, 0)' && part.parentElement) part = part.parentElement;
    return getComputedStyle(part).backgroundColor;
  })()`);

it('with forced colors, the open tab, the chosen preset and the bars differ from what is around them', async () => {
  await page.page.emulateMedia({ forcedColors: 'active' });
  const card = await backgroundOf('.card');
  expect(await backgroundOf('[role=tab][aria-selected=true]')).not.toBe(
    await backgroundOf('[role=tab][aria-selected=false]'),
  );
  expect(await backgroundOf('button[aria-pressed=true]')).not.toBe(await backgroundOf('button[aria-pressed=false]'));
  await page.button('Enrich 3 rows').click();
  await page.section().locator('.bar').first().waitFor();
  expect(await backgroundOf('.bar')).not.toBe(card);
  await page.page.emulateMedia({ forcedColors: 'none' });
});

it('asked for less motion, what is busy does not turn', async () => {
  const turning = (): Promise<string> =>
    page.page.evaluate(`(() => {
      const line = document.querySelector('.trace-panel p');
      line.classList.add('is-busy');
      return getComputedStyle(line, '::before').animationName;
    })()`);
  await page.page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await turning()).toBe('trace-turn');
  await page.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await turning()).toBe('none');
});
