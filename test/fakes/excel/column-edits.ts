import type { FakeSheet } from './sheet';
import type { FakeWorkbook } from './workbook';

/** User edits of a workbook's columns, counted from 0, and their effect on names. */
export class ColumnEdits {
  constructor(private readonly workbook: FakeWorkbook) {}

  insert(sheet: FakeSheet, at: number): void {
    moveColumns(sheet, (column) => (column >= at ? column + 1 : column));
    this.workbook.names.inserted(sheet.id, at);
    sheet.tables.insertColumn(at);
  }

  delete(sheet: FakeSheet, at: number): void {
    moveColumns(sheet, (column) => (column === at ? null : column > at ? column - 1 : column));
    this.workbook.names.deleted(sheet.id, at);
  }

  /** Cuts a column and inserts it elsewhere. @param to its position afterwards */
  drag(sheet: FakeSheet, from: number, to: number): void {
    moveColumns(sheet, (column) => {
      if (column === from) return to;
      const rest = column > from ? column - 1 : column;
      return rest >= to ? rest + 1 : rest;
    });
    this.workbook.names.dragged(sheet.id, from, to);
  }

  cutOnto(sheet: FakeSheet, from: number, onto: number): void {
    moveColumns(sheet, (column) => (column === onto ? null : column === from ? onto : column));
    this.workbook.names.cutOnto(sheet.id, from, onto);
  }

  /** Inserts a copy of a column on its right. */
  copy(sheet: FakeSheet, column: number): void {
    this.insert(sheet, column + 1);
    for (const [row, cells] of sheet.rows.entries()) {
      const cell = cells[column];
      if (cell !== undefined) sheet.put(row, column + 1, { ...cell });
    }
    this.workbook.names.copied(sheet.id, column, column + 1);
  }

  /** The copy gets names of its own scope: docs/decisions/2026-11-26-column-anchors.md. */
  duplicate(sheet: FakeSheet, id: string): FakeSheet {
    const copy = this.workbook.copyOf(sheet, id);
    const { names } = this.workbook;
    for (const mark of names.all.filter(({ sheet: of, what }) => of === sheet.id && what.scope === null)) {
      names.put(id, mark.column ?? 0, { ...mark.what, scope: id });
    }
    return copy;
  }

  deleteSheet(sheet: FakeSheet): void {
    this.workbook.sheets.splice(this.workbook.sheets.indexOf(sheet), 1);
    const { names } = this.workbook;
    names.removeWhere(({ what }) => what.scope === sheet.id);
    names.sheetDeleted(sheet.id);
  }
}

/** Moves columns with their contents. @param toColumn `null`: the column is removed */
function moveColumns({ rows, formats }: FakeSheet, toColumn: (column: number) => number | null): void {
  const before = [...formats];
  formats.clear();
  for (const [place, format] of before) {
    const [row, column] = place.split(':').map(Number);
    const to = toColumn(column!);
    if (to !== null) formats.set(`${row}:${to}`, format);
  }
  for (const cells of rows) {
    for (const [column, cell] of cells.splice(0).entries()) {
      const to = toColumn(column);
      if (to === null) continue;
      while (cells.length <= to) cells.push({ shown: '' });
      cells[to] = cell;
    }
  }
}
