import {
  CellValueType,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type Styles,
  type Worksheet,
} from '@univerjs/core';
import { dayOfSerial } from '../../shared/formulas';
import type { FSheet } from './grid';
import type { GridContent, RangeArea } from './grid-workbook';
import { isReadAsMore } from './read-as-more';

const GENERAL = 'General';

/** A cell's value, not its appearance: a date is its number. In this file rows and columns count from 0. */
export function readHeld(
  sheet: Worksheet,
  row: number,
  column: number,
  isSpilled: (row: number, column: number) => boolean,
): string | number | boolean {
  const raw = sheet.getCellRaw(row, column);
  // Only the drawn cell contains a spilled value.
  const cell = raw?.v === undefined && isSpilled(row, column) ? sheet.getCell(row, column) : raw;
  if (cell?.t === CellValueType.BOOLEAN) return Boolean(cell.v);
  return cell?.v ?? cell?.p?.body?.dataStream.trimEnd() ?? '';
}

/** The parts of a text with a font of their own, and the parts between them; `null`: no part has one. */
export function readTextRuns(sheet: Worksheet, row: number, column: number): readonly string[] | null {
  const { textRuns = [], dataStream = '' } = sheet.getCellRaw(row, column)?.p?.body ?? {};
  const text = dataStream.trimEnd();
  const ends = new Set([0, text.length, ...textRuns.flatMap(({ st, ed }) => [st, Math.min(ed, text.length)])]);
  const cuts = [...ends].sort((a, b) => a - b);
  return textRuns.length === 0 ? null : cuts.slice(1).map((end, at) => text.slice(cuts[at], end));
}

export function readFormat(sheet: Worksheet, styles: Styles, row: number, column: number): string {
  const cell = sheet.getCellRaw(row, column);
  return (cell?.s && styles.getStyleByCell(cell)?.n?.pattern) || GENERAL;
}

const DATE = /^(?=.*[yd])[ymd\-/. ]+$/i;

/** Roughly the text that a cell shows: dates in one format, and numbers without separators. */
export function toShown(value: string | number | boolean, format: string): string {
  if (typeof value !== 'number' || !DATE.test(format)) return String(value);
  return dayOfSerial(value);
}

/** One command, so that it is one undo step and the grid is drawn and calculated once. */
export function writeValues(
  sheet: FSheet,
  area: RangeArea,
  values: readonly (readonly (GridContent | null)[])[],
): void {
  write(sheet, area, values, toCellData);
}

/** Cells that have theirs are left out: with each command the grid goes through the whole sheet. */
export function writeFormats(
  sheet: FSheet,
  area: RangeArea,
  formats: readonly (readonly (string | null)[])[],
  present: readonly (readonly string[])[],
): void {
  const changed = formats.map((row, down) =>
    row.map((format, right) => (format === present[down]![right] ? null : format)),
  );
  write(sheet, area, changed, (format): ICellData => ({ s: { n: format === GENERAL ? null : { pattern: format } } }));
}

/** `null` removes a part of the style. */
export function writeStyle(sheet: FSheet, row: number, column: number, style: ICellData['s']): void {
  write(sheet, { row, column, rowCount: 1, columnCount: 1 }, [[style]], (s): ICellData => ({ s }));
}

function toCellData(content: GridContent): ICellData {
  const bare = { f: null, si: null, p: null };
  if (content.is === 'formula') return { ...bare, v: null, f: content.formula };
  if (content.is === 'blank') return { ...bare, v: null };
  const { value } = content;
  if (typeof value === 'number') return { ...bare, v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { ...bare, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { ...bare, v: value, t: isReadAsMore(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

function write<T>(
  sheet: FSheet,
  area: RangeArea,
  given: readonly (readonly (T | null)[])[],
  toData: (value: T) => ICellData,
): void {
  const matrix: IObjectMatrixPrimitiveType<ICellData> = {};
  given.forEach((row, down) =>
    row.forEach((value, right) => {
      if (value !== null) (matrix[area.row + down] ??= {})[area.column + right] = toData(value);
    }),
  );
  if (Object.keys(matrix).length === 0) return;
  makeRoom(sheet, area);
  sheet.getRange(area.row, area.column, area.rowCount, area.columnCount).setValues(matrix);
}

/** An Excel sheet always has all its rows and columns; a sheet of the grid has as many as it was given. */
function makeRoom(sheet: FSheet, { row, column, rowCount, columnCount }: RangeArea): void {
  if (row + rowCount > sheet.getMaxRows()) sheet.setRowCount(row + rowCount + SPARE_ROWS);
  if (column + columnCount > sheet.getMaxColumns()) sheet.setColumnCount(column + columnCount + SPARE_COLUMNS);
}

const SPARE_ROWS = 200;
const SPARE_COLUMNS = 4;
