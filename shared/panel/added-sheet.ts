import type { Day } from '../cells/values';

/** A value of an added row. The host writes texts as text, whatever they begin with, and formats dates as dates. */
export type SheetValue = string | number | Day;

/** A new sheet to add, with its values and formulas. */
export interface NewSheet {
  readonly title: string;
  /** The first row has the titles. */
  readonly rows: readonly (readonly SheetValue[])[];
  /** Absent: none. */
  readonly charts?: readonly SheetChart[];
  /**
   * Formulas that call Trace, or read the sheet's own cells, with commas between their arguments; rows and columns count
   * from 0.
   */
  readonly formulas?: readonly (readonly [row: number, column: number, formula: string])[];
  /** The sheet is added once: if its title is taken, the existing sheet is shown unchanged. */
  readonly isOnce?: true;
  /** How its columns look; absent: as in a new sheet. */
  readonly looks?: SheetLooks;
}

/** Rows for an earlier sheet. */
export interface RowsBelowTitles {
  readonly title: string;
  /** The whole first row of the sheet. */
  readonly titles: readonly string[];
  readonly rows: readonly (readonly SheetValue[])[];
  readonly formats: readonly ColumnFormat[];
}

/** The number format of a column, which counts from 0. */
export interface ColumnFormat {
  readonly column: number;
  readonly format: string;
}

/**
 * A bar chart, where the host can draw one: names from the first column, numbers from the second. Rows and columns
 * count from 0.
 */
export interface SheetChart {
  readonly title: string;
  /** The row of titles, which is above those of the bars. */
  readonly row: number;
  /** With the row of titles. */
  readonly rows: number;
  /** The cells of one column that the chart covers. */
  readonly at: { readonly row: number; readonly column: number; readonly rows: number };
}

/** How a new sheet looks. Rows and columns count from 0. */
export interface SheetLooks {
  /** The widths of the first columns, in characters. */
  readonly widths: readonly number[];
  /** The number formats of columns. */
  readonly formats: readonly ColumnFormat[];
  /** Cells in which everything that is typed stays text; absent: none. */
  readonly textCells?: readonly { readonly row: number; readonly column: number }[];
  /** Absent: none. */
  readonly titles?: readonly TitleRow[];
  /** How many rows stay in view at the top; absent: none. */
  readonly frozenRows?: number;
  /** Absent: as the host prints any sheet. */
  readonly print?: SheetPrint;
}

/** A row of bold text. */
export interface TitleRow {
  readonly row: number;
  readonly columns: number;
  /** The columns whose titles are above numbers, and so at the right; absent: none. */
  readonly numbers?: readonly number[];
  /** In points; absent: as other cells. */
  readonly size?: number;
  /** The color behind the cells, such as `#e8f0ee`; absent: none. */
  readonly fill?: string;
}

/** How a sheet prints on upright pages, where the host lets an add-on choose. The frozen rows are on every page. */
export interface SheetPrint {
  readonly rows: number;
  readonly columns: number;
  /** In percent. */
  readonly scale: number;
  /** The rows with which further pages begin. */
  readonly breaks: readonly number[];
}

/** The outcome of adding a {@link NewSheet}. */
export interface AddedSheet {
  readonly sheet: string;
  /** The sheet's final name; the title may have been taken. */
  readonly name: string;
  /** Why there is no chart, as a sentence; `null`: there is one, or none was wanted. */
  readonly withoutChart: string | null;
}

/** The color behind the titles of tables on sheets that the panel adds. */
export const TITLE_FILL = '#ecedfb';
