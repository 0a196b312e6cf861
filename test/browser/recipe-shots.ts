import type { Browser } from 'playwright-core';
import { RECIPES, type RecipeId } from '../../shared/reference';
import { fillIn, make, untilPictured } from './workbook/make-recipe';
import { WorkbookPage } from './workbook/workbook-page';

/** Wide enough for the widest of the sheets beside the panel. */
const VIEWPORT = { width: 2_100, height: 800 };

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
    await untilPictured(workbook, id);
    await workbook.page.waitForTimeout(800);
    shots.set(id, await workbook.page.screenshot());
  }
  await workbook.close();
  return shots;
}
