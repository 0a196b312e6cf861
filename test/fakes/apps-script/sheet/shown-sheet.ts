import type { Run } from '../run';
import type { SheetGrid } from './sheet-grid';
import type { Area } from './sheet-layout';

const FIRST_CELL: Area = { row: 1, column: 1, rows: 1, columns: 1 };

/** Shows a sheet to the user, with a selection. */
export function show(run: Run, grid: SheetGrid, areas: readonly Area[] = [FIRST_CELL]): void {
  run.state.selection = { sheetId: grid.id, areas };
}
