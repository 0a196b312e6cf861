import { readA1 } from '../fakes/apps-script/a1';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { useSheet } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

/** What a table fills is the input of other formulas, and blank while its formula is out of its cell. */

useUnconnectedSpreadsheet();
beforeEach(() => world.state.metadata.removeWhere(() => true));

function put(grid: SheetGrid, at: string, formula: string, ...lines: readonly (readonly string[])[]): void {
  grid.enter(at, formula);
  grid.answer(readA1(at), lines);
}

it('freezes a table, and those of the formulas that read it', () => {
  const grid = useSheet(world, { A2: 'x' });
  put(grid, 'B2', '=TRACE_SEARCH("x","domain","headers=0")', ['a.com'], ['b.com'], ['c.com']);
  for (const row of [2, 3, 4]) {
    put(grid, `D${row}`, `=TRACE_COMPANY(B${row},"name, country","max_age=90d")`, [`Name ${row}`, 'US']);
  }
  put(grid, 'G2', '=TRACE_TECH(D2:D4,"name","max_age=90d")', ['React'], ['Vue'], ['Rails']);
  const before = grid.formulas();
  expect(world.command('freezeSheet')).toEqual(['5 formulas frozen to values. Thaw brings formulas back.']);
  const shown = ['B2', 'B4', 'D2', 'E2', 'D4', 'G2', 'G4'].map((at) => grid.value(readA1(at)));
  expect({ formulas: grid.formulas(), shown }).toEqual({
    formulas: {},
    shown: ['a.com', 'c.com', 'Name 2', 'US', 'Name 4', 'React', 'Rails'],
  });
  expect({ told: world.command('thawFrozen'), formulas: grid.formulas() }).toEqual({
    told: ['5 formulas back.'],
    formulas: before,
  });
});
