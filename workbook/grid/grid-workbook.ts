import type { UndoStep } from './grid-history';

/** A rectangle of cells; rows and columns count from 0. */
export interface RangeArea {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

type Rows<T> = readonly (readonly T[])[];

/** The content of a cell, once its entry has been interpreted. */
export type GridContent =
  | { readonly is: 'blank' }
  | { readonly is: 'formula'; readonly formula: string }
  /** `format`: of a date, which a cell without a format adopts. `isError`: `#N/A` and others, which are no texts. */
  | {
      readonly is: 'value';
      readonly value: string | number | boolean;
      readonly format?: string;
      readonly isError?: true;
    };

/** One sheet, as far as Excel's API needs it. */
export interface GridSheet {
  readonly id: string;
  readName(): string;
  /** Whether it stands among the tabs. */
  show(isShown: boolean): void;
  remove(): void;
  /** Up to the last cell in use, spilled ones included. */
  readExtent(): { readonly rowCount: number; readonly columnCount: number };
  /** The smallest area with all cells of an area that are in use, spilled ones included. */
  readUsed(area: RangeArea): RangeArea | null;
  readValues(area: RangeArea): Rows<unknown>;
  /** `''` where there is none. */
  readFormulas(area: RangeArea): Rows<string>;
  /** `General` where there is no other. */
  readFormats(area: RangeArea): Rows<string>;
  /** As the cells show them, such as a date that a function returns with its format. */
  readTexts(area: RangeArea): Rows<string>;
  /** Where formulas have spilled, their own cell included. */
  readSpills(): readonly RangeArea[];
  readMerges(): readonly RangeArea[];
  /** Formulas that were entered for several cells at once, which only change together. */
  readArrays(): readonly RangeArea[];
  isRowHidden(row: number): boolean;
  hasFilter(): boolean;
  /** Shows only the rows with these texts. @param column of the area, whose first row has the titles */
  filter(area: RangeArea, column: number, texts: readonly string[]): void;
  isColumnHidden(column: number): boolean;
  /** `null`: it is not protected. */
  readProtection(): { readonly allowFormatCells: boolean } | null;
  /** In a new sheet every cell is; it only matters where the sheet is protected. */
  isLocked(row: number, column: number): boolean;
  /** The parts of a text, each of which has the same font; `null`: the cell's font goes for all of it. */
  readTextRuns(row: number, column: number): readonly string[] | null;
  /** Whether a cell that is set to `Empty` gets a value, as in some versions of Excel. */
  readonly fillsEmpty?: boolean;
  /** `null`: unchanged. */
  writeValues(area: RangeArea, values: Rows<GridContent | null>): void;
  /** The rows from this one on move down, and the references to them follow. */
  insertRows(row: number, rowCount: number): void;
  clearFormats(area: RangeArea): void;
  writeFormats(area: RangeArea, formats: Rows<string | null>): void;
  readLooks(row: number, column: number): GridLooks;
  writeLooks(row: number, column: number, looks: Partial<GridLooks>): void;
  /** Called where an entry makes the workbook calculate. */
  calculated?(): void;
  /** Recalculates a formula, and asks again for whatever has no answer. */
  retry(row: number, column: number): void;
  activate(): void;
  /** Several areas at once; the first comes into view. */
  select(areas: readonly RangeArea[]): void;
  /** How many rows stay in view at the top. */
  freezeRows(count: number): void;
  /** Draws a mark over cells while their sheet is shown, and returns a function that removes it. Absent: it cannot. */
  highlight?(areas: readonly RangeArea[]): () => void;
}

/** How a cell looks, and how wide its column is. */
export interface GridLooks {
  readonly isBold: boolean;
  /** As `#000000`. */
  readonly color: string;
  /** `''`: none. */
  readonly fill: string;
  /** Of the text, in points. */
  readonly size: number;
  /** As Excel calls them: `General`, `Bottom`. */
  readonly horizontal: string;
  readonly vertical: string;
  /** In points. */
  readonly width: number;
}

/** A name for some cells. */
export interface GridName {
  readonly name: string;
  readonly isHidden: boolean;
  /** The id of its sheet; `null`: it has the workbook's scope. */
  readonly scope: string | null;
  /** `null`: its cells are gone. */
  readonly refersTo: { readonly sheetId: string; readonly area: RangeArea } | null;
}

/** The open workbook. */
export interface GridWorkbook {
  /** The number of 2 January 1904: 1,463, or 1 where days are counted from 1904. */
  readonly serialOf1904: number;
  /** The decimal separator in the language of the sheet. */
  readonly decimalSeparator: '.' | ',';
  /** As Excel calls it: `Automatic`, or `Manual` where formulas are calculated on request only. */
  readonly calculationMode: string;
  readSheets(): readonly GridSheet[];
  /**
   * Makes everything that the work changes part of this undo step; `null`: of none. Absent: the grid has no undo.
   */
  record?(step: UndoStep, work: () => void): void;
  /** Saves what is in no undo step, such as the record of an enrichment, before anything else is written. */
  keep?(): Promise<unknown>;
  /** After the others. */
  addSheet(name: string): GridSheet;
  readNames(): readonly GridName[];
  /** With the workbook's scope. No other names are written. */
  addName(name: string, sheetId: string, area: RangeArea): void;
  hideName(name: string): void;
  removeName(name: Pick<GridName, 'name' | 'scope'>): void;
  /** `null`: no cell is selected. */
  readSelection(): { readonly sheetId: string; readonly areas: readonly RangeArea[] } | null;
  /** Returns a function that stops it. */
  onSelection(callback: () => void): () => void;
}

export function overlap(one: RangeArea, other: RangeArea): RangeArea | null {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rowCount = Math.min(one.row + one.rowCount, other.row + other.rowCount) - row;
  const columnCount = Math.min(one.column + one.columnCount, other.column + other.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : null;
}

/** @param widthOf how many columns of a row may be in use */
export function findUsed(
  { row, column, rowCount, columnCount }: RangeArea,
  widthOf: (row: number) => number,
  isUsed: (row: number, column: number) => boolean,
): RangeArea | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (let at = row; at < row + rowCount; at += 1) {
    const end = Math.min(column + columnCount, widthOf(at));
    // Between the first and the last of a row, nothing matters.
    let first = column;
    while (first < end && !isUsed(at, first)) first += 1;
    if (first >= end) continue;
    let last = end - 1;
    while (!isUsed(at, last)) last -= 1;
    top = Math.min(top, at);
    bottom = at;
    left = Math.min(left, first);
    right = Math.max(right, last);
  }
  return bottom < 0 ? null : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}
