/** A table that the host manages, such as Excel's. Rows and columns count from 0. */
export interface SheetTable {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  /** Includes the row of titles. */
  readonly rows: number;
  readonly columns: number;
  /** `null`: it shows none. */
  readonly titles: readonly string[] | null;
}

/** Such tables in a host. Anything written beside one becomes part of it, and its titles are always unique. */
export interface TablesPort {
  list(sheet: string): Promise<readonly SheetTable[]>;
  /** Adds columns on the right, where the sheet must be blank. Throws `sheetChanged`. */
  extend(sheet: string, table: string, titles: readonly string[]): Promise<void>;
  /**
   * Removes the last columns from their table, but keeps their contents. @returns those in the middle of a table
   *
   * @param row of the titles
   */
  release(sheet: string, row: number, columns: readonly number[]): Promise<readonly number[]>;
  /** Deletes columns of tables, if their titles are still these. */
  remove(
    sheet: string,
    row: number,
    columns: readonly { readonly column: number; readonly title: string }[],
  ): Promise<void>;
}

/** The table that contains a column, by its row of titles. Both count from 0. */
export function tableOf(tables: readonly SheetTable[], row: number | null, column: number): SheetTable | undefined {
  return tables.find(
    (table) =>
      table.titles !== null && table.row === row && column >= table.column && column < table.column + table.columns,
  );
}

/** Excel compares titles ignoring case, and names the second one `Title2`. */
export function uniqueTitles(wanted: readonly string[], present: readonly string[]): readonly string[] {
  const taken = new Set(present.map((title) => title.toLowerCase()));
  return wanted.map((title) => {
    let unique = title;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${title}${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
