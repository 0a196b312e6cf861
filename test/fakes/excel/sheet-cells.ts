import type { RangeArea } from '../../../workbook/grid/grid-workbook';
import type { GridTable } from './part-types';

export interface FakeCell {
  readonly shown: unknown;
  readonly formula?: string;
  /** An error without a formula, such as one that was pasted as a value. */
  readonly isError?: true;
  /** The cell whose table covers this one. */
  readonly from?: { readonly row: number; readonly column: number };
}

export type FakeTable = GridTable;

/** The part of a sheet that references, tables and spilled ranges use. */
export interface SheetCells {
  readonly rows: FakeCell[][];
  readonly tables: { readonly all: readonly FakeTable[] };
  readName(): string;
  readValues(area: RangeArea): unknown[][];
  readSpills(): readonly RangeArea[];
  put(row: number, column: number, cell: FakeCell): void;
}
