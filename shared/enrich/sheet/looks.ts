/** How the title cell of a column looks, and how wide the column is. */
export interface Looks {
  /** Font weight, color, fill and alignment in the host's own words, always in its order. */
  readonly style: readonly string[];
  /** In the host's own unit. */
  readonly width: number;
}

/** What to change of a column's looks. Columns count from 0. */
export interface LooksChange {
  readonly column: number;
  /** What its title cell has to hold at that moment: otherwise the column is left alone. */
  readonly title: string;
  /** `''`: unchanged. */
  readonly style: readonly string[];
  /** 0: unchanged. */
  readonly width: number;
}

/** How columns look in a host. What fails only means that a column looks plain. Rows and columns count from 0. */
export interface LooksPort {
  /** The style of a cell that nobody has formatted. */
  readonly plain: readonly string[];
  /** About how wide so many characters are. */
  widthOf(characters: number): number;
  /** Of the title cells in a row, one for each column. */
  read(sheet: string, row: number, columns: readonly number[]): Promise<readonly Looks[]>;
  change(sheet: string, row: number, changes: readonly LooksChange[]): Promise<void>;
}
