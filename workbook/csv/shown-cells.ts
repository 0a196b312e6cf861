import {
  CellValueType,
  type ICellData,
  type IRange,
  type Nullable,
  type Univer,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import { toPlainNumber, type ShownCell } from './csv-file';

const BLANK: ShownCell = { shown: '', isText: true };

/** What a sheet shows, up to its last cell: formulas as their answers, spilled cells too. */
export function readShownCells(univer: Univer, workbook: Workbook, sheet: Worksheet): ShownCell[][] {
  // The grid keeps spilled values apart from its cells.
  const formulas = univer.__getInjector().get(FormulaDataModel);
  const [unitId, sheetId] = [workbook.getUnitId(), sheet.getSheetId()];
  const tables = formulas.getArrayFormulaRange()[unitId]?.[sheetId] ?? {};
  const answers = formulas.getArrayFormulaCellData()[unitId]?.[sheetId] ?? {};
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
    Array.from({ length: columns }, (__, column) => {
      const raw = sheet.getCellRaw(row, column);
      const held = raw?.v === undefined && isSpilled(row, column) ? (answers[row]?.[column] ?? null) : raw;
      return readShownCell(sheet, row, column, held);
    }),
  );
}

/**
 * A plain value is read directly, since the grid takes some time to say how a cell looks.
 *
 * @param held the cell's own value, or what a formula has spilled into it
 */
function readShownCell(sheet: Worksheet, row: number, column: number, held: Nullable<ICellData>): ShownCell {
  if (held?.s === undefined && held?.f === undefined && held?.si === undefined && held?.p === undefined) {
    if (typeof held?.v === 'string') return { shown: held.v, isText: true };
    if (typeof held?.v === 'number' && held.t !== CellValueType.BOOLEAN && held === sheet.getCellRaw(row, column)) {
      return { shown: String(held.v), isText: false };
    }
    if (held?.v === undefined) return BLANK;
  }
  const cell = sheet.getCell(row, column);
  const value = cell?.v ?? cell?.p?.body?.dataStream.trimEnd() ?? '';
  // Drawn as TRUE, kept as 1.
  if (cell?.t === CellValueType.BOOLEAN) return { shown: value ? 'TRUE' : 'FALSE', isText: false };
  if (typeof held?.v === 'number') return { shown: toPlainNumber(held.v, String(value)), isText: false };
  const isText = typeof (held?.v ?? value) === 'string' && held?.t !== CellValueType.NUMBER;
  return { shown: String(value), isText };
}
