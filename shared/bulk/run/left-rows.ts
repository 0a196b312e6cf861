import type { TraceError } from '../../errors/trace-error';
import type { RowRecord } from '../rows/row-record';
import { groupFailures, type Failure } from './failures';

/** A row of a run: its index in the plan, and where it was last seen. */
export interface LeftRow {
  readonly index: number;
  readonly row: number;
}

/** Rows of a run that the user may want to look at. */
export interface LeftRows {
  readonly failed: readonly Failure<LeftRow>[];
  /** Deleted or changed before they were looked up. */
  readonly gone: readonly LeftRow[];
  /** With cells that a person filled while the run went on. */
  readonly filled: readonly LeftRow[];
}

export function toLeftRows(rows: readonly RowRecord[]): LeftRows {
  const failed: { why: TraceError; row: LeftRow }[] = [];
  const gone: LeftRow[] = [];
  const filled: LeftRow[] = [];
  for (const { index, state, seen, home } of rows) {
    const left = { index, row: seen < 0 ? home : seen };
    if (state.is === 'skipped' && state.why === 'gone') gone.push(left);
    if (state.is === 'skipped' ? state.why === 'filled' : state.is === 'written' && state.isPartly) filled.push(left);
    if (state.is === 'failed') failed.push({ why: state.why, row: left });
  }
  return { failed: groupFailures(failed), gone, filled };
}
