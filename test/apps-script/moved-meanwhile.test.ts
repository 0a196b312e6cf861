import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import {
  EDITS,
  editBeforeEach,
  misplaced,
  OF_ANOTHER,
  openCompanies,
  RANGE,
  ROWS,
  SINGLE,
  unanswered,
  WIDE,
  type Fill,
} from './moved-sheet';
import { PROBLEM } from './problem-sheet';
import { useUnconnectedSpreadsheet, world } from './spreadsheet';

/** Somebody else moves rows or columns between any two calls of a script that replaces formulas, or puts them back. */

useUnconnectedSpreadsheet();
beforeEach(() => {
  world.state.presses = 'YES';
  world.state.selection = { sheetId: 0, areas: [{ row: 2, column: 2, rows: 1, columns: 1 }] };
});

const STRIDE = Number(process.env['TRACE_STRIDE'] ?? 7);

const frozen = (fill: Fill) => (): SheetGrid => {
  const grid = openCompanies(fill);
  world.command('freezeSheet');
  return grid;
};
const withProblems = (): SheetGrid => {
  const grid = openCompanies(SINGLE);
  for (const row of ROWS) grid.answer({ row, column: 2 }, [[PROBLEM]]);
  return grid;
};
const oneRange: Fill = (grid) => {
  grid.enter('B2', '=TRACE_COMPANY(A2:A5,"name")');
  grid.answer(
    { row: 2, column: 2 },
    ROWS.map((row) => [`Name c${row}`]),
  );
};
const retry = (): unknown => world.callRpc('retryProblems');
const thaw = (): unknown => world.command('thawFrozen');
const turn = (): unknown => world.command('turnIntoRange');

/** Who sorts a range formula takes it to another row. */
const canSort = (what: string, edit: string): boolean =>
  !/a range|single formulas$/.test(what) || edit !== 'rows are sorted';

const ACTS: readonly (readonly [what: string, open: () => SheetGrid, act: () => unknown])[] = [
  ['thawing formulas', frozen(SINGLE), thaw],
  ['thawing wide formulas', frozen(WIDE), thaw],
  ['thawing a range formula', frozen(RANGE), thaw],
  ['retrying', withProblems, retry],
  ['making one formula', () => openCompanies(SINGLE), turn],
  ['making single formulas', () => openCompanies(oneRange), turn],
];

it.each(
  ACTS.flatMap(([what, open, act], at) =>
    Object.keys(EDITS)
      .filter((edit) => canSort(what, edit))
      .map((edit, index) => [what, edit, open, act, 1 + ((at + index) % STRIDE)] as const),
  ),
)('%s while %s: each company keeps its own answer or its formula', (_what, name, prepare, act, first) => {
  const wrong: string[] = [];
  for (const { grid, before, isCollected, said } of editBeforeEach(prepare, EDITS[name]!, act, [first, STRIDE])) {
    world.state.clock.advance(601_000);
    world.callRpc('restoreFormulas');
    if (isCollected) continue;
    // A range formula that is out of its cell does not grow with its rows, and one that is sorted goes elsewhere.
    const isTold = said.includes('Check that a formula covers each of them');
    const isSorted = name === 'rows are sorted' && said.includes('are one now');
    const open = isTold || isSorted ? [] : unanswered(grid);
    const found = [...misplaced(grid).filter((each) => OF_ANOTHER.test(each)), ...open];
    if (found.length > 0) wrong.push(`${before}: ${found.join(', ')} (${said})`);
  }
  expect(wrong).toEqual([]);
});
