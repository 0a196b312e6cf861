import type { ExcelBatch } from './excel-batch';
import { checkMayFormat, enterFormulas, enterValues, keepValues } from './excel-entry';
import { ExcelFormat, FORMAT_PATHS } from './excel-format';
import { enterJson } from './excel-json';
import { CellProperties, ExcelRangeAreas, ExcelRangeView, type PropertiesAsked } from './excel-range-parts';
import { READ, type Properties, type Property } from './excel-range-reads';
import type { SheetOfRange } from './excel-links';
import { overlap, type GridSheet, type RangeArea } from '../grid/grid-workbook';
import { OfficeError, readLoaded, told } from './office-error';

type Cells = readonly (readonly unknown[])[];

const PROPERTIES = Object.keys(READ) as Property[];
const OF_SHEET = 'worksheet/id';
const MOST_MERGED = 512;
/** https://support.microsoft.com/office/excel-specifications-and-limits */
export const MOST_COLUMNS = 16_384;

/** Stands in for a range of Excel's API: https://learn.microsoft.com/javascript/api/excel/excel.range. */
export class ExcelRange {
  private isMissing: boolean | undefined;
  private known: { -readonly [P in Property]?: Properties[P] } = {};

  readonly format = new ExcelFormat(this);

  /** @param find its place, or `null` for none; called at the sync */
  constructor(
    readonly worksheet: SheetOfRange,
    readonly find: () => RangeArea | null,
    readonly batch: ExcelBatch,
  ) {
    batch.add(() => (this.isMissing = find() === null));
  }

  load(properties: string): void {
    const names = readLoaded('ranges', properties, [...PROPERTIES, ...FORMAT_PATHS, OF_SHEET]);
    const formats = names.filter((name) => FORMAT_PATHS.includes(name));
    this.batch.add(() => {
      this.read(PROPERTIES.filter((name) => names.includes(name)));
      if (formats.length > 0) this.format.read(formats);
      if (names.includes(OF_SHEET) && this.find() !== null) this.worksheet.read();
    });
  }

  /** Immediately, since it runs within a sync. */
  read(names: readonly Property[]): void {
    const area = this.find();
    if (area === null) return;
    for (const name of names) {
      if (name === 'valuesAsJson') this.batch.checkJson();
      const value = READ[name](area, this.worksheet.sheet());
      this.batch.noteTold(value);
      this.known = { ...this.known, [name]: value };
    }
  }

  /** Known after any sync, without being loaded. */
  get isNullObject(): boolean {
    return told('isNullObject', this.isMissing);
  }

  get rowIndex(): number {
    return told('rowIndex', this.known.rowIndex);
  }

  get columnIndex(): number {
    return told('columnIndex', this.known.columnIndex);
  }

  get rowCount(): number {
    return told('rowCount', this.known.rowCount);
  }

  get columnCount(): number {
    return told('columnCount', this.known.columnCount);
  }

  get rowHidden(): boolean | null {
    return told('rowHidden', this.known.rowHidden);
  }

  get columnHidden(): boolean | null {
    return told('columnHidden', this.known.columnHidden);
  }

  get hasSpill(): boolean | null {
    return told('hasSpill', this.known.hasSpill);
  }

  get values(): Cells {
    return told('values', this.known.values);
  }

  /** Interpreted as if typed into the cells; `null` leaves a cell unchanged. */
  set values(entered: Cells) {
    this.enter(entered, enterValues);
  }

  get valuesAsJson(): Cells {
    return told('valuesAsJson', this.known.valuesAsJson);
  }

  /** Each with its kind: texts are not interpreted. */
  set valuesAsJson(entered: Cells) {
    this.enter(entered, (sheet, area) => {
      this.batch.checkJson();
      enterJson(sheet, area, entered);
    });
  }

  get numberFormat(): Cells {
    return told('numberFormat', this.known.numberFormat);
  }

  set numberFormat(entered: Cells) {
    this.write(entered, (area, sheet) => {
      checkMayFormat(sheet);
      sheet.writeFormats(area, entered as readonly (readonly (string | null)[])[]);
    });
  }

  get text(): Cells {
    return told('text', this.known.text);
  }

  get formulas(): Cells {
    return told('formulas', this.known.formulas);
  }

  set formulas(entered: Cells) {
    this.enter(entered, enterFormulas);
  }

  /** Over the same cells only: their formulas become what they show. */
  copyFrom(source: ExcelRange, copyType: string): void {
    if (source !== this || copyType !== 'Values') {
      throw new Error('The stand-in of Excel only copies the values of cells over themselves.');
    }
    this.batch.add(() => {
      const { area, sheet } = this.present();
      keepValues(sheet, area);
    });
  }

  getEntireRow(): ExcelRange {
    const find = (): RangeArea => ({ ...this.present().area, column: 0, columnCount: MOST_COLUMNS });
    return new ExcelRange(this.worksheet, find, this.batch);
  }

  /** Whole rows only. Like Excel's, it returns the range with the added cells, in the same place. */
  insert(shift: string): ExcelRange {
    this.batch.add(() => {
      const { area, sheet } = this.present();
      if (shift !== 'Down' || area.columnCount !== MOST_COLUMNS) {
        throw new Error('The stand-in of Excel only inserts whole rows.');
      }
      if (sheet.readProtection() !== null) throw new OfficeError('AccessDenied', 'the sheet is protected.');
      sheet.insertRows(area.row, area.rowCount);
      sheet.calculated?.();
    });
    return this;
  }

  clear(applyTo: string): void {
    if (applyTo !== 'Formats') throw new Error('The stand-in of Excel only clears formats.');
    this.batch.add(() => {
      const { area, sheet } = this.present();
      checkMayFormat(sheet);
      sheet.clearFormats(area);
    });
  }

  /** Cells that only have a format are not in use here, whatever is asked. */
  getUsedRangeOrNullObject(): ExcelRange {
    const find = (): RangeArea | null => {
      const { area, sheet } = this.present();
      return sheet.readUsed(area);
    };
    return new ExcelRange(this.worksheet, find, this.batch);
  }

  getSpillingToRangeOrNullObject(): ExcelRange {
    const find = (): RangeArea | null => {
      const { area, sheet } = this.present();
      return sheet.readSpills().find(({ row, column }) => row === area.row && column === area.column) ?? null;
    };
    return new ExcelRange(this.worksheet, find, this.batch);
  }

  getSpillParentOrNullObject(): ExcelRange {
    const find = (): RangeArea | null => {
      const area = this.find();
      if (area === null) return null;
      const spills = this.worksheet.sheet().readSpills();
      const spill = spills.find((each) => overlap(each, area));
      return spill === undefined ? null : { ...spill, rowCount: 1, columnCount: 1 };
    };
    return new ExcelRange(this.worksheet, find, this.batch);
  }

  getMergedAreasOrNullObject(): ExcelRangeAreas {
    const find = (): readonly ExcelRange[] | null => {
      const { area, sheet } = this.present();
      const areas = sheet.readMerges().filter((merge) => overlap(merge, area) !== null);
      if (areas.length > MOST_MERGED) throw new OfficeError('InvalidArgument', 'there are too many merged areas.');
      return areas.length === 0 ? null : areas.map((each) => new ExcelRange(this.worksheet, () => each, this.batch));
    };
    return new ExcelRangeAreas(find, this.batch);
  }

  getCellProperties(asked: PropertiesAsked): CellProperties {
    return new CellProperties(this, asked);
  }

  getVisibleView(): ExcelRangeView {
    return new ExcelRangeView(this);
  }

  select(): void {
    this.batch.add(() => {
      const { area, sheet } = this.present();
      sheet.select([area]);
    });
  }

  present(): { readonly area: RangeArea; readonly sheet: GridSheet } {
    const area = this.find();
    if (area === null) throw new OfficeError('ItemNotFound', 'there is no such range.');
    return { area, sheet: this.worksheet.sheet() };
  }

  private enter(entered: Cells, enter: (sheet: GridSheet, area: RangeArea, entered: Cells) => void): void {
    this.write(entered, (area, sheet) => {
      enter(sheet, area, entered);
      if (!this.batch.isCalculationSuspended) sheet.calculated?.();
    });
  }

  private write(entered: Cells, write: (area: RangeArea, sheet: GridSheet) => void): void {
    this.batch.noteAsked(entered);
    this.batch.add(() => {
      const { area, sheet } = this.present();
      if (entered.length !== area.rowCount || entered.some((cells) => cells.length !== area.columnCount)) {
        throw new OfficeError('InvalidArgument', 'the number of rows or columns does not match the range.');
      }
      write(area, sheet);
    });
  }
}
