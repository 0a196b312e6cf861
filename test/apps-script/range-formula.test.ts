import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { useSheet } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

let grid: SheetGrid;

useUnconnectedSpreadsheet();
beforeEach(() => {
  grid = useSheet(world, {
    B2: ['=TRACE_TECH(A2)', 'React'],
    B3: ['=TRACE_TECH(A3)', 'Vue'],
    B4: ['=TRACE_TECH(A4)', 'none'],
    B5: ['=TRACE_TECH(A5,"category")', 'CRM'],
  });
  select(3);
  world.state.presses = 'YES';
});

const select = (row: number): void => {
  world.state.selection = { sheetId: 0, areas: [{ row, column: 2, rows: 1, columns: 1 }] };
};

it('makes one formula of the equal ones around the selected cell, and says how to undo it', () => {
  expect(world.command('turnIntoRange')).toEqual([
    '3 formulas are one now, in B2: =TRACE_TECH(A2:A4)\nTo undo, select B2 and choose this again.',
  ]);
  expect(grid.formulas()).toEqual({ B2: '=TRACE_TECH(A2:A4)', B5: '=TRACE_TECH(A5,"category")' });
});

it('undoes it once the person says so, and not before', () => {
  const before = grid.formulas();
  world.command('turnIntoRange');
  grid.answer({ row: 2, column: 2 }, [['React'], ['Vue'], ['none']]);
  select(2);
  world.state.presses = 'NO';
  expect(world.command('turnIntoRange')).toEqual(['This is one range formula already.\nTurn it back into 3 formulas?']);
  expect(Object.keys(grid.formulas())).toEqual(['B2', 'B5']);
  world.state.presses = 'YES';
  expect(world.command('turnIntoRange')[1]).toBe('One range formula is 3 formulas now.');
  expect(grid.formulas()).toEqual(before);
});

it('overwrites no value of a person that stands where the range formula has no answer', () => {
  grid.enter('B2', '=TRACE_TECH(A2:A4)');
  grid.enter('B4', 'mine');
  grid.enter('B3', '');
  select(2);
  expect(world.command('turnIntoRange')[1]).toBe('Other values are in these rows. Nothing was changed.');
  expect({ formulas: grid.formulas(), value: grid.value({ row: 4, column: 2 }) }).toEqual({
    formulas: { B2: '=TRACE_TECH(A2:A4)', B5: '=TRACE_TECH(A5,"category")' },
    value: 'mine',
  });
});

it.each([5, 1, 9])('says what to select where row %i has no column of equal formulas', (row) => {
  const before = grid.formulas();
  select(row);
  expect(world.command('turnIntoRange')).toEqual([expect.stringMatching(/^Select a cell in a column of equal/)]);
  expect(grid.formulas()).toEqual(before);
});

describe.each([2, 4])('what a person types in row %i between any two calls stays in its cell', (row) => {
  /** The calls before which it is lost, and how many there are. */
  function typeBeforeEach(prepare: () => void): readonly [lost: readonly (string | undefined)[], calls: number] {
    const lost = new Set<string | undefined>();
    let calls = 1;
    for (let call = 1; call <= calls; call += 1) {
      prepare();
      let before: string | undefined;
      world.state.meanwhile = (made) => {
        calls = Math.max(calls, made.length);
        if (made.length !== call || before !== undefined) return;
        before = made[call - 1];
        grid.enter(`B${row}`, 'mine');
      };
      world.command('turnIntoRange');
      world.state.meanwhile = null;
      if (before !== undefined && grid.value({ row, column: 2 }) !== 'mine') lost.add(before);
    }
    return [[...lost], calls];
  }

  it('while formulas become one', () => {
    const [lost, calls] = typeBeforeEach(() => {
      for (const each of [2, 3, 4]) grid.enter(`B${each}`, `=TRACE_TECH(A${each})`);
      for (const each of [2, 3, 4]) grid.answer({ row: each, column: 2 }, [['React']]);
    });
    // Google collects these, and sends them together.
    expect({ lost: lost.filter((call) => !/^Range\.set|flush$/.test(call!)), hasManyCalls: calls > 8 }).toEqual({
      lost: [],
      hasManyCalls: true,
    });
  });

  it('while one becomes formulas', () => {
    select(2);
    const [lost, calls] = typeBeforeEach(() => {
      for (const each of [2, 3, 4]) grid.enter(`B${each}`, '');
      grid.enter('B2', '=TRACE_TECH(A2:A4)');
      grid.answer({ row: 2, column: 2 }, [['React'], ['Vue'], ['none']]);
    });
    expect({ lost: lost.filter((call) => !/^Range\.set|flush$/.test(call!)), hasManyCalls: calls > 8 }).toEqual({
      lost: [],
      hasManyCalls: true,
    });
  });
});
