import { PROBLEM, useSheet } from '../retry/problem-sheet';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

const TOLD =
  'Trace has saved nothing in this file yet, so it may be a copy. Its owner pays for formulas here. Prices may include companies that are already paid for.';

useUnconnectedSpreadsheet();
beforeEach(() => world.state.documentProperties.clear());

it('a copied file says once whose key pays and that its history starts again', () => {
  useSheet(world, { A2: 'stripe.com', B2: ['=TRACE_TECH(A2)', 'React'] });
  expect({ first: world.command('openSidebar'), second: world.command('openSidebar') }).toEqual({
    first: [TOLD],
    second: [],
  });
});

it('a copied file says it where its first formulas show a problem, or nothing', () => {
  useSheet(world, { B2: ['=TRACE_TECH(A2)', PROBLEM], B3: ['=TRACE_TECH(A3)', ''], C9: ['=trace_tech(A9)', 'React'] });
  expect(world.command('openSidebar')).toEqual([TOLD]);
});

it('a copied file says it where its formulas are wrapped', () => {
  useSheet(world, { B2: ['=IFERROR(TRACE_TECH(A2),"")', 'React'] });
  expect(world.command('openSidebar')).toEqual([TOLD]);
});

it('a copied file says it at its first use without the panel', () => {
  useSheet(world, { B2: ['=TRACE_TECH(A2)', 'React'] });
  expect(world.command('useHere')[0]).toContain(TOLD);
});

it('a file from which Trace was removed says it like a copied one', () => {
  useSheet(world, { A2: 'stripe.com', B2: ['=TRACE_TECH(A2)', 'React'] });
  world.command('openSidebar');
  world.callRpc('bulkForget', ['everything']);
  expect({ first: world.command('openSidebar'), second: world.command('openSidebar') }).toEqual({
    first: [TOLD],
    second: [],
  });
});

it.each([
  ['has no Trace formula', ['=UPPER(A2)', 'REACT'], null],
  ['shows problems only', ['=TRACE_TECH(A2)', PROBLEM], null],
  ['is still calculating', ['=TRACE_TECH(A2)', 'Loading...'], null],
  ['has paid before', ['=TRACE_TECH(A2)', 'React'], 'TRACE_SPENT_0'],
] as const)('a file that %s is no copy', (_name, cell, property) => {
  useSheet(world, { B2: cell });
  if (property !== null) world.state.documentProperties.write(property, 'x');
  expect(world.command('openSidebar')).toEqual([]);
});
