import { FORMULAS, inForm, type Cell, type Sheet } from './workbook';

/** Inputs are in column A below a header, and formulas beside them. */
export const FIRST_ROW = 2;

/**
 * What `SpreadsheetApp` tells of the cell that is calculated.
 * @param cell `null` if Google does not know it
 */
export function toActive(sheet: Sheet, cell: Cell | null): object {
  const lastRow = FIRST_ROW + sheet.inputs.length - 1;
  const toRow = (row: number, columns: number, column: number, read: (row: number, column: number) => string) =>
    Array.from({ length: columns }, (_column, index) => read(row, column + index));
  const range = (row: number, column: number, rows = 1, columns = 1) => {
    const read = (of: (row: number, column: number) => string) => (): string[][] =>
      Array.from({ length: rows }, (_row, index) => toRow(row + index, columns, column, of));
    return {
      getRow: () => row,
      getColumn: () => column,
      getSheet: () => active,
      getFormulas: read(formulaAt),
      getValues: read((at, of) => (of === 1 ? (sheet.inputs[at - FIRST_ROW] ?? '') : '')),
    };
  };
  const formulaAt = (row: number, column: number): string => formulaIn(sheet, row, column);
  const active = {
    getLastRow: () => lastRow,
    getMaxRows: () => Math.max(1_000, lastRow),
    getMaxColumns: () => 26,
    getRange: range,
    getDataRange: () => range(1, 1, lastRow, sheet.columns.length + 1),
  };
  return {
    getActiveRange: () => (cell === null ? null : range(cell.row + FIRST_ROW, cell.column + 2)),
    getActiveSheet: () => active,
  };
}

/** Rows and columns count from 1. */
export function formulaIn(sheet: Sheet, row: number, column: number): string {
  const name = sheet.columns[column - 2];
  if (name === undefined || row < FIRST_ROW || row - FIRST_ROW >= sheet.inputs.length) return '';
  const isArray = sheet.form === 'array';
  if (isArray && row > FIRST_ROW) return '';
  const { id, more } = FORMULAS[name];
  const input = isArray ? `A${row}:A${FIRST_ROW + sheet.inputs.length - 1}` : `A${row}`;
  return `=${inForm(sheet.form, `${id}(${[input, ...more.map((text) => `"${text}"`)].join(',')})`, input)}`;
}
