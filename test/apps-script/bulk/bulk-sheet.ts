import type { GridCell, GridWriting, WriteResult } from '../../../shared/ports';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { useUnconnectedSpreadsheet, world } from '../spreadsheet';

export { world };
/** Its only sheet, blank before each test. */
export let grid: SheetGrid;
/** The panel of its owner, new for each test. */
export let panel: BulkPanel;

/** Gives each test of a file a blank sheet, and a panel that writes into it. */
export function useBulkSheet(): void {
  useUnconnectedSpreadsheet();
  beforeEach(() => {
    grid = new SheetGrid(7, 'Leads');
    world.state.sheets.splice(0, Infinity, grid);
    world.state.documentProperties.clear();
    panel = new BulkPanel(world);
  });
}

/** From now on it is the panel of an editor. */
export function asEditor(): void {
  panel = new BulkPanel(world, 'editor');
}

/** Writes cells from B2 on into a sheet whose cells are empty, unless told what they hold. */
export async function writeFromB2(
  cells: readonly (readonly (GridCell | null)[])[],
  before?: GridWriting['guard']['before'],
): Promise<WriteResult> {
  return panel.host.ports.sheet.write({
    sheet: '7',
    rows: cells.map((_row, index) => index + 1),
    columns: cells[0]!.map((_cell, index) => index + 1),
    cells,
    guard: { input: null, before: before ?? cells.map((row) => row.map(() => '')) },
  });
}
