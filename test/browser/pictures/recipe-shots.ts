import type { Browser, Page } from 'playwright-core';
import type { RecipeId } from '../../../shared/recipes/index';
import { RECIPES } from '../../../shared/reference';
import { fillIn, make, untilPictured } from '../workbook/make-recipe';
import { SHEET } from '../workbook/grid-keys';
import type { GridPage } from '../workbook/grid-page';
import { WorkbookPage } from '../workbook/workbook-page';

/** Wide enough for every sheet beside the panel. */
const VIEWPORT = { width: 2_100, height: 800 };
/** In pixels: room for the note above a narrow table, and no more than a help page shows without scaling. */
const WIDTH = { least: 700, most: 1_000 };
/** The grid draws each answer as it arrives. */
const DRAWN_AFTER_MS = 800;

/** The sheet that each recipe makes of its example, as the grid draws it. */
export async function takeRecipeShots(
  browser: Browser,
  origin: string,
  colorScheme: 'light' | 'dark',
): Promise<ReadonlyMap<RecipeId, Buffer>> {
  const shots = new Map<RecipeId, Buffer>();
  const workbook = await WorkbookPage.open(browser, origin, async (page) => {
    await page.setViewportSize(VIEWPORT);
    await page.emulateMedia({ colorScheme });
  });
  for (const { id } of RECIPES) {
    await fillIn(workbook, id);
    await make(workbook);
    const lastCell = await untilPictured(workbook, id);
    await workbook.page.waitForTimeout(DRAWN_AFTER_MS);
    shots.set(id, await shootUpTo(workbook.page, lastCell));
  }
  await workbook.close();
  return shots;
}

/** The open sheet from its corner to a cell. */
async function shootUpTo(page: Page, lastCell: string): Promise<Buffer> {
  const { right, bottom } = await page.evaluate((cell) => {
    const { univerAPI } = globalThis as unknown as GridPage;
    const { x, y, width, height } = univerAPI.getActiveWorkbook().getActiveSheet().getRange(cell).getCellRect();
    return { right: x + width, bottom: y + height };
  }, lastCell);
  const { x, y } = (await page.locator(SHEET).boundingBox())!;
  const width = Math.min(WIDTH.most, Math.max(WIDTH.least, right + 1));
  return page.screenshot({ clip: { x, y, width, height: bottom + 1 } });
}
