import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { HostPorts } from '../../../shared/enrich/sheet/ports';
import { MemoryGrid } from '../memory-grid';
import type { PlayedFile } from './file';

/** Uses an in-memory grid. */
export class MemoryFile implements PlayedFile {
  readonly sheet = 'sheet-1';
  private readonly grid: MemoryGrid;

  constructor(cells: readonly (readonly GridValue[])[]) {
    this.grid = new MemoryGrid(cells);
  }

  values(): readonly (readonly GridValue[])[] {
    return this.grid.values();
  }

  put(row: number, column: number, value: GridValue): void {
    this.grid.at(row, column).value = value;
  }

  format(row: number, column: number): void {
    this.grid.at(row, column).format = '0.00';
  }

  reorder(order: readonly number[]): void {
    const { rows } = this.grid;
    this.grid.rows = order.map((row) => rows[row] ?? []);
  }

  insertRow(at: number): void {
    this.grid.rows.splice(at, 0, []);
  }

  deleteRow(at: number): void {
    this.grid.rows.splice(at, 1);
  }

  insertColumn(at: number): void {
    for (const [row, cells] of this.grid.rows.entries()) {
      if (at > 0) this.grid.at(row, at - 1);
      cells.splice(at, 0, { value: '' });
    }
  }

  deleteColumn(at: number): void {
    for (const cells of this.grid.rows) cells.splice(at, 1);
  }

  moveColumn(from: number, to: number): void {
    for (const [row, cells] of this.grid.rows.entries()) {
      this.grid.at(row, Math.max(from, to));
      cells.splice(to, 0, ...cells.splice(from, 1));
    }
  }

  copyColumn(from: number): number {
    const to = from + 1;
    this.insertColumn(to);
    for (const cells of this.grid.rows) cells[to] = { ...cells[from]! };
    this.grid.anchors.copied(from, to);
    return to;
  }

  openPage(): HostPorts {
    return this.grid.portsWith({} as HostPorts['client']);
  }

  close(): void {
    // The file exists only here.
  }
}
