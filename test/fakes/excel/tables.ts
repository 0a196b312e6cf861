import type { GridTable, RangeArea } from '../../../workbook/grid-workbook';
import type { FakeCell, FakeSheet } from './sheet';

/** What Excel does of itself with the tables of a sheet: they grow, and their titles are never blank and never the same. */
export class FakeTables {
  readonly all: GridTable[] = [];

  constructor(private readonly sheet: FakeSheet) {}

  add(area: RangeArea, id = `{table-${this.all.length}}`): void {
    this.all.push({ id, area, hasTitles: true });
  }

  resize(id: string, area: RangeArea): void {
    const at = this.all.findIndex((table) => table.id === id);
    this.all[at] = { ...this.all[at]!, area };
    this.fixTitles();
  }

  deleteColumn(id: string, index: number): void {
    const { area } = this.all.find((table) => table.id === id)!;
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      this.sheet.rows[row]?.splice(area.column + index, 1);
    }
    this.resize(id, { ...area, columnCount: area.columnCount - 1 });
  }

  /** After an entry: https://support.microsoft.com/office/excel-table-autoexpansion. */
  entered(written: RangeArea): void {
    for (const { id, area } of [...this.all]) {
      const right = area.column + area.columnCount;
      const isFilled = (row: number, column: number): boolean => (this.sheet.rows[row]?.[column]?.shown ?? '') !== '';
      const rows = Array.from({ length: written.rowCount }, (_row, at) => written.row + at);
      const columns = Array.from({ length: written.columnCount }, (_column, at) => written.column + at);
      const grown = { ...area };
      if (columns.includes(right) && rows.some((row) => isIn(row, area.row, area.rowCount) && isFilled(row, right))) {
        grown.columnCount += 1;
      }
      const below = area.row + area.rowCount;
      if (
        rows.includes(below) &&
        columns.some((at) => isIn(at, area.column, area.columnCount) && isFilled(below, at))
      ) {
        grown.rowCount += 1;
      }
      this.resize(id, grown);
    }
  }

  private fixTitles(): void {
    for (const { area } of this.all) {
      const taken = new Set<string>();
      for (let at = 0; at < area.columnCount; at += 1) {
        const column = area.column + at;
        const cell: FakeCell | undefined = this.sheet.rows[area.row]?.[column];
        const given = String(cell?.shown ?? '') || `Column${at + 1}`;
        let title = given;
        for (let number = 2; taken.has(title.toLowerCase()); number += 1) title = `${given}${number}`;
        taken.add(title.toLowerCase());
        if (cell?.shown !== title) this.sheet.put(area.row, column, { shown: title });
      }
    }
  }
}

function isIn(at: number, start: number, length: number): boolean {
  return at >= start && at < start + length;
}
