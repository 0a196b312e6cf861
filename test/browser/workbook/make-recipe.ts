import type { RecipeId } from '../../../shared/recipes/index';
import { EXAMPLES, RECIPES } from '../../../shared/reference';
import { exampleSheet } from '../../fakes/recipe-sheets';
import { openTab } from '../panel/panel-tabs';
import type { WorkbookPage } from './workbook-page';

/** Opens a recipe and types its example. */
export async function fillIn({ page }: WorkbookPage, id: RecipeId): Promise<void> {
  await openTab(page, 'Formula');
  const back = page.getByRole('button', { name: 'All recipes and functions' });
  if ((await back.count()) > 0) await back.click();
  const all = page.locator('.formula').getByRole('button', { name: /^Show all \d+ recipes$/ });
  if ((await all.count()) > 0) await all.click();
  await page.locator(`.formula [data-recipe="${id}"]`).click();
  for (const [question, text] of Object.entries(EXAMPLES[id].typed)) await page.fill(`#recipe-${question}`, text);
}

/** Makes the sheet that is filled in. */
export async function make({ page }: WorkbookPage): Promise<void> {
  await page.getByRole('button', { name: /^Make sheet · / }).click();
  await page.getByText(/^Added the sheet /).waitFor();
}

/**
 * Waits until the titles of the open sheet and the rows below are as in the picture, or throws what they are instead.
 *
 * @returns the last cell of the picture, such as `C9`
 */
export async function untilPictured(workbook: WorkbookPage, id: RecipeId): Promise<string> {
  const { picture } = EXAMPLES[id];
  const { titleRows, widths } = exampleSheet(RECIPES.find((recipe) => recipe.id === id)!);
  const first = titleRows[titleRows.length - 1]! + 1;
  const lastCell = `${'ABCDEFGHI'[widths.length - 1]}${first + picture.length - 1}`;
  const expected = picture.flat();
  await workbook.waitUntil(`A${first}:${lastCell}`, (cells) => areShown(expected, cells));
  return lastCell;
}

/** The grid tells TRUE of a spilled cell as 1, separates thousands elsewhere, and pictures cut long cells. */
function areShown(expected: readonly string[], cells: readonly string[]): boolean {
  const plain = (text: string): string => text.replace(/(?<=\d),(?=\d{3})/g, '').slice(0, 35);
  const toTruth: Readonly<Record<string, string>> = { TRUE: '1', FALSE: '0' };
  return expected.every((text, at) => plain(cells[at] ?? '') === plain(text) || cells[at] === toTruth[text]);
}
