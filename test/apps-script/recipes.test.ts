import { EXAMPLES, RECIPES } from '../../shared/reference';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { exampleSheet, settlePlain, shownTable, troubledCells } from '../fakes/recipe-sheets';
import { charged, useOneSpreadsheet, world } from './spreadsheet';
import { priceOfSheet } from '../../shared/recipes/sheet-calls';
import { toNewSheet } from '../../shared/panel/recipes/to-new-sheet';

useOneSpreadsheet();

it.each(RECIPES)('$id: every formula answers, none is in the way of another, and the price holds', async (recipe) => {
  const sheet = exampleSheet(recipe);
  const before = await charged();
  const { name } = await new BulkPanel(world).host.addSheet(toNewSheet(sheet));
  const grid = world.state.sheets.find((each) => each.name === name)!;
  world.calculate();
  settlePlain(grid, world.state);
  expect({
    troubled: troubledCells(grid),
    shown: shownTable(grid, sheet, EXAMPLES[recipe.id].picture.length - 1),
  }).toEqual({
    troubled: [],
    shown: EXAMPLES[recipe.id].picture,
  });
  expect((await charged()) - before).toBeLessThanOrEqual(priceOfSheet(sheet).most);
});

it('numbers that a formula fills further down have their format too', async () => {
  const sheet = exampleSheet(RECIPES.find(({ id }) => id === 'find-companies')!);
  const { name } = await new BulkPanel(world).host.addSheet(toNewSheet(sheet));
  const grid = world.state.sheets.find((each) => each.name === name)!;
  expect(grid.layout.formatAt({ row: 40, column: 4 })).toBe('#,##0');
});
