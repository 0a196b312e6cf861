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
  expect({ formulas: grid.formulas(), shown }).toEqual({
    formulas: {},
    shown: ['React', 'Servers', 'Figma', 'US', '', 'Asana'],
  });
  expect({ said: world.command('thawFrozen'), formulas: grid.formulas() }).toEqual({
    said: ['2 formulas back.'],
    formulas: before,
  });
});

it('freezes all rows of a range formula where something stands beside one of them', () => {
  const grid = useSheet(world, { C5: 'call back' });
  const shown = ['React', 'Vue', 'Nginx', 'Stripe', 'Segment', 'jQuery', 'Shopify', 'Rails'];
  shown.forEach((_answer, at) => grid.enter(`A${at + 2}`, `c${at}.com`));
  grid.enter('B2', '=TRACE_TECH(A2:A9)');
  grid.answer(
    { row: 2, column: 2 },
    shown.map((answer) => [answer]),
  );
  expect(world.command('freezeSheet')).toEqual(['1 formula frozen to values. Thaw brings formulas back.']);
  expect({
    shown: shown.map((_answer, at) => grid.value({ row: at + 2, column: 2 })),
    beside: grid.value(readA1('C5')),
  }).toEqual({ shown, beside: 'call back' });
  expect({ said: world.command('thawFrozen'), formulas: grid.formulas() }).toEqual({
    said: ['1 formula back.'],
    formulas: { B2: '=TRACE_TECH(A2:A9)' },
  });
});

it('freezes a table of one column', () => {
  const grid = useSheet(world, { A2: 'stripe.com', A3: 'figma.com' });
  grid.enter('B2', '=TRACE_TECH(A2:A3)');
  grid.answer({ row: 2, column: 2 }, [['React'], ['Vue']]);
  expect(world.command('freezeSheet')).toEqual(['1 formula frozen to values. Thaw brings formulas back.']);
});

it('freezes the formulas that the journal has no room for the next time, and says so', () => {
  const grid = useSheet(world, {});
  const longText = (row: number): string =>
    Array.from({ length: 3_000 }, (_each, at) => (at * row * 7_919) % 997).join('');
  for (const row of [2, 3, 4, 5, 6]) {
    grid.enter(`B${row}`, `=TRACE_TECH("${longText(row)}","name","layout=spill")`);
    grid.answer({ row, column: 2 }, [['React', 'Vue']]);
  }
  expect(world.command('freezeSheet')).toEqual([
    '3 formulas frozen to values. Thaw brings formulas back.\nNot frozen:\n• No room to freeze these at once. Freeze again: 2',
  ]);
  expect({ said: world.command('freezeSheet'), formulas: grid.formulas() }).toEqual({
    said: ['2 formulas frozen to values. Thaw brings formulas back.'],
    formulas: {},
  });
});
