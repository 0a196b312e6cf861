import type { RowsBelowTitles, SheetChart, SheetLooks, NewSheet } from '../../shared/ports';

/** Sheets and rows that the sidebar asks the script to add. All values are plain JSON. */

/** Dates are their serial numbers, in columns with a date format. */
export interface SentRows extends Omit<RowsBelowTitles, 'rows'> {
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A sheet to add; widths and heights are pixels. */
export interface SentNewSheet extends Pick<NewSheet, 'title'>, Pick<SentRows, 'rows'> {
  readonly isOnce: boolean;
  readonly charts: readonly SentChart[];
  readonly looks: SentSheetLooks;
}

/** Rows and columns count from 0. */
export interface SentChart extends Omit<SheetChart, 'at'> {
  readonly at: { readonly row: number; readonly column: number };
  readonly width: number;
  readonly height: number;
}

/** An add-on cannot choose how a sheet prints: https://developers.google.com/apps-script/reference/spreadsheet/sheet. */
export interface SentSheetLooks extends Pick<SheetLooks, 'widths' | 'formats'> {
  readonly titles: readonly {
    readonly row: number;
    readonly columns: number;
    readonly numbers: readonly number[];
    /** `0`: as other cells. */
    readonly size: number;
    /** `''`: none. */
    readonly fill: string;
  }[];
  readonly textCells: NonNullable<SheetLooks['textCells']>;
  readonly frozenRows: number;
}
