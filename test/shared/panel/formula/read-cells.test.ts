import { readCells } from '../../../../shared/panel/formula/read-cells';
import { toSelectedCells } from '../../../../shared/panel/formula/selected-cells';
import type { SelectedColumn } from '../../../../shared/enrich/plan/selection';
import { triage } from '../../../../shared/enrich/plan/triage';
import { MemoryGrid } from '../../../fakes/memory-grid';

const HOME = { sheet: 'sheet-1', sheetName: 'Leads' };
const host = () => {
  const grid = new MemoryGrid([['Website'], ['a.com'], [''], ['b.com']]);
  return { ports: { sheet: grid.sheet } } as unknown as Parameters<typeof readCells>[0];
};

it.each([
  ['A2:A4', [['a.com'], [''], ['b.com']]],
  ['$A$2', [['a.com']]],
  ['leads!A2:A100', [['a.com'], [''], ['b.com']]],
  ['A90:A99', [['']]],
  ['F2', [['']]],
])('reads %s to the last row that is used', async (reference, values) => {
  expect(await readCells(host(), reference, HOME)).toEqual(values);
});

it.each(['Other!A2', 'stripe.com'])('does not read %s', async (reference) => {
  expect(await readCells(host(), reference, HOME)).toBeNull();
});

const column = (cells: readonly string[], row: number): SelectedColumn => ({
  area: { sheet: 'sheet-1', row, rows: cells.length, column: 27, columns: 1 },
  sheetName: 'Leads',
  column: 27,
  columns: [],
  triage: triage(
    cells.map((cell) => [cell]),
    row,
  ),
  isWidened: false,
  selectedRow: row,
  merged: 0,
  isTitleAbove: false,
});

it('names the selected rows without the title and without blanks at the end', () => {
  expect([
    toSelectedCells(column(['Website', 'a.com', '', 'b.com', ''], 0))?.reference,
    toSelectedCells(column(['a.com'], 4))?.reference,
  ]).toEqual(['AB2:AB4', 'AB5']);
});
