/** A table that the host keeps as one, such as Excel's. Rows and columns count from 0. */
export interface SheetTable {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  /** With the row of titles. */
  readonly rows: number;
  readonly columns: number;
  /** `null`: it shows none. */
  readonly titles: readonly string[] | null;
}

/** Where a host has such tables. What is written beside one becomes part of it, and two of its titles are never the same. */
export interface TablesPort {
  list(sheet: string): Promise<readonly SheetTable[]>;
  /** Adds columns on the right, where the sheet has to be blank. Throws `lookStale`. */
  extend(sheet: string, table: string, titles: readonly string[]): Promise<void>;
  /**
   * Takes the last columns out of their table, with their contents. @returns those that are in the midst of one
   *
   * @param row of the titles
   */
  release(sheet: string, row: number, columns: readonly number[]): Promise<readonly number[]>;
  /** Deletes columns of tables, where their titles are still these. */
  remove(
    sheet: string,
    row: number,
    columns: readonly { readonly column: number; readonly title: string }[],
  ): Promise<void>;
}

/** The table of which a column is part, by its row of titles. Both count from 0. */
export function tableOf(tables: readonly SheetTable[], row: number | null, column: number): SheetTable | undefined {
  return tables.find(
    (table) =>
      table.titles !== null && table.row === row && column >= table.column && column < table.column + table.columns,
  );
}

/** Excel compares titles without case, and counts the second one as `Title2`. */
export function uniqueTitles(wanted: readonly string[], present: readonly string[]): readonly string[] {
  const taken = new Set(present.map((title) => title.toLowerCase()));
  return wanted.map((title) => {
    let unique = title;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${title}${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
