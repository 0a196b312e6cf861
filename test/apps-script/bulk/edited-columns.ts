import { ColumnEdits } from '../../fakes/apps-script/sheet/column-edits';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { WorldState } from '../../fakes/apps-script/world-state';

/** The cells of columns from the left, each from the top. */
export type Columns = readonly (readonly unknown[])[];
/** A user's edit of a column, counted from 1. `to`: where it is after a drag; for an insertion, the last new one. */
export type Edit = readonly [is: 'insert' | 'delete' | 'drag' | 'copy', at: number, to?: number];

const WIDTH = 9;

export function performEdit(state: WorldState, grid: SheetGrid, [is, at, to = at]: Edit): void {
  const edits = new ColumnEdits(state);
  if (is === 'delete') edits.delete(grid, at);
  else if (is === 'drag') edits.drag(grid, at, to);
  else if (is === 'copy') edits.copy(grid, at);
  else for (let column = at; column <= to; column += 1) edits.insert(grid, at);
}

/** What the first columns of a sheet show, with their number formats; the last one is blank. */
export function shownColumns(grid: SheetGrid, rows: number): Columns {
  return Array.from({ length: WIDTH }, (_column, column) =>
    Array.from({ length: rows }, (_row, row) => {
      const place = { row: row + 1, column: column + 1 };
      return `${String(grid.value(place))}|${grid.layout.formatAt(place)}`;
    }),
  );
}

export function differences(columns: Columns, should: Columns): readonly string[] {
  return columns.flatMap((cells, column) =>
    cells.flatMap((cell, row) => {
      const wanted = should[column]![row];
      return cell === wanted ? [] : [`R${row + 1}C${column + 1} ${String(cell)}, not ${String(wanted)}`];
    }),
  );
}
