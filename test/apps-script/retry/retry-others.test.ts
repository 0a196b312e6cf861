import type { SheetsWorld } from '../../fakes/apps-script/world';
import { openWorld } from '../open-world';
import { KEPT, problemColumn, useSheet, withoutAdded } from './problem-sheet';

let world: SheetsWorld;

beforeEach(async () => {
  world = await openWorld('http://127.0.0.1:9');
});

afterEach(() => world.stop());

const retry = (): unknown => world.callRpc('retryProblems');
const done = (cells: number, left = 0): object => ({
  ok: true,
  value: { cells, left, ...(cells === 0 ? {} : { kept: KEPT }) },
});

/** Acts once, when the call is about to be made for the first time after the formulas were found. */
function before(call: string, act: () => void): void {
  world.state.meanwhile = (calls) => {
    if (calls.filter((each) => each === 'Range.getValues').length < 1 || calls.at(-1) !== call) return;
    world.state.meanwhile = null;
    act();
  };
}

describe('a retry, while another person', () => {
  it('inserts a row before it compares, changes what is the same formula now, and loses none', () => {
    const grid = useSheet(world, problemColumn(3));
    before('Range.getFormulas', () => grid.insertRowBefore(3));
    expect({ answer: retry(), formulas: withoutAdded(grid)[0] }).toEqual({
      answer: done(2, 1),
      formulas: {
        B2: '=TRACE_COMPANY(A2,"name")',
        B4: '=TRACE_COMPANY(A4,"name")',
        B5: '=TRACE_COMPANY(A5,"name")',
      },
    });
  });

  it('inserts a row in the moment in which they are written, loses none', () => {
    const grid = useSheet(world, problemColumn(3));
    before('SpreadsheetApp.flush', () => grid.insertRowBefore(3));
    retry();
    expect(withoutAdded(grid)[0]).toMatchObject({
      B2: '=TRACE_COMPANY(A2,"name")',
      B4: '=TRACE_COMPANY(A4,"name")',
      B5: '=TRACE_COMPANY(A5,"name")',
    });
  });

  it('types into one of the cells before it compares, leaves that, and changes the others', () => {
    const grid = useSheet(world, problemColumn(3));
    before('Range.getFormulas', () => grid.enter('B3', 'by hand'));
    expect({ answer: retry(), changed: withoutAdded(grid)[1], typed: grid.value({ row: 3, column: 2 }) }).toEqual({
      answer: done(2, 1),
      changed: ['B2', 'B4'],
      typed: 'by hand',
    });
  });

  it('edits a formula before it compares, leaves it', () => {
    const grid = useSheet(world, problemColumn(2));
    before('Range.getFormulas', () => grid.enter('B2', '=TRACE_TECH(A2)'));
    expect({ answer: retry(), formula: grid.formulas()['B2'] }).toEqual({
      answer: done(1, 1),
      formula: '=TRACE_TECH(A2)',
    });
  });

  it('retries as well, changes each once', () => {
    const grid = useSheet(world, problemColumn(3));
    const formulas = grid.formulas();
    before('Range.getFormulas', () => void world.callRpc('retryProblems', [], { as: 'editor' }));
    expect({ answer: retry(), grid: withoutAdded(grid) }).toEqual({
      answer: done(0, 3),
      grid: [formulas, ['B2', 'B3', 'B4']],
    });
  });
});
