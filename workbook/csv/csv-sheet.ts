import { CellValueType, type ICellData, type IWorkbookData } from '@univerjs/core';
import { isNumber } from './csv-file';
import { isReadAsMore } from '../grid/read-as-more';
import { MAIN_SHEET_ID } from '../sheets/sample-sheet';
import { listToRecord, SHEET_LOOKS, TITLE_ROW, TITLE_STYLE } from '../sheets/sheet-data';

/** Room for columns of formulas beside the file's columns, and for answers that spill below. */
const SPARE_COLUMNS = 12;
const SPARE_ROWS = 200;
const WIDTH_PX = 130;
const MAX_SHEET_NAME = 31;

/**
 * A workbook with the rows of a CSV file. No cell of the file becomes a formula, whatever it begins with, and texts
 * stay as written; see https://owasp.org/www-community/attacks/CSV_Injection.
 *
 * @param titles how many rows come before the first company
 */
export function makeCsvWorkbook(
  fileName: string,
  rows: readonly (readonly string[])[],
  titles: number,
): Partial<IWorkbookData> {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return {
    id: 'trace-workbook',
    name: fileName,
    sheetOrder: [MAIN_SHEET_ID],
    sheets: {
      [MAIN_SHEET_ID]: {
        id: MAIN_SHEET_ID,
        name: toSheetName(fileName),
        rowCount: rows.length + SPARE_ROWS,
        columnCount: columns + SPARE_COLUMNS,
        defaultColumnWidth: WIDTH_PX,
        cellData: listToRecord(rows.map((row, at) => toCells(row, at === titles - 1 ? { s: TITLE_STYLE } : {}))),
        ...SHEET_LOOKS,
        ...(titles === 1 ? TITLE_ROW : {}),
      },
    },
  };
}

function toCells(row: readonly string[], looks: Pick<ICellData, 's'>): Record<number, ICellData> {
  const cells: Record<number, ICellData> = {};
  row.forEach((text, column) => {
    if (text !== '') cells[column] = { ...toCell(text), ...looks };
  });
  return cells;
}

function toCell(text: string): ICellData {
  if (isNumber(text)) return { v: Number(text), t: CellValueType.NUMBER };
  return { v: text, t: isReadAsMore(text) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

function toSheetName(fileName: string): string {
  const plain = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[\\/?*[\]:']/g, ' ')
    .trim();
  return plain.slice(0, MAX_SHEET_NAME) || 'Sheet1';
}
