/** The content of a cell: a date is its serial number, a blank cell is `''`. */
export type HeldValue = string | number | boolean;

/** Cells of a sheet, starting at its first one. Rows and columns count from 0. */
export interface HeldCells {
  /** In A1 notation; `''` if the cell has none. */
  readonly formulas: readonly (readonly string[])[];
  readonly values: readonly (readonly HeldValue[])[];
}

/** All cells of a sheet. */
export interface SheetCells extends HeldCells {
  readonly id: string;
  readonly name: string;
  /** The cells that formulas fill besides their own, by `row column`, if the host can tell. */
  readonly extents?: ReadonlyMap<string, Block>;
}

/** Some cells of one sheet. Rows and columns count from 0. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The formula of a cell; `''`: none. Row and column count from 0. */
export function formulaAt({ formulas }: HeldCells, row: number, column: number): string {
  return formulas[row]?.[column] ?? '';
}

/** Cells beyond the last one are blank. Row and column count from 0. */
export function valueAt({ values }: HeldCells, row: number, column: number): HeldValue {
  return values[row]?.[column] ?? '';
}
