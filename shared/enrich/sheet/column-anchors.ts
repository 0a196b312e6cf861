/** A mark of an enrichment on a column of a sheet. Columns count from 0. */
export interface ColumnMark {
  /** `input`, or the index of one of the enrichment's targets: `0`, `1`, … */
  readonly name: string;
  readonly column: number;
}

/** A mark, and the id of the sheet that has it now. */
export interface FoundMark extends ColumnMark {
  readonly sheet: string;
}

/** The rows of an enrichment, including titles, for hosts that mark cells instead of whole columns. */
export interface MarkedRows {
  readonly first: number;
  readonly count: number;
}

/**
 * Marks that the host itself attaches to the columns of a sheet, so that they move along. They show where a column
 * is, but not who made them: anyone who may edit the file can make one. How each host treats marks:
 * docs/decisions/2026-11-26-column-anchors.md.
 */
export interface ColumnAnchors {
  /**
   * Adds empty columns at the end of a sheet that has fewer, and replaces any marks of this enrichment. Those of others
   * stay until they are removed. Throws `sheetFull`, or why the host refuses, for example `sheetGone` or
   * `sheetRefused`.
   */
  put(run: string, sheet: string, marks: readonly ColumnMark[], rows: MarkedRows): Promise<void>;
  /**
   * The current marks of an enrichment, in no order. One may be missing, and a copied column or sheet may have it
   * too.
   *
   * @param names the marks to find
   */
  find(run: string, names: readonly string[]): Promise<readonly FoundMark[]>;
  /** @param run `null`: the marks of all enrichments */
  remove(run: string | null): Promise<void>;
}

export const INPUT_MARK = 'input';

export function markOf(target: number): string {
  return String(target);
}

/** The form in which Trace names enrichments and marks. Other names in a file belong to no enrichment. */
const RUN = /^[0-9a-z]{1,20}$/;
const MARK = /^(input|\d{1,3})$/;

/** Whether a text from a file can be the name of an enrichment. */
export function isRunName(run: unknown): boolean {
  return typeof run === 'string' && RUN.test(run);
}

/** Whether a text from a file can be the name of a mark: `input`, or the index of a target. */
export function isMarkName(name: string): boolean {
  return MARK.test(name);
}
