import type { ExcelBatch } from './excel-batch';
import type { ExcelNames } from './excel-names';
import { withoutParts, type ExcelParts, type WorkbookWithParts } from './excel-parts';
import { ExcelRange, MOST_COLUMNS } from './excel-range';
import type { GridSheet, RangeArea } from '../grid/grid-workbook';
import { OfficeError, readLoaded, told } from './office-error';

/** Stands in for a sheet of Excel's API: https://learn.microsoft.com/javascript/api/excel/excel.worksheet. */
export class ExcelWorksheet {
  private known: { readonly id: string; readonly name: string } | null | undefined;
  readonly freezePanes = {
    freezeRows: (count: number): void =>
      this.batch.add(() => {
        if (!Number.isInteger(count) || count < 1) throw new OfficeError('InvalidArgument', 'no rows to freeze.');
        this.sheet().freezeRows(count);
      }),
  };
  readonly protection = new SheetProtection(this);
  readonly tables: ExcelParts['tables'];
  readonly charts: ExcelParts['charts'];
  readonly pageLayout: ExcelParts['pageLayout'];
  readonly horizontalPageBreaks: ExcelParts['horizontalPageBreaks'];
  readonly autoFilter = new SheetFilter(this);

  /** @param sheet called at each sync; throws `ItemNotFound` if the sheet is gone */
  constructor(
    readonly sheet: () => GridSheet,
    readonly batch: ExcelBatch,
    private readonly namesOf: (worksheet: ExcelWorksheet) => ExcelNames,
    makeParts: WorkbookWithParts['makeParts'] = withoutParts,
    /** Whether a sheet that is not there is a null object, instead of an error. */
    private readonly mayBeNull = false,
  ) {
    const { tables, charts, pageLayout, horizontalPageBreaks } = makeParts(this);
    this.tables = tables;
    this.charts = charts;
    this.pageLayout = pageLayout;
    this.horizontalPageBreaks = horizontalPageBreaks;
  }

  get names(): ExcelNames {
    return this.namesOf(this);
  }

  load(properties: string): void {
    readLoaded('worksheets', properties, ['id', 'name']);
    this.batch.add(() => this.read());
  }

  /** Immediately, since it runs within a sync. */
  read(): void {
    const sheet = this.mayBeNull ? orNull(this.sheet) : this.sheet();
    this.known = sheet === null ? null : { id: sheet.id, name: sheet.readName() };
  }

  get isNullObject(): boolean {
    return told('isNullObject', this.known === undefined ? undefined : this.known === null);
  }

  /** https://learn.microsoft.com/javascript/api/excel/excel.sheetvisibility */
  set visibility(visibility: 'Visible' | 'Hidden' | 'VeryHidden') {
    this.batch.add(() => this.sheet().show(visibility === 'Visible'));
  }

  delete(): void {
    this.batch.add(() => this.sheet().remove());
  }

  get id(): string {
    return told('id', this.known?.id);
  }

  get name(): string {
    return told('name', this.known?.name);
  }

  /** Begins at A1, where Excel's begins at the first used cell. */
  getUsedRangeOrNullObject(): ExcelRange {
    return this.rangeOf(() => {
      const { rowCount, columnCount } = this.sheet().readExtent();
      return rowCount === 0 || columnCount === 0 ? null : { row: 0, column: 0, rowCount, columnCount };
    });
  }

  getRangeByIndexes(row: number, column: number, rowCount: number, columnCount: number): ExcelRange {
    return this.rangeOf(() => {
      this.sheet();
      if (rowCount < 1 || columnCount < 1 || row + rowCount > MOST_ROWS || column + columnCount > MOST_COLUMNS) {
        throw new OfficeError('InvalidArgument', 'the range is not in the sheet.');
      }
      return { row, column, rowCount, columnCount };
    });
  }

  /** @param address with commas between its areas */
  getRanges(address: string): { select(): void } {
    const areas = address.split(',').map(readArea);
    return { select: () => this.batch.add(() => this.sheet().select(areas)) };
  }

  activate(): void {
    this.batch.add(() => this.sheet().activate());
  }

  rangeOf(find: () => RangeArea | null): ExcelRange {
    return new ExcelRange(this, find, this.batch);
  }
}

function orNull(find: () => GridSheet): GridSheet | null {
  try {
    return find();
  } catch {
    return null;
  }
}

/** Reads an address such as `B2:C5`. */
function readArea(address: string): RangeArea {
  const [first, last] = address.split(':').map(readCell);
  const end = last ?? first!;
  return { ...first!, rowCount: end.row - first!.row + 1, columnCount: end.column - first!.column + 1 };
}

function readCell(name: string): { readonly row: number; readonly column: number } {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  if (letters === undefined) throw new OfficeError('InvalidArgument', `${name} is no address.`);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.autofilter */
class SheetFilter {
  private known: boolean | undefined;

  constructor(private readonly worksheet: ExcelWorksheet) {}

  load(properties: string): void {
    readLoaded('filters', properties, ['enabled']);
    this.worksheet.batch.add(() => (this.known = this.worksheet.sheet().hasFilter()));
  }

  get enabled(): boolean {
    return told('enabled', this.known);
  }

  /** @param column of the range, from 0 */
  apply(range: ExcelRange, column: number, { filterOn, values }: { filterOn: string; values: string[] }): void {
    if (filterOn !== 'Values') throw new Error(`The stand-in of Excel's filter has no ${filterOn}.`);
    this.worksheet.batch.add(() => {
      const { area } = range.present();
      if (column < 0 || column >= area.columnCount) {
        throw new OfficeError('InvalidArgument', 'the column is not in the range.');
      }
      this.worksheet.sheet().filter(area, column, values);
    });
  }
}

interface KnownProtection {
  readonly protected: boolean;
  readonly options: { readonly allowFormatCells: boolean };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
class SheetProtection {
  private known: KnownProtection | undefined;

  constructor(private readonly worksheet: ExcelWorksheet) {}

  load(properties: string): void {
    if (properties !== 'protected,options') throw new Error(`The stand-in of Excel's protection has no ${properties}.`);
    this.worksheet.batch.add(() => {
      const protection = this.worksheet.sheet().readProtection();
      this.known = { protected: protection !== null, options: { allowFormatCells: false, ...protection } };
    });
  }

  get protected(): boolean {
    return told('protected', this.known?.protected);
  }

  get options(): KnownProtection['options'] {
    return told('options', this.known?.options);
  }
}

/** https://support.microsoft.com/office/excel-specifications-and-limits */
const MOST_ROWS = 1_048_576;
