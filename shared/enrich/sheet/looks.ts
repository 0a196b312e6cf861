/** The style of a column's title cell, and the width of the column. */
export interface Looks {
  /** Font weight, color, fill and alignment in the host's own words, always in its order. */
  readonly style: readonly string[];
  /** In the host's own unit. */
  readonly width: number;
}

/** A change of a column's style. Columns count from 0. */
export interface LooksChange {
  readonly column: number;
  /** The expected content of its title cell: otherwise the column is left alone. */
  readonly title: string;
  /** `''`: unchanged. */
  readonly style: readonly string[];
  /** 0: unchanged. */
  readonly width: number;
}

/**
 * Reads and changes column styles in a host. A failure only means that a column looks plain. Rows and columns count
 * from 0.
 */
export interface LooksPort {
  /** The style of an unformatted cell. */
  readonly plain: readonly string[];
  /** The approximate width of so many characters. */
  widthOf(characters: number): number;
  /** The style of the title cells in a row, one for each column. */
  read(sheet: string, row: number, columns: readonly number[]): Promise<readonly Looks[]>;
  change(sheet: string, row: number, changes: readonly LooksChange[]): Promise<void>;
}
