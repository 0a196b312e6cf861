import type { Anchor, Links, SheetCells } from '../../../shared/frozen/sheet-cells';
import { SPILL_ORDER } from '../../../shared/frozen/spill-order';

const ROWS = 40;
/** Each formula in B reads what A spills in its row. */
const SHEET: SheetCells = {
  ...{ id: '1', name: 'Leads', values: [] },
  formulas: Array.from({ length: ROWS }, (_row, row) => ['=TRACE_SEARCH("x")', `=TRACE_TECH(A${row + 1}#)`]),
  links: {
    anchorsOf(formula: string): readonly Anchor[] {
      const row = /A(\d+)#/.exec(formula)?.[1];
      return row === undefined ? [] : [{ of: SHEET, row: Number(row) - 1, column: 0 }];
    },
  } as Links,
};

it('looks at each cell that was frozen once, however many there are', () => {
  const readers = SPILL_ORDER.readersIn([SHEET]);
  let looks = 0;
  const cells = SHEET.formulas.map((_line, row) => ({
    column: 1,
    get row() {
      looks += 1;
      return row;
    },
  }));
  readers.frozen('1', cells);
  expect(looks).toBe(ROWS);
});

it('a cell is read until all its readers are frozen', () => {
  const readers = SPILL_ORDER.readersIn([SHEET]);
  expect([0, 1].map((row) => readers.areLeft('1', { row, column: 0 }))).toEqual([true, true]);
  readers.frozen('1', [{ row: 1, column: 1 }]);
  expect([0, 1].map((row) => readers.areLeft('1', { row, column: 0 }))).toEqual([true, false]);
});
