import type { GridLooks } from '../../../workbook/grid/grid-workbook';

const NEW: GridLooks = {
  isBold: false,
  color: '#000000',
  fill: '',
  size: 11,
  horizontal: 'General',
  vertical: 'Bottom',
  width: 48,
};

/** The styles of a sheet's cells and columns. */
export class SheetLooks {
  /** Differences from a new sheet, as `row:column`. */
  readonly styles = new Map<string, Partial<GridLooks>>();
  /** Columns with a width other than the default. */
  readonly widths = new Map<number, number>();

  read(row: number, column: number): GridLooks {
    return { ...NEW, ...this.styles.get(`${row}:${column}`), width: this.widths.get(column) ?? NEW.width };
  }

  /** New rows look like the one above them. */
  insertRows(row: number, rowCount: number): void {
    const before = [...this.styles];
    this.styles.clear();
    for (const [place, style] of before) {
      const [at = 0, column = 0] = place.split(':').map(Number);
      this.styles.set(`${at < row ? at : at + rowCount}:${column}`, style);
      if (at !== row - 1) continue;
      for (let added = 0; added < rowCount; added += 1) this.styles.set(`${row + added}:${column}`, style);
    }
  }

  clear(isIn: (row: number, column: number) => boolean): void {
    for (const place of [...this.styles.keys()]) {
      const [row = 0, column = 0] = place.split(':').map(Number);
      if (isIn(row, column)) this.styles.delete(place);
    }
  }

  write(row: number, column: number, { width, ...style }: Partial<GridLooks>): void {
    if (width !== undefined) this.widths.set(column, width);
    this.styles.set(`${row}:${column}`, { ...this.styles.get(`${row}:${column}`), ...style });
  }
}
