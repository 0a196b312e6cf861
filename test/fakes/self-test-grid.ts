import type { PracticeSheet } from '../../shared/practice/sheet';
import { calculateFormula, type Book } from './apps-script/sheet/formula';
import { SheetGrid } from './apps-script/sheet/sheet-grid';

/** Answers a call of a Trace function with what its cells show. */
type Answer = (name: string, args: readonly unknown[]) => Promise<readonly (readonly unknown[])[]>;

const FIRST_ROW = 4;
const WORDS: ReadonlyMap<unknown, string> = new Map([
  [1, 'as expected'],
  [-1, 'differs'],
  [0, 'waits'],
]);

/** The self-test as a sheet, as a host enters it. */
export function toGrid({ title, rows, formulas }: PracticeSheet): SheetGrid {
  const grid = new SheetGrid(1, title);
  rows.forEach((row, down) => row.forEach((cell, right) => grid.hold({ row: down + 1, column: right + 1 }, cell)));
  for (const [row, column, formula] of formulas) grid.put({ row: row + 1, column: column + 1 }, formula);
  return grid;
}

/** Calculates the formulas that call Trace, one after the other. */
export async function answerFormulas(grid: SheetGrid, answer: Answer): Promise<void> {
  for (const { formula, ...place } of grid.waiting()) {
    if (!formula.includes('TRACE_')) continue;
    const answers = new Map<string, readonly (readonly unknown[])[]>();
    for (;;) {
      const calculated = calculateFormula(formula, grid, bookOf(grid), answers);
      if (calculated.is === 'shown') {
        grid.answer(place, calculated.cells);
        break;
      }
      for (const { key, name, args } of calculated.calls) answers.set(key, await answer(name, args));
    }
  }
}

/** Each verdict by what is tried, and the line that counts them. */
export function readVerdicts(grid: SheetGrid, book: Book = bookOf(grid)): Readonly<Record<string, unknown>> {
  const of = (row: number): unknown => {
    const calculated = calculateFormula(grid.formula({ row, column: 2 }), grid, book, new Map());
    return calculated.is === 'shown' ? calculated.cells[0]?.[0] : calculated.is;
  };
  const verdicts: Record<string, unknown> = {};
  for (let row = FIRST_ROW; grid.formula({ row, column: 2 }) !== ''; row += 1) {
    const verdict = of(row);
    verdicts[String(grid.value({ row, column: 1 }))] = WORDS.get(verdict) ?? verdict;
    grid.answer({ row, column: 2 }, [[verdict]]);
  }
  return { ...verdicts, total: of(1) };
}

/** Verdicts that are not as expected, and the line that counts. */
export function readOthers(grid: SheetGrid, book: Book = bookOf(grid)): Readonly<Record<string, unknown>> {
  const verdicts = Object.entries(readVerdicts(grid, book));
  return Object.fromEntries(verdicts.filter(([, verdict]) => verdict !== 'as expected'));
}

function bookOf(grid: SheetGrid): Book {
  return { sheets: [grid], namedRanges: new Map(), namedFunctions: new Map(), timeZone: 'Etc/UTC' };
}
