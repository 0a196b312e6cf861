import { readA1 } from '../fakes/apps-script/a1';
import { useSheet } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

/** Google does not tell which cells a formula fills, and two tables may leave that open between them. */

useUnconnectedSpreadsheet();
beforeEach(() => world.state.metadata.removeWhere(() => true));

it('freezes and thaws tables whose rows could meet over a gap', () => {
  const grid = useSheet(world, { A2: 'stripe.com', A4: 'figma.com', A5: 'asana.com' });
  grid.enter('E2', '=TRACE_TECH(A2,"name, category","layout=spill")');
  grid.answer({ row: 2, column: 5 }, [
    ['React', 'JavaScript'],
    ['Vue', 'JavaScript'],
    ['Nginx', 'Servers'],
  ]);
  grid.enter('B4', '=TRACE_COMPANY(A4:A5,"name, country")');
  grid.answer({ row: 4, column: 2 }, [
    ['Figma', 'US'],
    ['Asana', ''],
  ]);
  const before = grid.formulas();
  expect(world.command('freezeSheet')).toEqual(['2 formulas frozen to values. Thaw brings formulas back.']);
  const shown = ['E2', 'F4', 'B4', 'C4', 'D4', 'B5'].map((at) => grid.value(readA1(at)));
  expect([grid.formulas(), shown]).toEqual([{}, ['React', 'Servers', 'Figma', 'US', '', 'Asana']]);
  expect([world.command('thawFrozen'), grid.formulas()]).toEqual([['2 formulas back.'], before]);
});
