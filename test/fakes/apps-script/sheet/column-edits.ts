import { SheetGrid } from './sheet-grid';
import type { WorldState } from '../world-state';

/** User edits of a sheet's columns, counted from 1, and their effect on metadata and references. */
export class ColumnEdits {
  constructor(private readonly state: WorldState) {}

  insert(grid: SheetGrid, at: number): void {
    grid.moveColumns((column) => (column >= at ? column + 1 : column));
    this.state.metadata.inserted(String(grid.id), at - 1);
  }

  delete(grid: SheetGrid, at: number): void {
    grid.moveColumns((column) => (column === at ? null : column > at ? column - 1 : column));
    this.state.metadata.deleted(String(grid.id), at - 1);
  }

  /** Undoes a deletion. @param values of its cells, starting at the first row */
  bringBack(grid: SheetGrid, at: number, values: readonly unknown[]): void {
    grid.moveColumns((column) => (column >= at ? column + 1 : column));
    this.state.metadata.broughtBack(String(grid.id), at - 1);
    for (const [index, value] of values.entries()) grid.hold({ row: index + 1, column: at }, value);
  }

  /** @param to its position afterwards */
  drag(grid: SheetGrid, from: number, to: number): void {
    grid.moveColumns((column) => {
      if (column === from) return to;
      const rest = column > from ? column - 1 : column;
      return rest >= to ? rest + 1 : rest;
    });
    this.state.metadata.dragged(String(grid.id), from - 1, to - 1);
  }

  cutOnto(grid: SheetGrid, from: number, onto: number): void {
    grid.moveColumns((column) => (column === onto ? null : column === from ? onto : column));
    this.state.metadata.cutOnto(String(grid.id), from - 1, onto - 1);
  }

  /** Inserts a copy of a column on its right. */
  copy(grid: SheetGrid, column: number): void {
    this.insert(grid, column + 1);
    for (const place of grid.places().filter((each) => each.column === column)) {
      grid.hold({ ...place, column: column + 1 }, grid.value(place));
    }
    this.state.metadata.copied(String(grid.id), column - 1, column);
  }

  duplicate(grid: SheetGrid): SheetGrid {
    const { sheets, metadata } = this.state;
    const id = 1 + sheets.reduce((most, sheet) => Math.max(most, sheet.id), 0);
    const copy = SheetGrid.from({ ...grid.copy(), id, name: `Copy of ${grid.name}` });
    sheets.push(copy);
    metadata.duplicated(String(grid.id), String(id));
    return copy;
  }

  deleteSheet(grid: SheetGrid): void {
    this.state.sheets.splice(this.state.sheets.indexOf(grid), 1);
    this.state.metadata.sheetDeleted(String(grid.id));
  }
}
