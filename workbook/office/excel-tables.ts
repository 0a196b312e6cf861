import type { ExcelBatch } from './excel-batch';
import type { ExcelRange } from './excel-range';
import type { GridSheet, GridTable, RangeArea } from '../grid/grid-workbook';
import { OfficeError, told } from './office-error';

/** A sheet, as its tables see it. */
interface SheetOfTables {
  readonly batch: ExcelBatch;
  sheet(): GridSheet;
  rangeOf(find: () => RangeArea): ExcelRange;
}

/** Stands in for the tables of a sheet: https://learn.microsoft.com/javascript/api/excel/excel.tablecollection. */
export class ExcelTables {
  private known: readonly ExcelTable[] | undefined;

  constructor(private readonly worksheet: SheetOfTables) {}

  load(properties: string): void {
    if (!/^items\/(id,items\/showHeaders|name,items\/showHeaders,items\/showTotals)$/.test(properties)) {
      throw new Error(`The stand-in of Excel's tables has no ${properties}.`);
    }
    this.worksheet.batch.add(() => {
      this.known = this.worksheet
        .sheet()
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
    readonly worksheet: SheetOfTables,
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
      this.worksheet.sheet().resizeTable(this.id, area);
    });
  }

  present(): GridTable {
    const found = this.worksheet
      .sheet()
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
    this.table.batch.add(() => this.table.worksheet.sheet().deleteTableColumn(this.table.id, this.index));
  }
}
