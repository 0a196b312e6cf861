import type {
  CellValueType,
  HorizontalAlign,
  IStyleData,
  IWorksheetData,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';

/** The grid's own numbers, written out: its package loads only in a page, and the sample is data. */
export const GRID: {
  readonly forcedText: CellValueType.FORCE_STRING;
  readonly clip: WrapStrategy.CLIP;
  readonly wrap: WrapStrategy.WRAP;
  readonly center: HorizontalAlign.CENTER;
  readonly right: HorizontalAlign.RIGHT;
  readonly middle: VerticalAlign.MIDDLE;
} = { forcedText: 4, clip: 2, wrap: 3, center: 2, right: 3, middle: 2 };

const CELL_STYLE: IStyleData = { ff: 'Arial', fs: 10, vt: GRID.middle, pd: { l: 6, r: 6 } };
/** As in Google Sheets. */
const ROW_HEIGHT_PX = 21;

/** Every sheet of a workbook: cells that a person types into look like those of the sample and of CSV files. */
export const SHEET_LOOKS: Pick<IWorksheetData, 'defaultStyle' | 'defaultRowHeight'> = {
  defaultStyle: CELL_STYLE,
  defaultRowHeight: ROW_HEIGHT_PX,
};

/** A title above a column. */
export const TITLE_STYLE: IStyleData = { bl: 1, bg: { rgb: '#e8eaf6' }, cl: { rgb: '#1f2a5c' } };
/** The first row stays in view. */
export const TITLE_ROW: Pick<IWorksheetData, 'freeze'> = {
  freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
};

/** The grid's sheets are records by row and column, not lists. */
export function listToRecord<T>(list: readonly T[]): Record<number, T> {
  return Object.fromEntries(list.entries());
}
