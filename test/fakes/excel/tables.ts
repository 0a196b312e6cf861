import type { RangeArea } from '../../../workbook/grid/grid-workbook';
import type { FakeReferences } from './references';
import type { FakeCell, FakeTable, SheetCells } from './sheet-cells';

/** A sheet with the other sheets of its workbook. */
interface SheetOfBook extends SheetCells {
  readonly references: FakeReferences;
  book(): readonly SheetCells[];
}

/** What Excel itself does with the tables of a sheet: they grow, and their titles are never blank or repeated. */
export class FakeTables {
  readonly all: FakeTable[] = [];

  constructor(private readonly sheet: SheetOfBook) {}

  add(area: RangeArea, id = `{table-${this.all.length}}`, name = `Table${this.all.length + 1}`): void {
    this.all.push({ id, name, area, hasTitles: true, hasTotals: false });
  }

  /** Excel rewrites all formulas that refer to the table. */
  rename(id: string, name: string): void {
    this.change(id, (at) => (this.all[at] = { ...this.all[at]!, name }));
  }

  renameColumn(id: string, index: number, title: string): void {
    const { area } = this.all.find((table) => table.id === id)!;
    this.change(id, () => this.sheet.put(area.row, area.column + index, { shown: title }));
  }

  insertRow(row: number): void {
    this.sheet.rows.splice(row, 0, []);
    this.all.forEach((table, at) => {
      const { area } = table;
      if (row <= area.row) this.all[at] = { ...table, area: { ...area, row: area.row + 1 } };
      else if (row < area.row + area.rowCount) {
        this.all[at] = { ...table, area: { ...area, rowCount: area.rowCount + 1 } };
      }
    });
  }

  insertColumn(column: number): void {
    this.all.forEach((table, at) => {
      const { area } = table;
      if (column <= area.column) this.all[at] = { ...table, area: { ...area, column: area.column + 1 } };
      else if (column < area.column + area.columnCount) {
        this.all[at] = { ...table, area: { ...area, columnCount: area.columnCount + 1 } };
      }
    });
    this.fixTitles();
  }

  /** Formulas refer to the table itself, so they are read before and written after the change. */
  private change(id: string, act: (at: number) => void): void {
    const { references } = this.sheet;
    const later: (() => void)[] = [];
    for (const sheet of this.sheet.book()) {
      sheet.rows.forEach((cells, row) =>
        cells.forEach(({ formula = '' }, column) => {
          const isOf: boolean[] = [];
          references.rewrite(sheet, row, column, formula, (read, text) => {
            isOf.push(read?.column?.table.id === id && read.sheet === this.sheet);
            return text;
          });
          if (!isOf.includes(true)) return;
          const reads: Parameters<typeof references.write>[0][] = [];
          references.rewrite(sheet, row, column, formula, (read, text) => {
            reads.push(read!);
            return text;
          });
          later.push(() => {
            const written = references.rewrite(sheet, row, column, formula, (_read, text) => {
              const read = reads.shift()!;
              if (read.column?.table.id !== id || read.sheet !== this.sheet) return text;
              const at = this.all.findIndex((table) => table.id === id);
              const { area } = this.all[at]!;
              const title = String(this.sheet.rows[area.row]![read.area.column]!.shown);
              return references.write(
                { ...read, column: { ...read.column, table: this.all[at]!, title } },
                sheet,
                row,
                column,
              );
            });
            sheet.put(row, column, { ...cells[column]!, formula: written });
          });
        }),
      );
    }
    act(this.all.findIndex((table) => table.id === id));
    for (const write of later) write();
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
