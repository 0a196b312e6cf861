import type { ExcelBatch } from '../../../workbook/office/excel-batch';
import type { SheetOfParts } from '../../../workbook/office/excel-parts';
import type { ExcelRange } from '../../../workbook/office/excel-range';
import { OfficeError, told } from '../../../workbook/office/office-error';
import { fakeOf } from './fake-of';
import type { GridTable } from './part-types';

/** Stands in for the tables of a sheet: https://learn.microsoft.com/javascript/api/excel/excel.tablecollection. */
export class ExcelTables {
  private known: readonly ExcelTable[] | undefined;

  constructor(private readonly worksheet: SheetOfParts) {}

  load(properties: string): void {
    if (!/^items\/(id,items\/showHeaders|name,items\/showHeaders,items\/showTotals)$/.test(properties)) {
      throw new Error(`The stand-in of Excel's tables has no ${properties}.`);
    }
    this.worksheet.batch.add(() => {
      this.known = fakeOf(this.worksheet)
        .readTables()
        .map((table) => new ExcelTable(this.worksheet, table, this.worksheet.batch));
    });
  }

  get items(): readonly ExcelTable[] {
    return told('items', this.known);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.table */
class ExcelTable {
  readonly id: string;
  readonly name: string;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly columns = { getItemAt: (index: number): ExcelTableColumn => new ExcelTableColumn(this, index) };

  constructor(
    readonly worksheet: SheetOfParts,
    { id, name, hasTitles, hasTotals }: GridTable,
    readonly batch: ExcelBatch,
  ) {
    this.id = id;
    this.name = name;
    this.showHeaders = hasTitles;
    this.showTotals = hasTotals;
  }

  getRange(): ExcelRange {
    return this.worksheet.rangeOf(() => this.present().area);
  }

  resize(range: ExcelRange): void {
    this.batch.add(() => {
      const { area } = range.present();
      const before = this.present().area;
      if (area.row !== before.row || area.rowCount < 2) {
        throw new OfficeError('InvalidArgument', 'the titles of the table have to stay in their row.');
      }
      fakeOf(this.worksheet).resizeTable(this.id, area);
    });
  }

  present(): GridTable {
    const found = fakeOf(this.worksheet)
      .readTables()
      .find(({ id }) => id === this.id);
    if (found === undefined) throw new OfficeError('ItemNotFound', 'there is no such table.');
    return found;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumn */
class ExcelTableColumn {
  constructor(
    private readonly table: ExcelTable,
    private readonly index: number,
  ) {}

  set name(title: string) {
    this.table.batch.add(() => {
      const { row, column } = this.table.present().area;
      const area = { row, column: column + this.index, rowCount: 1, columnCount: 1 };
      this.table.worksheet.sheet().writeValues(area, [[{ is: 'value', value: title }]]);
    });
  }

  delete(): void {
    this.table.batch.add(() => fakeOf(this.table.worksheet).deleteTableColumn(this.table.id, this.index));
  }
}
