import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

let grid: SheetGrid;
let panel: BulkPanel;

useUnconnectedSpreadsheet();

beforeEach(() => {
  grid = new SheetGrid(7, 'Leads');
  world.state.sheets.splice(0, Infinity, grid);
  panel = new BulkPanel(world);
});

/** It is made for columns that are marked. */
async function makeRoom(sheet: string, columns: number): Promise<void> {
  await panel.host.ports.anchors.put('run1', sheet, [{ name: '0', column: columns - 1 }], { first: 0, count: 1 });
}

it('room that is made has neither the formats nor the rules of the column before it', async () => {
  grid.layout.formats.set('2:26', '0.00%');
  grid.layout.rejecting.add('2:26');
  await makeRoom('7', 28);
  const isRuled = (column: number): boolean => grid.layout.rejecting.has(`2:${column}`);
  expect([26, 27, 28].map((column) => [grid.layout.formatAt({ row: 2, column }), isRuled(column)])).toEqual([
    ['0.00%', true],
    ['General', false],
    ['General', false],
  ]);
});

it('room is made at the right end; a full file and a missing sheet say so', async () => {
  const room = (sheet: string, columns: number): Promise<unknown> =>
    makeRoom(sheet, columns).catch((thrown: { code: string }) => thrown.code);
  const made = [await room('7', 30), grid.layout.columns];
  grid.layout.rows = 384_000;
  expect({ made, fullFile: await room('7', 40), missingSheet: await room('8', 40) }).toEqual({
    made: [undefined, 30],
    fullFile: 'sheetFull',
    missingSheet: 'sheetGone',
  });
});
