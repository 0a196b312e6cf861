import type { GridValue } from '../../../shared/enrich/sheet/cell-values';
import type { HostPorts } from '../../../shared/enrich/sheet/ports';
import { BulkPanel } from '../apps-script/bulk-panel';
import { ColumnEdits } from '../apps-script/sheet/column-edits';
import { SheetGrid } from '../apps-script/sheet/sheet-grid';
import type { SheetsWorld } from '../apps-script/world';
import type { PlayedFile } from './file';

const ID = 7;

/** Uses the stand-in for Google's services: each page is a sidebar, whose messages the built script answers. */
export class SheetsFile implements PlayedFile {
  readonly sheet = String(ID);
  private readonly grid = new SheetGrid(ID, 'Leads');
  private readonly edits: ColumnEdits;

  /** @param world used by one file after another: what the previous one left is removed */
  constructor(
    private readonly world: SheetsWorld,
    cells: readonly (readonly GridValue[])[],
  ) {
    const { state } = world;
    this.edits = new ColumnEdits(state);
    state.sheets.splice(0, Infinity, this.grid);
    state.metadata.removeWhere(() => true);
    state.documentProperties.clear();
    state.documentCache.clear();
    state.userProperties.owner.clear();
    state.selection = { sheetId: ID, areas: [{ row: 1, column: 1, rows: 1, columns: 1 }] };
    for (const [row, values] of cells.entries())
      for (const [column, value] of values.entries()) this.put(row, column, value);
  }

  values(): readonly (readonly GridValue[])[] {
    const { row: rows, column: columns } = this.grid.filled();
    return Array.from({ length: rows }, (_row, row) =>
      Array.from({ length: columns }, (_column, column) => {
        return this.grid.value({ row: row + 1, column: column + 1 }) as GridValue | undefined;
      }).map((value) => value ?? ''),
    );
  }

  put(row: number, column: number, value: GridValue): void {
    this.grid.hold({ row: row + 1, column: column + 1 }, value);
  }

  format(row: number, column: number): void {
    this.grid.layout.formats.set(`${row + 1}:${column + 1}`, '0.00');
  }

  reorder(order: readonly number[]): void {
    this.grid.reorder(order.map((row) => row + 1));
  }

  insertRow(at: number): void {
    this.grid.insertRowBefore(at + 1);
  }

  deleteRow(at: number): void {
    this.grid.deleteRow(at + 1);
  }

  insertColumn(at: number): void {
    this.edits.insert(this.grid, at + 1);
  }

  deleteColumn(at: number): void {
    this.edits.delete(this.grid, at + 1);
  }

  moveColumn(from: number, to: number): void {
    this.edits.drag(this.grid, from + 1, to + 1);
  }

  copyColumn(from: number): number {
    this.edits.copy(this.grid, from + 1);
    return from + 1;
  }

  openPage(): HostPorts {
    return new BulkPanel(this.world).host.ports;
  }

  close(): void {
    this.world.state.requests.length = 0;
    this.world.state.exceptions.length = 0;
  }
}
