import { cellsOf, removedBy, withoutSheets, wouldTouch } from '../../../workbook/grid/undo-overlap';

const typed = (sheet: string, row: number, column: number) => ({
  id: 'sheet.mutation.set-range-values',
  params: { unitId: 'book', subUnitId: sheet, cellValue: { [row]: { [column]: { v: 'old' } } } },
});
const other = (name: string, sheet: string) => ({
  id: `sheet.mutation.${name}`,
  params: { unitId: 'book', subUnitId: sheet },
});
const B3 = { sheet: 'leads', row: 2, column: 1 };

it('cells are told by sheet, row and column', () => {
  const both = { ...typed('leads', 2, 1).params, cellValue: { 2: { 1: {}, 4: null }, 7: { 0: {} } } };
  expect(cellsOf([{ id: 'sheet.mutation.set-range-values', params: both }, other('set-frozen', 'leads')])).toEqual([
    B3,
    { sheet: 'leads', row: 2, column: 4 },
    { sheet: 'leads', row: 7, column: 0 },
  ]);
});

it.each([
  ['the same cell', typed('leads', 2, 1), true],
  ['a cell beside it', typed('leads', 2, 0), false],
  ['the same cell of another sheet', typed('notes', 2, 1), false],
  ['a column that goes', other('remove-col', 'leads'), true],
  ['a column of another sheet', other('remove-col', 'notes'), false],
  ['rows in another order', other('reorder-range', 'leads'), true],
  ['merged cells', other('add-worksheet-merge', 'leads'), true],
  ['the sheet itself', other('remove-sheet', 'leads'), true],
  ['the height of a row', other('set-worksheet-row-auto-height', 'leads'), false],
])('undoing %s', (_what, change, touches) => {
  expect(wouldTouch([other('set-frozen', 'leads'), change], [B3])).toBe(touches);
});

it('a sheet that goes anyway needs no changes of its own', () => {
  const removed = removedBy([other('remove-sheet', 'summary'), typed('leads', 2, 1)]);
  expect([...removed]).toEqual(['summary']);
  expect(withoutSheets([typed('summary', 0, 0), typed('leads', 2, 1)], removed)).toEqual([typed('leads', 2, 1)]);
});
