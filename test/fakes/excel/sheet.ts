import type { GridSheet } from '../../../workbook/grid-sheets';

export interface FakeCell {
  readonly shown: unknown;
  readonly formula?: string;
  /** The cell whose table covers this one. */
  readonly from?: { readonly row: number; readonly column: number };
}

/** A sheet for the stand-in of Excel's API: its cells by row and column, and which were entered again. */
export class FakeSheet implements GridSheet {
  readonly retried: string[] = [];
  /** How many cells were read at once, at most. */
  largestRead = 0;

  constructor(private readonly cells: readonly (readonly FakeCell[])[]) {}

  readExtent(): { rowCount: number; columnCount: number } {
    return { rowCount: this.cells.length, columnCount: this.cells[0]?.length ?? 0 };
  }

  readValues(area: Parameters<GridSheet['readValues']>[0]): unknown[][] {
    this.largestRead = Math.max(this.largestRead, area.rowCount * area.columnCount);
    return this.cut(area).map((row) => row.map(({ shown }) => shown));
  }

  readFormulas(area: Parameters<GridSheet['readFormulas']>[0]): string[][] {
    return this.cut(area).map((row) => row.map(({ formula = '' }) => formula));
  }

  findSpillParent(row: number, column: number): { row: number; column: number } | null {
    return this.cells[row]?.[column]?.from ?? null;
  }

  retry(row: number, column: number): void {
    this.retried.push(`${row}:${column}`);
  }

  private cut({ row, column, rowCount, columnCount }: Parameters<GridSheet['readValues']>[0]): FakeCell[][] {
    return this.cells.slice(row, row + rowCount).map((cells) => cells.slice(column, column + columnCount));
  }
}
