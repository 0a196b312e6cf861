import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { PROBLEM, useSheet, type Entered } from '../retry/problem-sheet';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

/** A user types into one cell between any two calls of a script that replaces formulas. */

let grid: SheetGrid;

useUnconnectedSpreadsheet();

const COLUMN: Entered = {
  A2: 'stripe.com',
  B2: ['=TRACE_COMPANY(A2,"country")', 'US'],
  A3: 'figma.com',
  B3: ['=TRACE_COMPANY(A3,"country")', 'US'],
};
const TABLE: Entered = { A2: 'stripe.com', A3: 'figma.com', B2: '=TRACE_COMPANY(A2:A3,"name, country")' };

/** Google collects what is written until it is asked for, and then writes over whatever is there. */
const COLLECTED = /^(Range\.set|SpreadsheetApp\.flush|SpreadsheetApp\.getActive$)/;

/**
 * @param cells with the formulas, which answer with the table where they have one
 * @returns the calls before which a typed value is lost, and how many calls there are
 */
function typeBeforeEach(
  cells: Entered,
  at: string,
  before: readonly string[],
  act: () => unknown,
): { readonly lost: readonly string[]; readonly calls: number } {
  const lost: string[] = [];
  let calls = 1;
  for (let call = 1; call <= calls; call += 1) {
    world.state.metadata.removeWhere(() => true);
    world.state.documentProperties.clear();
    grid = useSheet(world, cells);
    if (cells === TABLE) answerTable();
    for (const command of before) world.command(command);
    let next: string | null = null;
    world.state.meanwhile = (made) => {
      calls = Math.max(calls, made.length);
      if (made.length !== call || next !== null) return;
      next = made[call - 1]!;
      grid.enter(at, 'mine');
    };
    act();
    world.state.meanwhile = null;
    const place = { row: Number(at.slice(1)), column: at.charCodeAt(0) - 64 };
    if (next !== null && grid.value(place) !== 'mine' && !COLLECTED.test(next)) lost.push(`${call} ${String(next)}`);
  }
  return { lost, calls };
}

function answerTable(): void {
  grid.answer({ row: 2, column: 2 }, [
    ['Stripe', 'US'],
    ['Figma', 'US'],
  ]);
}

const NOTHING_LOST = { lost: [], calls: expect.any(Number) as number };

it.each([
  ['a column', COLUMN, 'B3'],
  ['the formula of a table', TABLE, 'B2'],
  ['an answer of a table', TABLE, 'C3'],
])('freezing: %s', (_what, cells, at) => {
  expect(typeBeforeEach(cells, at, [], () => world.command('freezeSheet'))).toEqual(NOTHING_LOST);
});

it.each([
  ['a column', COLUMN, 'B3'],
  ['the first value of a table', TABLE, 'B2'],
  ['another value of a table', TABLE, 'C3'],
])('restoring: %s', (_what, cells, at) => {
  expect(typeBeforeEach(cells, at, ['freezeSheet'], () => world.command('restoreFrozen'))).toEqual(NOTHING_LOST);
});

it('retrying', () => {
  const cells = { B2: ['=TRACE_TECH(A2)', PROBLEM], B3: ['=TRACE_TECH(A3)', PROBLEM] };
  expect(typeBeforeEach(cells, 'B3', [], () => world.callRpc('retryProblems'))).toEqual(NOTHING_LOST);
});
