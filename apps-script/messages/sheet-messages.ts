import type { Like } from './example';

/** Sheets and rows that the sidebar asks the script to add. All values are plain JSON. Rows and columns count from 0. */

const FORMATS = [{ column: 0, format: '' }] as const;

/** Dates are their serial numbers, in columns with a date format. */
export const ROWS = { title: '', titles: [''], rows: [['typed']], formats: FORMATS } as const;

export type SentRows = Like<typeof ROWS>;

/** A sheet to add; widths and heights are pixels. Some of its cells may be formulas. */
export const ADDED_SHEET = {
  title: '',
  isOnce: false,
  rows: [[true]],
  charts: [{ title: '', row: 0, rows: 0, at: { row: 0, column: 0 }, width: 0, height: 0 }],
  /**
   * An add-on cannot choose how a sheet prints:
   * https://developers.google.com/apps-script/reference/spreadsheet/sheet.
   */
  looks: {
    widths: [0],
    formats: FORMATS,
    /** `size: 0`: as other cells; `fill: ''`: none. */
    titles: [{ row: 0, columns: 0, numbers: [0], size: 0, fill: '' }],
    textCells: [{ row: 0, column: 0 }],
    frozenRows: 0,
  },
} as const;

export type SentNewSheet = Like<typeof ADDED_SHEET>;
export type SentChart = SentNewSheet['charts'][number];
export type SentSheetLooks = SentNewSheet['looks'];
