import type { IStyleData, Worksheet } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SetColWidthCommand } from '@univerjs/preset-sheets-core';
import type { FSheet } from './grid';
import { writeStyle } from './grid-cells';
import type { GridLooks } from './grid-workbook';

/** The grid's numbers for alignments, by Excel's words: https://docs.univer.ai. */
const HORIZONTAL = ['General', 'Left', 'Center', 'Right'];
const VERTICAL = ['Bottom', 'Top', 'Center', 'Bottom'];
const POINTS_OF_PIXEL = 0.75;
const DEFAULT_SIZE = 11;

/**
 * How a cell looks, and how wide its column is. Formatting that the whole sheet has counts as plain. Row and column
 * count from 0.
 */
export function readLooks(sheet: Worksheet, row: number, column: number): GridLooks {
  const style: IStyleData = (column < sheet.getColumnCount() && sheet.getComposedCellStyle(row, column)) || {};
  return {
    isBold: style.bl === 1,
    color: style.cl?.rgb ?? '#000000',
    fill: style.bg?.rgb ?? '',
    size: style.fs ?? DEFAULT_SIZE,
    horizontal: HORIZONTAL[style.ht ?? 0] ?? 'General',
    vertical: (style.vt !== defaultOf(sheet).vt && VERTICAL[style.vt ?? 0]) || 'Bottom',
    width: sheet.getColumnWidth(column) * POINTS_OF_PIXEL,
  };
}

function defaultOf(sheet: Worksheet): IStyleData {
  const style = sheet.getDefaultCellStyle();
  return typeof style === 'object' && style !== null ? style : {};
}

/** Writes formatting. A new sheet's defaults are cleared instead of written. Row and column count from 0. */
export function writeLooks(api: FUniver, sheet: FSheet, row: number, column: number, looks: Partial<GridLooks>): void {
  const { isBold, color, fill, size, horizontal, vertical, width } = looks;
  const style = {
    ...(isBold === undefined ? {} : { bl: isBold ? 1 : null }),
    ...(color === undefined ? {} : { cl: color === '#000000' ? null : { rgb: color } }),
    ...(fill === undefined ? {} : { bg: fill === '' ? null : { rgb: fill } }),
    ...(size === undefined ? {} : { fs: size === DEFAULT_SIZE ? null : size }),
    ...(horizontal === undefined ? {} : { ht: HORIZONTAL.indexOf(horizontal) || null }),
    ...(vertical === undefined ? {} : { vt: VERTICAL.indexOf(vertical) || null }),
  };
  if (Object.keys(style).length > 0) writeStyle(sheet, row, column, style as IStyleData);
  if (width !== undefined) writeWidth(api, sheet, row, column, Math.round(width / POINTS_OF_PIXEL));
}

/** The facade's `setColumnWidth` makes the grid measure every row of the sheet. */
function writeWidth(api: FUniver, sheet: FSheet, row: number, column: number, widthPx: number): void {
  const [unitId, subUnitId] = [sheet.getSheet().getUnitId(), sheet.getSheetId()];
  const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  api.syncExecuteCommand(SetColWidthCommand.id, { unitId, subUnitId, ranges: [range], value: widthPx });
}
