import type { ExcelRange, ExcelRangeAreas, SheetOfRange } from './excel-range';

/** The small part of Excel's API that the panel uses: https://learn.microsoft.com/javascript/api/excel. */

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
export interface ExcelProtection {
  load(properties: string): void;
  readonly protected: boolean;
  readonly options: { readonly allowFormatCells?: boolean };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.table */
export interface ExcelTable {
  readonly id: string;
  readonly name: string;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly columns: { getItemAt(index: number): { name: string; delete(): void } };
  getRange(): ExcelRange;
  /** Since ExcelApi 1.13. The range must keep the table's title row. */
  resize(range: ExcelRange): void;
}

/** Since ExcelApi 1.9: https://learn.microsoft.com/javascript/api/excel/excel.autofilter. */
interface ExcelFilter {
  load(properties: string): void;
  readonly enabled: boolean;
  /** @param column of the range, from 0 */
  apply(range: ExcelRange, column: number, criteria: { readonly filterOn: 'Values'; readonly values: string[] }): void;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
export interface ExcelWorksheet extends SheetOfRange {
  readonly isNullObject: boolean;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  delete(): void;
  readonly tables: { load(properties: string): void; readonly items: readonly ExcelTable[] };
  readonly protection: ExcelProtection;
  readonly names: ExcelNames;
  readonly charts: { add(type: string, source: ExcelRange, seriesBy: string): ExcelChart };
  readonly autoFilter: ExcelFilter;
  /** Since ExcelApi 1.7, which every Excel with a shared runtime has, as the next two. */
  readonly freezePanes: { freezeRows(count: number): void };
  /** Since ExcelApi 1.9. */
  readonly pageLayout: ExcelPageLayout;
  /** Since ExcelApi 1.9. */
  readonly horizontalPageBreaks: { add(firstCell: ExcelRange): void };
  getRangeByIndexes(row: number, column: number, rowCount: number, columnCount: number): ExcelRange;
  /** Since ExcelApi 1.9. @param address with commas between its areas */
  getRanges(address: string): { select(): void };
  activate(): void;
}

/** Since ExcelApi 1.4: https://learn.microsoft.com/javascript/api/excel/excel.nameditem. */
export interface ExcelName {
  load(properties: string): void;
  readonly isNullObject: boolean;
  readonly name: string;
  /** `Range`, or `Error` if the cells are gone. */
  readonly type: string;
  /** `Workbook` or `Worksheet`. */
  readonly scope: string;
  /** Unreliable for names that were fetched one by one: https://github.com/OfficeDev/office-js/issues/3949. */
  visible: boolean;
  getRangeOrNullObject(): ExcelRange;
  delete(): void;
}

/**
 * On the workbook: names with its scope. On a sheet: names with the sheet's scope and, contrary to the documentation,
 * those with the workbook's too (https://github.com/OfficeDev/office-js/issues/1011).
 */
interface ExcelNames {
  load(properties: string): void;
  readonly items: readonly ExcelName[];
  add(name: string, reference: ExcelRange): ExcelName;
  getItemOrNullObject(name: string): ExcelName;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chart */
interface ExcelChart {
  readonly title: { text: string };
  readonly legend: { visible: boolean };
  readonly dataLabels: { showValue: boolean };
  /** `visible` and `reversePlotOrder` since ExcelApi 1.7. */
  readonly axes: {
    readonly categoryAxis: { reversePlotOrder: boolean };
    readonly valueAxis: { visible: boolean; readonly majorGridlines: { visible: boolean } };
  };
  setPosition(firstCell: ExcelRange, lastCell: ExcelRange): void;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pagelayout */
interface ExcelPageLayout {
  orientation: 'Portrait' | 'Landscape';
  /** In percent. */
  zoom: { scale?: number };
  setPrintArea(area: ExcelRange): void;
  /** @param rows such as `$1:$3` */
  setPrintTitleRows(rows: string): void;
}

/** Since ExcelApi 1.5: https://learn.microsoft.com/javascript/api/excel/excel.customxmlpartcollection. */
export interface ExcelXmlParts {
  getByNamespace(uri: string): { load(properties: string): void; readonly items: readonly { delete(): void }[] };
}

export interface ExcelContext {
  readonly workbook: {
    /** Absent in the web workbook. */
    readonly customXmlParts?: ExcelXmlParts;
    /** `decimalSeparator` since ExcelApi 1.11: https://learn.microsoft.com/javascript/api/excel/excel.application. */
    readonly application: {
      load(properties: string): void;
      readonly decimalSeparator: string;
      /** `Automatic`, `AutomaticExceptTables` or `Manual`. */
      readonly calculationMode: string;
      /** Since ExcelApi 1.6. */
      suspendApiCalculationUntilNextSync(): void;
    };
    readonly names: ExcelNames;
    readonly worksheets: {
      load(properties: string): void;
      readonly items: readonly ExcelWorksheet[];
      /** By id or by name. If there is none, `sync` rejects with `ItemNotFound`. */
      getItem(id: string): ExcelWorksheet;
      /** Since ExcelApi 1.4. */
      getItemOrNullObject(id: string): ExcelWorksheet;
      add(name: string): ExcelWorksheet;
    };
    readonly functions: {
      date(year: number, month: number, day: number): { load(properties: string): void; readonly value: number };
    };
    readonly onSelectionChanged: { add(handler: () => Promise<void>): ExcelEventResult };
    getSelectedRanges(): ExcelRangeAreas;
    /** Since ExcelApi 1.7. */
    getActiveCell(): ExcelRange;
  };
  sync(): Promise<void>;
}

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events#remove-an-event-handler */
export interface ExcelEventResult {
  readonly context: ExcelContext;
  remove(): void;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.runoptions */
interface ExcelRunOptions {
  readonly delayForCellEdit: boolean;
  /** Whether Ctrl+Z reverts all of it at once. Since ExcelApi 1.20. */
  readonly mergeUndoGroup?: boolean;
}

export interface ExcelRuns {
  /** @param options options, or the context to continue with */
  run<T>(options: ExcelRunOptions | ExcelContext, work: (context: ExcelContext) => Promise<T>): Promise<T>;
}

interface HighlightedArea {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

interface ExcelApi extends ExcelRuns {
  /** Only in the web workbook: runs that share a step are one undo step; `null`: they are in none. */
  recordedAs?(step: object | null): ExcelRuns;
  /** Only in the web workbook: draws a mark over cells, and returns a function that removes it. */
  highlight?(sheet: string, areas: readonly HighlightedArea[]): () => void;
}

declare const Excel: ExcelApi | undefined;

/** Absent if the page is not open in Excel. */
export function excelApi(): ExcelApi | undefined {
  return typeof Excel === 'undefined' ? undefined : Excel;
}
