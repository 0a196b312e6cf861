import type { RowRecord } from '../rows/row-record';

/** A row of a run: its index in the plan, and where it was last seen. */
export interface LeftRow {
  readonly index: number;
  readonly row: number;
}

/** Rows of a run that the user may want to look at. */
export interface LeftRows {
  /** By the sentence that says why. */
  readonly failed: ReadonlyMap<string, readonly LeftRow[]>;
  /** Deleted or changed before they were looked up. */
  readonly gone: readonly LeftRow[];
  /** With cells that a person filled while the run went on. */
  readonly filled: readonly LeftRow[];
}

export function toLeftRows(rows: readonly RowRecord[]): LeftRows {
  const failed = new Map<string, LeftRow[]>();
  const gone: LeftRow[] = [];
  const filled: LeftRow[] = [];
  for (const { index, state, seen, home } of rows) {
    const left = { index, row: seen < 0 ? home : seen };
    if (state.is === 'skipped' && state.why === 'gone') gone.push(left);
    if (state.is === 'skipped' ? state.why === 'filled' : state.is === 'written' && state.isPartly) filled.push(left);
    if (state.is !== 'failed') continue;
    const others = failed.get(state.why);
    if (others === undefined) failed.set(state.why, [left]);
    else others.push(left);
  }
  return { failed, gone, filled };
}
