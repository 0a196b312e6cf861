import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { problemColumn, useSheet, withoutAdded } from './problem-sheet';
import { useSpreadsheets, world } from '../spreadsheet';

/** Google lets people undo what a script has written. */

let grid: SheetGrid;

useSpreadsheets();
beforeEach(() => {
  grid = useSheet(world, problemColumn(3));
});

it('each Ctrl+Z after a retry brings back formulas, and in the end those before it', () => {
  const before = grid.formulas();
  grid.undos = [];
  world.callRpc('retryProblems');
  const steps = grid.undos.length;
  const seen: unknown[] = [];
  for (let press = 0; press < steps; press += 1) {
    grid.undo();
    seen.push(withoutAdded(grid)[0]);
  }
  expect({ steps: steps > 0, seen, formulas: grid.formulas() }).toEqual({
    steps: true,
    seen: Array(steps).fill(before),
    formulas: before,
  });
});

it('each Ctrl+Z after the argument was taken away brings back formulas', () => {
  const before = grid.formulas();
  world.callRpc('retryProblems');
  world.calculate();
  const [, changed] = withoutAdded(grid);
  grid.undos = [];
  world.callRpc('removeRefresh');
  const removed = grid.formulas();
  while (grid.undos.length > 0) grid.undo();
  expect({ removed, undone: withoutAdded(grid) }).toEqual({ removed: before, undone: [before, changed] });
});
