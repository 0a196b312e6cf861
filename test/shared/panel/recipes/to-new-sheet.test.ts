import { toNewSheet } from '../../../../shared/panel/recipes/to-new-sheet';
import { RECIPES } from '../../../../shared/recipes/index';
import { exampleSheet } from '../../../fakes/recipe-sheets';

const looksOf = (id: string) => toNewSheet(exampleSheet(RECIPES.find((recipe) => recipe.id === id)!)).looks;

it('titles have a fill as far as their table goes, and are at the right above numbers', () => {
  expect(looksOf('score-accounts')?.titles).toEqual([
    { row: 0, columns: 1, size: 14 },
    { row: 2, columns: 3, numbers: [2], fill: '#ecedfb' },
    { row: 7, columns: 7, numbers: [1, 2, 4], fill: '#ecedfb' },
  ]);
});

it('titles that a formula fills in look like the others', () => {
  expect(looksOf('accounts-that-use')?.titles?.at(-1)).toEqual({ row: 4, columns: 3, numbers: [], fill: '#ecedfb' });
});

it('a day that someone types stays text, since a formula joins it to its options', () => {
  expect(looksOf('who-left')?.textCells).toEqual([{ row: 3, column: 1 }]);
});
