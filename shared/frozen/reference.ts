/**
 * One end of a reference. The column counts from 0, or is the mark of a column of the formula's own sheet. The row is
 * counted from the formula's unless it is fixed; fixed rows count from 0. `null`: to the end of the sheet.
 */
export type Corner<C> = readonly [column: C | number, columnSign: '' | '$', row: number | null, rowSign: '' | '$'];

/**
 * @param sheet as it is written, with its `!`; `''`: the formula's own, or that of a mark
 * @param link how it is written where that is not by its cells. Of a spilled range: `#` and its size. Of a table: `T` where
 *   it is named, `S` where it is on another sheet besides, then `[@*]` or so, and after a `|` each: its name where others
 *   have the same columns; a digest of the title; of another sheet, what it was called
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
