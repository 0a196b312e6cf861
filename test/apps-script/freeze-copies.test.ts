import { useSheet } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

/** What Google does with values that are copied onto their own cells. */

useUnconnectedSpreadsheet();
beforeEach(() => world.state.metadata.removeWhere(() => true));

it('a day that a formula shows as one stays one, where Google would show its number', () => {
  const grid = useSheet(world, { A2: 'stripe.com', B2: '=TRACE_COMPANY(A2,"last_crawled_at")' });
  grid.answer({ row: 2, column: 2 }, [[new Date('2026-06-01T04:00:00Z')]]);
  expect(world.command('freezeSheet')).toEqual(['1 formula frozen to values. Thaw brings formulas back.']);
  expect({
    formulas: grid.formulas(),
    value: grid.value({ row: 2, column: 2 }),
    format: grid.layout.formatAt({ row: 2, column: 2 }),
  }).toEqual({ formulas: {}, value: 46_174, format: 'yyyy-mm-dd' });
});

it('in a filtered sheet each row is copied alone, and what Google leaves out stays a formula', () => {
  const grid = useSheet(world, {});
  for (const row of [2, 3, 4, 5]) {
    grid.enter(`A${row}`, `c${row}.example`);
    grid.enter(`B${row}`, `=TRACE_COMPANY(A${row},"name")`);
    grid.answer({ row, column: 2 }, [[`Name c${row}`]]);
  }
  grid.layout.hiddenByFilter = new Set([3]);
  expect(world.command('freezeSheet').join()).toContain('3 formulas frozen');
  expect({ formulas: grid.formulas(), values: [2, 4, 5].map((row) => grid.value({ row, column: 2 })) }).toEqual({
    formulas: { B3: '=TRACE_COMPANY(A3,"name")' },
    values: ['Name c2', 'Name c4', 'Name c5'],
  });
});
