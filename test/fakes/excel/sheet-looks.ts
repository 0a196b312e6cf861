import type { GridLooks } from '../../../workbook/grid/grid-workbook';

const NEW: GridLooks = {
  isBold: false,
  color: '#000000',
  fill: '',
  horizontal: 'General',
  vertical: 'Bottom',
  width: 48,
};

/** How the cells and columns of a sheet look. */
export class SheetLooks {
  /** What differs from a new sheet, as `row:column`. */
  readonly styles = new Map<string, Partial<GridLooks>>();
  /** Of columns that are not as wide as new ones. */
  readonly widths = new Map<number, number>();

  read(row: number, column: number): GridLooks {
    return { ...NEW, ...this.styles.get(`${row}:${column}`), width: this.widths.get(column) ?? NEW.width };
  }

  write(row: number, column: number, { width, ...style }: Partial<GridLooks>): void {
    if (width !== undefined) this.widths.set(column, width);
    this.styles.set(`${row}:${column}`, { ...this.styles.get(`${row}:${column}`), ...style });
  }
}
