import { KEPT, PROBLEM, problemColumn, useSheet, withoutAdded } from './problem-sheet';
import { charged, requests, useSpreadsheets, world } from '../spreadsheet';

/** What a retry has added goes once it has done its work. */

useSpreadsheets();

const remove = (options?: { as: 'editor' }): unknown => world.callRpc('removeRefresh', [], options);
const removed = (formulas: number): object => ({ ok: true, value: formulas });

it('goes where cells show their answers, which come back without a request or a credit', async () => {
  const grid = useSheet(world, problemColumn(3));
  const before = grid.formulas();
  world.callRpc('retryProblems');
  world.calculate();
  const [sent, spent] = [await requests(), await charged()];
  expect(remove()).toEqual(removed(3));
  world.calculate();
  expect({
    formulas: grid.formulas(),
    names: [2, 3, 4].map((row) => grid.value({ row, column: 2 })),
    sent: await requests(),
    spent: await charged(),
  }).toEqual({ formulas: before, names: ['Company 1', 'Company 2', 'Company 3'], sent, spent });
});

it('stays while cells are calculated, and where they show a problem', () => {
  const grid = useSheet(world, problemColumn(2));
  world.callRpc('retryProblems');
  grid.answer({ row: 2, column: 2 }, [[PROBLEM]]);
  const before = grid.formulas();
  expect({ answer: remove(), formulas: grid.formulas() }).toEqual({ answer: removed(0), formulas: before });
});

it('stays if recalculating would cost a credit, and goes beside it', () => {
  const grid = useSheet(world, problemColumn(3));
  world.callRpc('retryProblems');
  world.calculate();
  const [, mark = ''] = /(,+"refresh=[0-9a-f]{8}")/.exec(grid.formulas()['B2']!)!;
  grid.enter('D2', `=TRACE_COMPANY("company-9.example","name"${mark})`);
  grid.answer({ row: 2, column: 4 }, [['Company 9']]);
  expect({ answer: remove(), still: withoutAdded(grid)[1] }).toEqual({ answer: removed(3), still: ['D2'] });
});

it('stays without a key, where an answer could become a problem', () => {
  const grid = useSheet(world, problemColumn(1));
  world.callRpc('retryProblems');
  world.calculate();
  world.callRpc('forgetKey');
  expect({ answer: remove(), still: withoutAdded(grid)[1] }).toEqual({ answer: removed(0), still: ['B2'] });
});

it('stays if a user has edited the formula meanwhile', () => {
  const grid = useSheet(world, problemColumn(2));
  world.callRpc('retryProblems');
  world.calculate();
  world.state.meanwhile = (calls) => {
    if (calls.filter((call) => call === 'Range.getFormulas').length < 2) return;
    world.state.meanwhile = null;
    grid.enter('B2', '=A2&"x"');
  };
  remove();
  expect(grid.formulas()).toMatchObject({ B2: '=A2&"x"' });
});

it('goes with the next retry too, and a cell that is retried twice has one', () => {
  const grid = useSheet(world, problemColumn(2));
  world.callRpc('retryProblems');
  world.calculate();
  grid.answer({ row: 3, column: 2 }, [[PROBLEM]]);
  expect(world.callRpc('retryProblems')).toEqual({ ok: true, value: { cells: 1, left: 0, kept: KEPT } });
  expect(grid.formulas()).toEqual({
    B2: '=TRACE_COMPANY(A2,"name")',
    B3: expect.stringMatching(/^=TRACE_COMPANY\(A3,"name",,"refresh=[0-9a-f]{8}"\)$/) as unknown,
  });
});

it('what a person has written of that kind stays', () => {
  const grid = useSheet(world, { A2: 'company-1.example', B2: ['=TRACE_TECH(A2,,"refresh=1")', 'React'] });
  remove();
  expect(grid.formulas()).toEqual({ B2: '=TRACE_TECH(A2,,"refresh=1")' });
});

it('without one, looking costs one question and reads no cell', () => {
  useSheet(world, { B2: ['=TRACE_TECH(A2)', 'React'] });
  const calls: string[] = [];
  world.state.meanwhile = (all) => void calls.splice(0, Infinity, ...all);
  expect(remove()).toEqual(removed(0));
  world.state.meanwhile = null;
  expect(calls.filter((call) => /^(Range|Sheet|TextFinder)\./.test(call))).toEqual(['TextFinder.findNext']);
});
