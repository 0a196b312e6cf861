import { readJson } from './excel-json';
import { allOf, sizeOf } from './excel-range-parts';
import { overlap, type GridSheet, type RangeArea } from '../grid/grid-workbook';

type Cells = readonly (readonly unknown[])[];

/** What a range tells once it is loaded. */
export interface Properties {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly values: Cells;
  /** Written as they are: Excel does not parse their texts. Since ExcelApi 1.16. */
  readonly valuesAsJson: Cells;
  readonly formulas: Cells;
  readonly numberFormat: Cells;
  readonly text: Cells;
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
  readonly hasSpill: boolean | null;
}

export type Property = keyof Properties;

export const READ: { readonly [P in Property]: (area: RangeArea, sheet: GridSheet) => Properties[P] } = {
  rowIndex: ({ row }) => row,
  columnIndex: ({ column }) => column,
  rowCount: ({ rowCount }) => rowCount,
  columnCount: ({ columnCount }) => columnCount,
  values: (area, sheet) => sheet.readValues(area),
  valuesAsJson: (area, sheet) => readJson(sheet, area),
  // Without a formula, Excel reports the value.
  formulas(area, sheet) {
    const values = sheet.readValues(area);
    return sheet.readFormulas(area).map((row, index) => row.map((text, column) => text || values[index]?.[column]));
  },
  numberFormat: (area, sheet) => sheet.readFormats(area),
  text: (area, sheet) => sheet.readTexts(area),
  rowHidden: ({ row, rowCount }, sheet) => allOf(rowCount, (offset) => sheet.isRowHidden(row + offset)),
  columnHidden: ({ column, columnCount }, sheet) =>
    allOf(columnCount, (offset) => sheet.isColumnHidden(column + offset)),
  hasSpill(area, sheet) {
    const covered = sheet.readSpills().reduce((sum, spill) => sum + sizeOf(overlap(area, spill)), 0);
    return covered === 0 ? false : covered === sizeOf(area) ? true : null;
  },
};
