import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { EDITS, editBeforeEach, misplaced, OF_ANOTHER, openCompanies, ROWS, SINGLE, unanswered } from './moved-sheet';
import { PROBLEM } from '../retry/problem-sheet';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

/** Another user moves rows or columns between any two calls of a retry. */

useUnconnectedSpreadsheet();
beforeEach(() => {
  world.state.presses = 'YES';
  world.state.selection = { sheetId: 0, areas: [{ row: 2, column: 2, rows: 1, columns: 1 }] };
});

const STRIDE = Number(process.env['TRACE_STRIDE'] ?? 7);

const withProblems = (): SheetGrid => {
  const grid = openCompanies(SINGLE);
  for (const row of ROWS) grid.answer({ row, column: 2 }, [[PROBLEM]]);
  return grid;
};

it.each(Object.keys(EDITS).map((edit, index) => [edit, 1 + (index % STRIDE)] as const))(
  'retrying while %s: each company keeps its own answer or its formula',
  (name, first) => {
    const retry = (): unknown => world.callRpc('retryProblems');
    const wrong: string[] = [];
    for (const { grid, before, isCollected, said } of editBeforeEach(withProblems, EDITS[name]!, retry, [
      first,
      STRIDE,
    ])) {
      if (isCollected) continue;
      const found = [...misplaced(grid).filter((each) => OF_ANOTHER.test(each)), ...unanswered(grid)];
      if (found.length > 0) wrong.push(`${before}: ${found.join(', ')} (${said})`);
    }
    expect(wrong).toEqual([]);
  },
);
