import type { CellValueType, HorizontalAlign, IStyleData, VerticalAlign, WrapStrategy } from '@univerjs/core';

/** The grid's own numbers, written out: its package loads nowhere but in a page, and the sample is data. */
export const GRID: {
  readonly forcedText: CellValueType.FORCE_STRING;
  readonly clip: WrapStrategy.CLIP;
  readonly wrap: WrapStrategy.WRAP;
  readonly center: HorizontalAlign.CENTER;
  readonly right: HorizontalAlign.RIGHT;
  readonly middle: VerticalAlign.MIDDLE;
} = { forcedText: 4, clip: 2, wrap: 3, center: 2, right: 3, middle: 2 };

/** A cell of the sample's sheets, and one of their first row. */
export const CELL_STYLE: IStyleData = { fs: 10, vt: GRID.middle, pd: { l: 6, r: 6 } };
export const HEADER_STYLE: IStyleData = { ...CELL_STYLE, bl: 1, bg: { rgb: '#e8eaf6' }, cl: { rgb: '#1f2a5c' } };

/** The grid's sheets are records by row and column, not lists. */
export function listToRecord<T>(list: readonly T[]): Record<number, T> {
  return Object.fromEntries(list.entries());
}
