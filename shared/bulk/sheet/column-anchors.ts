/** A mark of a run on one column of a sheet. Columns count from 0. */
export interface ColumnMark {
  /** `input`, or the place of a target among those of the run: `0`, `1`, … */
  readonly name: string;
  readonly column: number;
}

export interface FoundMark extends ColumnMark {
  readonly sheet: string;
}

/** The rows of a run, its titles included: a host that marks cells, not whole columns, marks these. */
export interface MarkedRows {
  readonly first: number;
  readonly count: number;
}

/**
 * Marks that the host itself keeps with the columns of a sheet, so that they move along with them. They tell where a column
 * is and never whose: whoever may edit the file can make one. What hosts do to them:
 * docs/decisions/2026-11-26-column-anchors.md.
 */
export interface ColumnAnchors {
  /** In place of whatever marks the run has. Throws where the host refuses, such as `sheetGone` or `sheetRefused`. */
  put(run: string, sheet: string, marks: readonly ColumnMark[], rows: MarkedRows): Promise<void>;
  /**
   * Where marks of a run are now, in no order. One may be missing, and a copied column or sheet may bear it too.
   *
   * @param names of the marks that are asked for
   */
  find(run: string, names: readonly string[]): Promise<readonly FoundMark[]>;
  /** @param run `null`: the marks of all runs */
  remove(run: string | null): Promise<void>;
}

export const INPUT_MARK = 'input';

export function markOf(target: number): string {
  return String(target);
}

/** As runs are named and marks are: a name that a file tells otherwise is nobody's. */
const RUN = /^[0-9a-z]{1,20}$/;
const MARK = /^(input|\d{1,3})$/;

export function isRunName(run: string): boolean {
  return RUN.test(run);
}

export function isMarkName(name: string): boolean {
  return MARK.test(name);
}
