import type { LinkRows } from './link-text';
import { valueAt, type Block, type SheetCells } from './sheet-cells';

/** A table of a sheet, with titles in the row above its body. */
export interface NamedTable {
  readonly name: string;
  /** Without the rows of titles and totals. */
  readonly body: Block;
}

/** What links need of a sheet. */
export interface LinkedSheet extends SheetCells {
  readonly tables: readonly NamedTable[];
  /** The cells that the formula of a cell fills, if it fills more than its own. */
  spillAt(row: number, column: number): Block | undefined;
}

/**
 * The only table with a column, or `null`.
 *
 * @param column from 0
 * @param row one of its rows, from 0; `null`: any
 * @param name its name; `''`: any
 */
export function findTable(
  { tables }: LinkedSheet,
  column: number,
  row: number | null,
  name: string,
): NamedTable | null {
  const [table, other] = tables.filter(
    (each) =>
      column >= each.body.column &&
      column < each.body.column + each.body.columns &&
      (row === null || holdsRow(each.body, row)) &&
      (name === '' || each.name.toLowerCase() === name.toLowerCase()),
  );
  return table === undefined || other !== undefined ? null : table;
}

export function findTitle(sheet: LinkedSheet, { body }: NamedTable, title: string): number | null {
  for (let column = body.column; column < body.column + body.columns; column += 1) {
    if (titleOf(sheet, body, column).toLowerCase() === title.toLowerCase()) return column;
  }
  return null;
}

export function titleOf(sheet: LinkedSheet, { row }: Block, column: number): string {
  return String(valueAt(sheet, row - 1, column));
}

export function rowsIn({ body }: NamedTable, rows: LinkRows, row: number): Pick<Block, 'row' | 'rows'> {
  if (rows === 'data') return body;
  return { row: rows === 'this' ? row : body.row - 1, rows: 1 };
}

export function holdsRow({ row, rows }: Block, at: number): boolean {
  return at >= row && at < row + rows;
}

export function holds(block: Block, row: number, column: number): boolean {
  return holdsRow(block, row) && column >= block.column && column < block.column + block.columns;
}
