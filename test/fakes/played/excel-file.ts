import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { HostPorts } from '../../../shared/enrich/sheet/ports';
import { BulkWorld } from '../excel/bulk-world';
import { ColumnEdits } from '../excel/column-edits';
import { FakeSheet, type FakeCell } from '../excel/sheet';
import type { PlayedFile } from './file';

/** Uses the stand-in for Excel: each page loads the panel's modules again. */
export class ExcelFile implements PlayedFile {
  private readonly world: BulkWorld;
  private readonly edits: ColumnEdits;

  constructor(cells: readonly (readonly GridValue[])[]) {
    const sheet = new FakeSheet(cells.map((row) => row.map((shown) => ({ shown }))));
    this.world = new BulkWorld(sheet, 'http://127.0.0.1:9');
    this.edits = new ColumnEdits(this.world.workbook);
  }

  get sheet(): string {
    return this.grid.id;
  }

  private get grid(): FakeSheet {
    return this.world.sheet;
  }

  values(): readonly (readonly GridValue[])[] {
    const { rowCount, columnCount } = this.grid.readExtent();
    return this.grid.readValues({ row: 0, column: 0, rowCount, columnCount }) as GridValue[][];
  }

  put(row: number, column: number, value: GridValue): void {
    this.grid.put(row, column, { shown: value });
  }

  format(row: number, column: number): void {
    this.grid.formats.set(`${row}:${column}`, '0.00');
  }

  reorder(order: readonly number[]): void {
    this.moveRows(order.map((row) => this.grid.rows[row] ?? []));
  }

  insertRow(at: number): void {
    const { rows } = this.grid;
    this.moveRows([...rows.slice(0, at), [], ...rows.slice(at)]);
  }

  deleteRow(at: number): void {
    this.moveRows(this.grid.rows.filter((_cells, row) => row !== at));
  }

  insertColumn(at: number): void {
    this.edits.insert(this.grid, at);
  }

  deleteColumn(at: number): void {
    this.edits.delete(this.grid, at);
  }

  moveColumn(from: number, to: number): void {
    this.edits.drag(this.grid, from, to);
  }

  copyColumn(from: number): number {
    this.edits.copy(this.grid, from);
    return from + 1;
  }

  openPage(): HostPorts {
    this.world.open();
    return this.world.host.ports;
  }

  close(): void {
    BulkWorld.close();
  }

  /** Moves the formats of their cells too. */
  private moveRows(moved: readonly FakeCell[][]): void {
    const { rows, formats } = this.grid;
    const before = [...rows];
    const kept = [...formats];
    formats.clear();
    for (const [place, format] of kept) {
      const [row, column] = place.split(':').map(Number);
      const to = moved.indexOf(before[row!]!);
      if (to >= 0) formats.set(`${to}:${column}`, format);
    }
    rows.splice(0, Infinity, ...moved);
  }
}
