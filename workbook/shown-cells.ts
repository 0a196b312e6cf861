import { CellValueType, type IRange, type Univer, type Workbook, type Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { ShownCell } from './csv-file';

const BLANK: ShownCell = { shown: '', isText: true };

/** What a sheet shows, up to its last cell: formulas as their answers, spilled cells too. */
export function readShownCells(univer: Univer, workbook: Workbook, sheet: Worksheet): ShownCell[][] {
  // The grid keeps spilled values apart from its cells.
  const all = univer.__getInjector().get(FormulaDataModel).getArrayFormulaRange();
  const tables = all[workbook.getUnitId()]?.[sheet.getSheetId()] ?? {};
  const spilled: IRange[] = Object.values(tables).flatMap((row) => Object.values(row));
  const rows = 1 + spilled.reduce((last, { endRow }) => Math.max(last, endRow), sheet.getLastRowWithContent());
  const lastColumn = sheet.getLastColumnWithContent();
  const columns = 1 + spilled.reduce((last, { endColumn }) => Math.max(last, endColumn), lastColumn);
  const isSpilled = (row: number, column: number): boolean =>
    spilled.some(
      ({ startRow, endRow, startColumn, endColumn }) =>
        row >= startRow && row <= endRow && column >= startColumn && column <= endColumn,
    );
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => readShownCell(sheet, row, column, isSpilled)),
  );
}

/** A plain value is read directly, since the grid takes some time to say how a cell looks. */
function readShownCell(
  sheet: Worksheet,
  row: number,
  column: number,
  isSpilled: (row: number, column: number) => boolean,
): ShownCell {
  const raw = sheet.getCellRaw(row, column);
  if (raw?.s === undefined && raw?.f === undefined && raw?.si === undefined && raw?.p === undefined) {
    if (typeof raw?.v === 'string') return { shown: raw.v, isText: true };
    if (typeof raw?.v === 'number' && raw.t !== CellValueType.BOOLEAN) return { shown: String(raw.v), isText: false };
    if (raw?.v === undefined && !isSpilled(row, column)) return BLANK;
  }
  const cell = sheet.getCell(row, column);
  const value = cell?.v ?? cell?.p?.body?.dataStream.trimEnd() ?? '';
  // Drawn as TRUE, kept as 1.
  if (cell?.t === CellValueType.BOOLEAN) return { shown: value ? 'TRUE' : 'FALSE', isText: false };
  const isText = typeof (raw?.v ?? value) === 'string' && raw?.t !== CellValueType.NUMBER;
  return { shown: String(value), isText };
}
