/**
 * `null` leaves a cell unchanged:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values.
 */
type Cells = readonly (readonly unknown[])[];

/**
 * The small part of a range of Excel's API that the panel uses: https://learn.microsoft.com/javascript/api/excel/excel.range.
 */
export interface ExcelRange {
  load(properties: string): void;
  readonly isNullObject: boolean;
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
  values: Cells;
  formulas: Cells;
  /** Since ExcelApi 1.16. The effect of `null` here is undocumented. */
  valuesAsJson: readonly (readonly ExcelCellValue[])[];
  numberFormat: Cells;
  readonly format: ExcelFormat;
  /** `null`: some rows are hidden, some are not. */
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
  /** Whether a formula has spilled here; `null`: into some cells. Since ExcelApi 1.12, like the next ones. */
  readonly hasSpill: boolean | null;
  readonly worksheet: SheetOfRange;
  /**
   * The cell whose formula has spilled into this one. Since ExcelApi 1.12, which every Excel with a shared runtime
   * has: https://learn.microsoft.com/javascript/api/requirement-sets/common/shared-runtime-requirement-sets.
   */
  getSpillParentOrNullObject(): ExcelRange;
  /** All cells that this cell's formula fills; a null object if it fills no other. */
  getSpillingToRangeOrNullObject(): ExcelRange;
  /** Since ExcelApi 1.4. Only for this range. */
  getUsedRangeOrNullObject(valuesOnly: boolean): ExcelRange;
  /** The text that cells show. */
  readonly text: Cells;
  /**
   * Since ExcelApi 1.9. Copying `Values` over the same cells turns formulas into what they show, and does not
   * interpret texts again.
   */
  copyFrom(source: ExcelRange, copyType: 'Values'): void;
  /** Since ExcelApi 1.2. All columns of its rows. */
  getEntireRow(): Pick<ExcelRange, 'insert'>;
  /** Adds cells in its place, and moves those that were there. They look like the ones above. */
  insert(shift: 'Down'): ExcelRange;
  clear(applyTo: 'Formats'): void;
  /** Since ExcelApi 1.13. Fails if there are more than 512. */
  getMergedAreasOrNullObject(): ExcelRangeAreas;
  /** Since ExcelApi 1.9, `textRuns` since 1.18. Available after the next sync. */
  getCellProperties(asked: { readonly format: { readonly protection: true } } | { readonly textRuns: true }): {
    readonly value: readonly (readonly ExcelCellProperties[])[];
  };
  getVisibleView(): { load(properties: string): void; readonly cellAddresses: readonly (readonly string[])[] };
  select(): void;
}

/**
 * A cell value with its type. Excel does not interpret its text:
 * https://learn.microsoft.com/javascript/api/excel/excel.cellvalue.
 */
export type ExcelCellValue =
  | { readonly type: 'String'; readonly basicValue: string }
  | { readonly type: 'Double'; readonly basicValue: number }
  | { readonly type: 'Boolean'; readonly basicValue: boolean }
  | { readonly type: 'Empty'; readonly basicValue: '' };

/** The format of one cell: https://learn.microsoft.com/javascript/api/excel/excel.rangeformat. */
interface ExcelFormat {
  /** Its size is in points. */
  readonly font: { bold: boolean; color: string; size: number };
  /** White if there is none. */
  readonly fill: { color: string; clear(): void };
  horizontalAlignment: string;
  verticalAlignment: string;
  /** In points. */
  columnWidth: number;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeareas */
export interface ExcelRangeAreas {
  load(properties: string): void;
  readonly isNullObject: boolean;
  readonly areas: { readonly items: readonly ExcelRange[] };
}

interface ExcelCellProperties {
  readonly format?: { readonly protection?: { readonly locked?: boolean } };
  /** Runs of characters with the same font. */
  readonly textRuns?: readonly object[];
}

/** The sheet of a range, as far as the panel uses it there. */
export interface SheetOfRange {
  load(properties: string): void;
  readonly id: string;
  readonly name: string;
  getUsedRangeOrNullObject(valuesOnly: boolean): ExcelRange;
}
