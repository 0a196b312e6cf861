import { makeSheet, PROBLEM, problemColumn, useSheet, withoutAdded } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

useUnconnectedSpreadsheet();

/** Two sheets, two blocks in the first, gaps and a table: everything that a retry does, it does here. */
function fillSpreadsheet(): void {
  const grid = useSheet(world, {
    ...problemColumn(203),
    D4: ['=TRACE_TECH(A4)', PROBLEM],
    D7: ['=TRACE_TECH(A7)', 'React'],
    E7: ['=A7&""', '#N/A'],
  });
  grid.enter('G2', '=TRACE_COMPANY(A2:A3,"name, country")');
  grid.answer({ row: 2, column: 7 }, [
    ['Company 1', 'US'],
    [PROBLEM, PROBLEM],
  ]);
  world.state.sheets.push(makeSheet(1, { B2: ['=TRACE_TECH(Sheet1!A2)', '#ERROR!'] }));
  world.state.documentProperties.clear();
}

/** The formulas of all sheets, without what a retry adds. */
const formulas = (): unknown => world.state.sheets.map((grid) => withoutAdded(grid)[0]);

/** Google's services are called so often before a run is over. */
function countCalls(): number {
  fillSpreadsheet();
  let count = 0;
  world.state.meanwhile = (calls) => void (count = calls.length);
  world.callRpc('retryProblems');
  world.state.meanwhile = null;
  return count;
}

it.each([
  ['and Google drops the changes that it had collected', false],
  ['and Google still makes the changes that it had collected', true],
])(
  'a retry that is ended after any of its calls leaves every formula in its cell, %s',
  (_name, makesCollectedChanges) => {
    const calls = countCalls();
    fillSpreadsheet();
    const before = JSON.stringify(formulas());
    const lost: number[] = [];
    for (let afterCalls = 0; afterCalls < calls; afterCalls += 1) {
      fillSpreadsheet();
      world.state.cutOff = { afterCalls, makesCollectedChanges };
      try {
        world.callRpc('retryProblems');
      } catch {
        // The test checks what happens then.
      }
      world.state.cutOff = null;
      if (JSON.stringify(formulas()) !== before) lost.push(afterCalls);
    }
    expect({ lost, isLong: calls > 30, stored: world.state.documentProperties.read() }).toEqual({
      lost: [],
      isLong: true,
      stored: {},
    });
  },
);

it('what a retry of an earlier version has kept in the file is neither read nor changed', () => {
  fillSpreadsheet();
  const stored = { TRACE_RETRY_0123abcd_0: '{', TRACE_RETRIED: '["0123abcd"]', other: 'y' };
  for (const [name, text] of Object.entries(stored)) world.state.documentProperties.write(name, text);
  world.callRpc('retryProblems');
  world.callRpc('removeRefresh');
  expect(world.state.documentProperties.read()).toEqual(stored);
});
