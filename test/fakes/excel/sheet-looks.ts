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

  write(row: number, column: number, { width, ...style }: Partial<GridLooks>): void {
    if (width !== undefined) this.widths.set(column, width);
    this.styles.set(`${row}:${column}`, { ...this.styles.get(`${row}:${column}`), ...style });
  }
}
