/** A cell that a person may want to see. Rows and columns count from 0. */
export interface ListedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}
