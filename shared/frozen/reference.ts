/**
 * One end of a reference. The column counts from 0, or is the mark of a column on the formula's own sheet. The row counts
 * from the formula's row, or from 0 where it is fixed. `null`: to the end of the sheet.
 */
export type Corner<C> = readonly [column: C | number, columnSign: '' | '$', row: number | null, rowSign: '' | '$'];

/**
 * @param sheet as it is written, with its `!`; `''`: the formula's own, or that of a mark
 * @param link how it is written, where not by its cells. For a spilled range: `#` and its size. For a table: `T` if the
 *   formula names it, `S` if it is on another sheet too, and the form, such as `[@*]`. After a `|` each: the table's name,
 *   where others have the same columns; a digest of the title; the table's former name, if it is on another sheet
 */
export type Reference<C> = readonly [sheet: string, first: Corner<C>, last: Corner<C> | null, link?: string];

/** A formula that can be written for another row: its references, and the text before, between and after them. */
export interface Template<C = number> {
  readonly parts: readonly string[];
  readonly references: readonly Reference<C>[];
}

/** A reference to a table moves with the column of that table, also on other sheets. */
export function isOfTable<C>([, , , link]: Reference<C>): boolean {
  return link !== undefined && !link.startsWith('#');
}
