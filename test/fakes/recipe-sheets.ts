import { EXAMPLES } from '../../shared/recipes/examples';
import type { RecipeId } from '../../shared/recipes/index';
import type { Recipe } from '../../shared/recipes/recipe';
import { makeSheet } from '../../shared/recipes/recipe';
import type { MadeSheet } from '../../shared/recipes/made-sheet';
import { readAnswers } from '../../shared/recipes/read-answers';
import { calculateFormula, type Book } from './apps-script/sheet/formula';
import type { SheetGrid } from './apps-script/sheet/sheet-grid';

/** The sheet that a recipe makes of its example. */
export function exampleSheet(recipe: Recipe & { readonly id: RecipeId }): MadeSheet {
  const read = readAnswers(recipe, EXAMPLES[recipe.id].typed);
  if (read.is !== 'ready') throw new Error(`the example of ${recipe.id} is ${read.is}`);
  return makeSheet(recipe, read.answers);
}

/** The longest way from a Trace answer to what is shown: an answer, its score, and the rank of the score. */
const PASSES = 3;

/** Calculates the plain formulas of a sheet, whose Trace formulas have answered, until none depends on an older value. */
export function settlePlain(grid: SheetGrid, book: Pick<Book, 'timeZone'>): void {
  const whole: Book = { sheets: [grid], namedRanges: new Map(), namedFunctions: new Map(), timeZone: book.timeZone };
  const plain = grid.places().filter((place) => /^=(?!.*TRACE_)/.test(grid.formula(place)));
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const place of plain) {
      const calculated = calculateFormula(grid.formula(place), grid, whole, new Map());
      if (calculated.is === 'shown') grid.answer(place, calculated.cells);
    }
  }
}

/** The titles of a sheet and the first rows below them, as the cells show them. */
export function shownTable(grid: SheetGrid, { titleRows, widths }: MadeSheet, rows: number): readonly string[][] {
  const first = titleRows[titleRows.length - 1]! + 1;
  return Array.from({ length: rows + 1 }, (_row, down) =>
    widths.map((_width, right) => cut(toText(grid.value({ row: first + down, column: right + 1 })))),
  );
}

/** Cells that show an error, a problem or that they still wait, and formulas whose answer has no room. */
export function troubledCells(grid: SheetGrid): readonly string[] {
  return grid
    .places()
    .filter((place) => /^#|\.\.\.$/.test(String(grid.value(place))))
    .map(({ row, column }) => `${row}:${column} ${String(grid.value({ row, column }))}`);
}

/** As pictures show long cells. */
function cut(text: string): string {
  return text.length > 36 ? `${text.slice(0, 35)}…` : text;
}

function toText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return value.toLocaleString('en-US');
  return Object.prototype.toString.call(value) === '[object Date]'
    ? (value as Date).toISOString().slice(0, 10)
    : String(value);
}
