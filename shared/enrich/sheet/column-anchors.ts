/** A mark of a run on a column of a sheet. Columns count from 0. */
export interface ColumnMark {
  /** `input`, or the index of one of the run's targets: `0`, `1`, … */
  readonly name: string;
  readonly column: number;
}

/** A mark, and the id of the sheet that has it now. */
export interface FoundMark extends ColumnMark {
  readonly sheet: string;
}

/** The rows of a run, titles included, for hosts that mark cells instead of whole columns. */
export interface MarkedRows {
  readonly first: number;
  readonly count: number;
}

/**
 * Marks that the host itself attaches to the columns of a sheet, so that they move along. They show where a column is,
 * but not who made them: anyone who may edit the file can make one. What each host does to marks:
 * docs/decisions/2026-11-26-column-anchors.md.
 */
export interface ColumnAnchors {
  /**
   * Replaces any marks of this run. Those of other runs stay until they are removed. Throws where the host refuses, for
   * example `sheetGone` or `sheetRefused`.
   */
  put(run: string, sheet: string, marks: readonly ColumnMark[], rows: MarkedRows): Promise<void>;
  /**
   * Where marks of a run are now, in no order. One may be missing, and a copied column or sheet may bear it too.
   *
   * @param names of the marks that are asked for
   */
  find(run: string, names: readonly string[]): Promise<readonly FoundMark[]>;
  /**
   * @param run `null`: the marks of all runs
   * @param except a run that keeps its own
   */
  remove(run: string | null, except?: string): Promise<void>;
}

export const INPUT_MARK = 'input';

export function markOf(target: number): string {
  return String(target);
}

/** How Trace names runs and marks. A file may tell other names: these belong to no run. */
const RUN = /^[0-9a-z]{1,20}$/;
const MARK = /^(input|\d{1,3})$/;

/** Whether a text from a file can be the name of a run. */
export function isRunName(run: unknown): boolean {
  return typeof run === 'string' && RUN.test(run);
}

/** Whether a text from a file can be the name of a mark: `input`, or the index of a target. */
export function isMarkName(name: string): boolean {
  return MARK.test(name);
}
