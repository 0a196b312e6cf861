import type { GridCell as Cell, WriteResult } from '../../shared/ports';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../fakes/apps-script/sheet-grid';
import type { SheetsWorld } from '../fakes/apps-script/world';
import { openWorld } from './open-world';

/** Columns of Google's tables that have a type, in B to D; E has none. */

let world: SheetsWorld;
let grid: SheetGrid;

beforeAll(async () => {
  world = await openWorld('http://127.0.0.1:9');
});
afterAll(() => world.stop());
beforeEach(() => {
  grid = new SheetGrid(7, 'Leads');
  world.state.sheets.splice(0, Infinity, grid);
  world.state.documentProperties.clear();
  for (const column of [2, 3, 4]) grid.layout.typedColumns.add(column);
});

const write = (line: readonly Cell[]): Promise<WriteResult> =>
  new BulkPanel(world).host.ports.sheet.write({
    sheet: '7',
    rows: [1, 2],
    columns: line.map((_cell, index) => index + 1),
    cells: [line, line],
    guard: { input: null, before: [line.map(() => ''), line.map(() => '')], sheetRows: null, header: null },
  });

const shown = (): unknown => [2, 3, 4, 5].map((column) => grid.value({ row: 3, column }));

it('a number whose format the column keeps is written all the same', async () => {
  for (const row of [2, 3]) grid.layout.formats.set(`${row}:3`, 'yyyy-mm-dd');
  const { refused } = await write([
    { kind: 'text', text: 'Stripe', isLiteral: false },
    { kind: 'number', number: 8_500 },
    { kind: 'boolean', boolean: true },
  ]);
  expect([shown(), refused]).toEqual([['Stripe', 8_500, true, ''], []]);
  expect(grid.layout.formatAt({ row: 3, column: 3 })).toBe('yyyy-mm-dd');
});

it('a date is refused by name in a column that would not show it as one, and no other cell is lost', async () => {
  const date: Cell = { kind: 'date', day: '2026-06-01' };
  for (const row of [2, 3]) grid.layout.formats.set(`${row}:3`, 'dd.mm.yyyy');
  const { refused } = await write([date, date, { kind: 'number', number: 3 }, date]);
  expect(shown()).toEqual(['', 46_174, 3, 46_174]);
  expect(refused.map(({ at, column, error }) => [at, column, error.message])).toEqual(
    [0, 1].map((at) => [at, 1, expect.stringContaining("You can't set the number format of cells in a typed column")]),
  );
  expect(grid.layout.formatAt({ row: 3, column: 5 })).toBe('yyyy-mm-dd');
});
