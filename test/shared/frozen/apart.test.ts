import { OUT_OF_CELLS } from '../../../shared/frozen/out-of-cells';
import { inGroupsApart } from '../../../shared/frozen/apart';
import { freeze } from '../../../shared/frozen/freeze';
import { toFrozenText } from '../../../shared/frozen/freeze-text';
import type { FreezePorts } from '../../../shared/frozen/ports';
import type { SheetCells } from '../../../shared/frozen/sheet-cells';
import { runSync } from '../../../shared/task';

const WIDE = '=TRACE_TECH(A1:A9,,"layout=spill")';

/** `F` is a formula that may fill several cells, `.` a blank cell. */
const sheetOf = (...lines: readonly string[]): SheetCells => ({
  id: '1',
  name: 'Leads',
  formulas: lines.map((line) => [...line].map((cell) => (cell === 'F' ? WIDE : ''))),
  values: lines.map((line) => [...line].map((cell) => (cell === '.' ? '' : cell))),
});
const groupsOf = (...lines: readonly string[]): readonly string[] => {
  const sheet = sheetOf(...lines);
  const cells = sheet.formulas.flatMap((line, row) =>
    line.flatMap((formula, column) => (formula === '' ? [] : [{ row, column, formula }])),
  );
  return inGroupsApart(sheet, cells).map((group) => group.map(({ row, column }) => `${row}${column}`).join(' '));
};

it.each<[string, readonly string[], readonly string[]]>([
  ['a column of formulas', ['F..', 'F..', 'F..'], ['00 10 20']],
  ['formulas beside each other', ['F.F', '...', '...'], ['00 02']],
  ['one further down on the right, whose row no table meets', ['F...', '...F', '....'], ['00 13']],
  ['one below the other with room between', ['F..', '...', 'F..'], ['00 20']],
])('%s are out together', (_what, lines, groups) => {
  expect(groupsOf(...lines)).toEqual(groups);
});

it.each<[string, readonly string[], readonly string[]]>([
  ['one further down on the left, whose row may meet the other’s table', ['...F', '....', 'F...'], ['03', '20']],
  ['one whose row meets a table below what stands beside it', ['...F.', '....F', '.....', 'F....'], ['03 14', '30']],
  ['three that may all meet', ['....F', '..F..', 'F....'], ['04', '12', '20']],
  ['two of four', ['...F', '...F', 'F...', 'F...'], ['03 13', '20 30']],
])('%s is out at another time', (_what, lines, groups) => {
  expect(groupsOf(...lines)).toEqual(groups);
});

/** Freezes a sheet where nothing can be replaced. Returns which rows were tried at a time, and what was said. */
function freezeNothing(sheet: SheetCells, takesOut: boolean): readonly [tried: readonly (readonly number[])[], string] {
  const tried: (readonly number[])[] = [];
  const ports: FreezePorts = {
    cells: () => [sheet],
    look: () => [sheet],
    readFrozen: () => [],
    keepFrozen: () => undefined,
    findColumns: () => [],
    markColumns: () => undefined,
    takesOut: () => (takesOut ? OUT_OF_CELLS : null),
    reach: ({ cells }) => cells.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 })),
    putValues: ({ cells }) => {
      tried.push(cells.map(({ row }) => row));
      return cells.map(() => false);
    },
    putFormulas: () => [],
    isTimeUp: () => false,
    random: () => 0.5,
  };
  const every = { isAsked: () => true, isProblem: () => false, isProtected: () => false };
  const frozen = runSync(
    freeze(([each]) => [{ sheet: each!, ...every }]),
    ports,
  );
  return [tried, toFrozenText(frozen)];
}

it('tries none whose row may meet a table that could not be frozen', () => {
  expect(freezeNothing(sheetOf('...F', '...x', 'F..x'), true)).toEqual([
    [[0]],
    'No formula was frozen.\nNot frozen:\n• Could not be replaced. Freeze again, or paste them as values: 2',
  ]);
});

it('tries all at once where formulas stay in their cells meanwhile', () => {
  expect(freezeNothing(sheetOf('...F', '...x', 'F..x'), false)[0]).toEqual([[0, 2]]);
});
