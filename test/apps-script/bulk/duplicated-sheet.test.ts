import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { ColumnEdits } from '../../fakes/apps-script/sheet/column-edits';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { METADATA_HABITS } from '../../fakes/carried-marks';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { charged, useOneSpreadsheet, world } from '../spreadsheet';

useOneSpreadsheet();

afterEach(() => void Object.assign(world.state.metadata.habits, METADATA_HABITS));

const bytesOf = (grid: SheetGrid): string => JSON.stringify([grid.copy().cells, grid.filled()]);

it.each([true, false])(
  'a sheet is duplicated while it is filled, with its metadata: %s; the run pauses, goes on and is undone in its own',
  async (duplicateCarries) => {
    const panel = new BulkPanel(world);
    const grid = useCompanies(world, 3);
    const before = bytesOf(grid);
    Object.assign(world.state.metadata.habits, { duplicateCarries });
    const plan = await planAll(panel, 3, [NAME]);
    let copy = grid;
    panel.before = (name) => {
      if (name === 'exchange' && copy === grid) copy = new ColumnEdits(world.state).duplicate(grid);
    };
    const settings = { maxAgeMs: 30 * 86_400_000, cap: 2, quoted: 0 };
    const paused = await panel.start(plan, settings);
    const duplicated = bytesOf(copy);
    expect({ why: paused.why?.code, column: columnOf(grid, 2, 3) }).toEqual({
      why: 'runCapReached',
      column: ['Company 1', 'Company 2', ''],
    });
    const { is } = await panel.resume({ rest: 1 });
    expect({ is, column: columnOf(grid, 2, 3), charged: await charged() }).toEqual({
      is: 'done',
      column: ['Company 1', 'Company 2', 'Company 3'],
      charged: 3,
    });
    expect(await panel.undo()).toMatchObject({ restored: 3, isWhole: true });
    expect({ original: bytesOf(grid), copy: bytesOf(copy) }).toEqual({ original: before, copy: duplicated });
    expect(copy).not.toBe(grid);
  },
);
