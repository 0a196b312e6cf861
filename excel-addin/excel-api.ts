/** The little of Excel's API that the pane uses: https://learn.microsoft.com/javascript/api/excel/excel.range. */
export interface ExcelRange {
  load(properties: string): void;
  readonly isNullObject: boolean;
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly values: readonly (readonly unknown[])[];
  formulas: readonly (readonly unknown[])[];
  /**
   * The cell whose table has spilled into this one. Since ExcelApi 1.12, which every Excel with a shared runtime has:
   * https://learn.microsoft.com/javascript/api/requirement-sets/common/shared-runtime-requirement-sets.
   */
  getSpillParentOrNullObject(): ExcelRange;
}

export interface ExcelWorksheet {
  getUsedRangeOrNullObject(valuesOnly: boolean): ExcelRange;
  getRangeByIndexes(row: number, column: number, rowCount: number, columnCount: number): ExcelRange;
}

export interface ExcelContext {
  readonly workbook: {
    readonly worksheets: {
      load(properties: string): void;
      readonly items: readonly ExcelWorksheet[];
    };
  };
  sync(): Promise<void>;
}

export interface ExcelApi {
  run<T>(options: { readonly delayForCellEdit: boolean }, work: (context: ExcelContext) => Promise<T>): Promise<T>;
}

declare const Excel: ExcelApi | undefined;

/** Absent where the page is not open in Excel. */
export function excelApi(): ExcelApi | undefined {
  return typeof Excel === 'undefined' ? undefined : Excel;
}
