/** The content of a cell: a date is its serial number, a blank cell is `''`. */
export type CellContent = string | number | boolean;

/** Cells of a sheet, starting at its first one. Rows and columns count from 0. */
export interface CellContents {
  /** In A1 notation; `''` if the cell has none. */
  readonly formulas: readonly (readonly string[])[];
  readonly values: readonly (readonly CellContent[])[];
}

/** All cells of a sheet. */
export interface SheetCells extends CellContents {
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
export function formulaAt({ formulas }: CellContents, row: number, column: number): string {
  return formulas[row]?.[column] ?? '';
}

/** Cells beyond the last one are blank. Row and column count from 0. */
export function valueAt({ values }: CellContents, row: number, column: number): CellContent {
  return values[row]?.[column] ?? '';
}
