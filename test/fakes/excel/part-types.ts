import type { RangeArea } from '../../../workbook/grid/grid-workbook';

/** A table as Excel has them, with titles of which no two are the same. */
export interface GridTable {
  readonly id: string;
  /** Its name in formulas, such as `Table1`. */
  readonly name: string;
  /** With the rows of titles and totals. */
  readonly area: RangeArea;
  readonly hasTitles: boolean;
  readonly hasTotals: boolean;
}

/** A bar chart of names in the first column of an area and numbers in the second. */
export interface GridChart {
  readonly source: RangeArea;
  readonly title: string;
  /** The cells that it covers; `null`: it has no place yet. */
  readonly covers: RangeArea | null;
  readonly hasLegend: boolean;
  readonly hasLabels: boolean;
  readonly hasValueAxis: boolean;
  readonly hasGridlines: boolean;
  /** Whether the first name is at the top. */
  readonly isFromTop: boolean;
}

/** How a sheet prints. */
export interface GridPrint {
  readonly isUpright: boolean;
  /** In percent. */
  readonly scale: number;
  readonly area: RangeArea;
  /** The first and last of the rows that are on every page, from 1. */
  readonly titleRows: readonly [first: number, last: number];
  /** A row with which a page begins. */
  readonly breakAt: number;
}
