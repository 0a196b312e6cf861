import type { IRange } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { RangeArea } from './excel-range';
import type { Grid } from './grid';
import type { CellAddress } from './invocations';

/** One sheet of the grid, as far as Excel's API needs it. Rows and columns count from 0. */
export interface GridSheet {
  /** Up to the last cell in use, spilled ones included. */
  readExtent(): { readonly rowCount: number; readonly columnCount: number };
  readValues(area: RangeArea): readonly (readonly unknown[])[];
  /** `''` where there is none. */
  readFormulas(area: RangeArea): readonly (readonly string[])[];
  /** The cell whose table covers this one; the table's first cell is its own. */
  findSpillParent(row: number, column: number): { readonly row: number; readonly column: number } | null;
  retry(row: number, column: number): void;
}

/**
 * The sheets of the open workbook.
 * @param retry calculates a formula again and asks anew what it has no answer to
 */
export function readGridSheets({ api, univer }: Grid, retry: (cell: CellAddress) => void): readonly GridSheet[] {
  const workbook = api.getActiveWorkbook();
  if (workbook === null) return [];
  const unitId = workbook.getId();
  const tables = univer.__getInjector().get(FormulaDataModel).getArrayFormulaRange()[unitId] ?? {};
  return workbook.getSheets().map((sheet): GridSheet => {
    const sheetId = sheet.getSheetId();
    // The grid keeps what has spilled apart from its cells.
    const spilled: IRange[] = Object.values(tables[sheetId] ?? {}).flatMap((row) => Object.values(row));
    const rangeOf = ({ row, column, rowCount, columnCount }: RangeArea) =>
      sheet.getRange(row, column, rowCount, columnCount);
    return {
      readExtent() {
        const rows = spilled.map(({ endRow }) => endRow);
        const columns = spilled.map(({ endColumn }) => endColumn);
        const inner = sheet.getSheet();
        return {
          rowCount: Math.max(inner.getLastRowWithContent(), ...rows) + 1,
          columnCount: Math.max(inner.getLastColumnWithContent(), ...columns) + 1,
        };
      },
      readValues: (area) =>
        rangeOf(area)
          .getValues()
          .map((row) => row.map((value) => value ?? '')),
      readFormulas: (area) => rangeOf(area).getFormulas(),
      findSpillParent(row, column) {
        const table = spilled.find((range) => isIn(range, row, column));
        return table === undefined ? null : { row: table.startRow, column: table.startColumn };
      },
      retry: (row, column) => retry({ unitId, sheetId, row, column }),
    };
  });
}

function isIn({ startRow, endRow, startColumn, endColumn }: IRange, row: number, column: number): boolean {
  return row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
}
