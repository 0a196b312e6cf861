import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { KEPT, useSheet, withoutAdded } from './problem-sheet';
import { requests, useSpreadsheets, world } from '../spreadsheet';

/** Reports say that Google does not calculate a formula again that is entered unchanged. That is unknown. */

useSpreadsheets();

const NO_KEY = '#TRACE: No API key.';
const FORMULAS = {
  B2: '=TRACE_COMPANY(A2,"name")',
  B3: '=IFERROR(TRACE_COMPANY(A3,"name"),"x")&""',
  B4: '=TRACE_COMPANY(A4,"name","if_none=-")',
  C2: '=TRACE_COMPANY(A2:A4,"name")',
  D2: '=TRACE_TECH(A2)',
};

let grid: SheetGrid;

beforeEach(() => {
  grid = useSheet(world, { A2: 'company-1.example', A3: 'company-2.example', A4: 'company-3.example' });
});

/** Every formula shows a problem that has passed. */
function enter(remembers: SheetGrid['memory']['remembers']): void {
  grid.memory.remembers = remembers;
  for (const [at, formula] of Object.entries(FORMULAS)) {
    grid.enter(at, formula);
    const rows = at === 'C2' ? 3 : 1;
    const place = { row: Number(at.slice(1)), column: at.charCodeAt(0) - 64 };
    grid.answer(place, Array<string[]>(rows).fill([NO_KEY]));
  }
}

const names = (): unknown =>
  ['2:2', '3:2', '4:2', '2:3', '4:3'].map((at) => {
    const [row, column] = at.split(':').map(Number);
    return grid.value({ row: row!, column: column! });
  });
const ANSWERS = ['Company 1', 'Company 2', 'Company 3', 'Company 1', 'Company 3'];

it.each(['nothing', 'cell'] as const)(
  'if Google remembers by %s, answers come, and formulas are as before in the end',
  (remembers) => {
    enter(remembers);
    expect(world.callRpc('retryProblems')).toEqual({ ok: true, value: { cells: 5, left: 0, kept: KEPT } });
    world.calculate();
    world.callRpc('removeRefresh');
    world.calculate();
    expect({ names: names(), formulas: grid.formulas() }).toEqual({ names: ANSWERS, formulas: FORMULAS });
  },
);

it('if it remembers by arguments, formulas keep the argument that every function ignores', async () => {
  enter('arguments');
  world.callRpc('retryProblems');
  world.calculate();
  world.callRpc('removeRefresh');
  const refresh = /,"refresh=[0-9a-f]{8}"\)/g;
  const entered = Object.entries(grid.formulas()).map(([at, formula]) => [at, formula.replace(refresh, '|)')]);
  expect({ names: names(), formulas: Object.fromEntries(entered), requests: await requests() }).toEqual({
    names: ANSWERS,
    formulas: {
      B2: '=TRACE_COMPANY(A2,"name",|)',
      B3: '=IFERROR(TRACE_COMPANY(A3,"name",|),"x")&""',
      B4: '=TRACE_COMPANY(A4,"name","if_none=-"|)',
      C2: '=TRACE_COMPANY(A2:A4,"name",|)',
      D2: '=TRACE_TECH(A2,,|)',
    },
    requests: 1,
  });
});

it('the result says that formulas have the added argument, in the panel and the menu', () => {
  enter('nothing');
  expect(world.callRpc('retryProblems')).toEqual({ ok: true, value: { cells: 5, left: 0, kept: KEPT } });
  world.calculate();
  grid.enter('E2', '=TRACE_COMPANY("company-9.example","name")');
  grid.answer({ row: 2, column: 5 }, [[NO_KEY]]);
  expect(world.command('retryProblems')).toEqual([`1 formula recalculated. Answers appear as they come. ${KEPT}`]);
});

it.each([
  ['in one row', ['Company 1', NO_KEY, 'Company 3']],
  ['below a blank', ['', NO_KEY, 'Company 3']],
])('a table with a problem %s has its answers then too', (_where, shown) => {
  grid.memory.remembers = 'arguments';
  grid.enter('C2', FORMULAS.C2);
  grid.answer(
    { row: 2, column: 3 },
    shown.map((value) => [value]),
  );
  expect(world.callRpc('retryProblems')).toMatchObject({ value: { cells: 1, kept: expect.any(String) as string } });
  world.calculate();
  expect([2, 3, 4].map((row) => grid.value({ row, column: 3 }))).toEqual(['Company 1', 'Company 2', 'Company 3']);
});

it('a table whose rows showed the problem keeps its argument where Google shows that again', () => {
  grid.memory.remembers = 'arguments';
  grid.enter('C2', FORMULAS.C2);
  grid.answer({ row: 2, column: 3 }, [['Company 1'], [NO_KEY], ['Company 3']]);
  world.callRpc('retryProblems');
  world.calculate();
  expect(world.callRpc('removeRefresh')).toEqual({ ok: true, value: 0 });
  expect({ changed: withoutAdded(grid)[1], shown: grid.value({ row: 3, column: 3 }) }).toEqual({
    changed: ['C2'],
    shown: 'Company 2',
  });
});

it('the next retry changes that argument, and adds no second one', () => {
  enter('arguments');
  world.callRpc('retryProblems');
  for (const row of [2, 3, 4]) grid.answer({ row, column: 2 }, [[NO_KEY]]);
  world.callRpc('retryProblems');
  world.calculate();
  expect(names()).toEqual(ANSWERS);
  expect(grid.formulas()['B2']).toMatch(/^=TRACE_COMPANY\(A2,"name",,"refresh=[0-9a-f]{8}"\)$/);
});
