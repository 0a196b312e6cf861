import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { FormulaOutcome, SheetsWorld } from '../../fakes/apps-script/world';

/** Companies of the sandbox in column A from row 2 on, and a formula of each in the columns after it; `#` is its row. */
export function fillDown(world: SheetsWorld, count: number, ...formulas: readonly string[]): SheetGrid {
  const [grid] = world.state.sheets;
  for (let row = 2; row < count + 2; row += 1) {
    grid!.enter(`A${row}`, `company-${row - 1}.example`);
    formulas.forEach((formula, index) => grid!.put({ row, column: index + 2 }, formula.replace(/#/g, String(row))));
  }
  return grid!;
}

/** What a column shows from row 2 on. */
export function shownIn(grid: SheetGrid, column: number, count: number): readonly unknown[] {
  return Array.from({ length: count }, (_row, index) => grid.value({ row: index + 2, column }));
}

export function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_row, index) => `Company ${index + 1}`);
}

/** How many calls of the properties, of the cache and of the network formulas made. */
export function countCalls(outcomes: readonly FormulaOutcome[]): readonly [number, number, number] {
  const calls = outcomes.flatMap((outcome) => outcome.calls);
  const count = (pattern: RegExp): number => calls.filter((call) => pattern.test(call)).length;
  return [count(/^(User|Document)Properties\./), count(/^DocumentCache\./), count(/^UrlFetchApp\./)];
}

/** How many cells show what; companies count as answered. */
export function tally(grid: SheetGrid, count: number): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of shownIn(grid, 2, count)) {
    const shown = String(value).replace(/^Company \d+$/, 'answered');
    counts[shown] = (counts[shown] ?? 0) + 1;
  }
  return counts;
}

/** Calculates a sheet again, and {@link countCalls counts} what that takes. */
export function recalculate(world: SheetsWorld, grid: SheetGrid): readonly number[] {
  grid.recalculate();
  return countCalls(world.calculate());
}
