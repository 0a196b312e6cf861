/** The little of Excel's API that the pane uses: https://learn.microsoft.com/javascript/api/excel/excel.range. */
export interface ExcelRange {
  load(properties: string): void;
  readonly isNullObject: boolean;
  readonly address: string;
  readonly values: readonly (readonly unknown[])[];
  formulas: readonly (readonly unknown[])[];
  getCell(row: number, column: number): ExcelRange;
  /** The first cell of the table that has spilled into this cell. Since ExcelApi 1.12. */
  getSpillParentOrNullObject(): ExcelRange;
}

export interface ExcelContext {
  readonly workbook: {
    readonly worksheets: {
      load(properties: string): void;
      readonly items: readonly { getUsedRangeOrNullObject(valuesOnly: boolean): ExcelRange }[];
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
