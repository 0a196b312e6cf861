import type { GridValue } from '../../../shared/enrich/sheet/cell-values';

export interface OwnedCell {
  value: GridValue;
}

/** What each cell would contain if nothing had been enriched: its rows move as the user moves the cells. */
export class OwnedCells {
  private rows: OwnedCell[][];

  constructor(cells: readonly (readonly GridValue[])[]) {
    this.rows = cells.map((row) => row.map((value) => ({ value })));
  }

  at(row: number, column: number): OwnedCell {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row]!;
    while (cells.length <= column) cells.push({ value: '' });
    return cells[column]!;
  }

  put(row: number, column: number, cell: OwnedCell): void {
    this.at(row, column);
    this.rows[row]![column] = cell;
  }

  /** The current column of a title; -1: its column is gone. */
  columnOf(title: OwnedCell): number {
    return this.rows[0]!.indexOf(title);
  }

  reorder(order: readonly number[]): void {
    const { rows } = this;
    this.rows = order.map((row) => rows[row] ?? []);
  }

  insertRow(at: number): void {
    this.rows.splice(at, 0, []);
  }

  deleteRow(at: number): void {
    this.rows.splice(at, 1);
  }

  insertColumn(at: number): void {
    for (const [row, cells] of this.rows.entries()) {
      if (at > 0) this.at(row, at - 1);
      cells.splice(at, 0, { value: '' });
    }
  }

  deleteColumn(at: number): void {
    for (const cells of this.rows) cells.splice(at, 1);
  }

  moveColumn(from: number, to: number): void {
    for (const [row, cells] of this.rows.entries()) {
      this.at(row, Math.max(from, to));
      cells.splice(to, 0, ...cells.splice(from, 1));
    }
  }
}
