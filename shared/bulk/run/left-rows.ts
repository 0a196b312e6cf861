import { STATES } from '../journal/block';
import type { RunState } from './run-state';

/** A row of a run: its place in the plan, and where it stood when it was seen last. */
export interface LeftRow {
  readonly index: number;
  readonly row: number;
}

/** Rows of a run that somebody may want to look at. */
export interface LeftRows {
  /** By the sentence that says why. */
  readonly failed: ReadonlyMap<string, readonly LeftRow[]>;
  /** Deleted or changed before anything was asked for them. */
  readonly gone: readonly LeftRow[];
}

export function toLeftRows({ records, anchors }: Pick<RunState, 'records' | 'anchors'>): LeftRows {
  const failed = new Map<string, LeftRow[]>();
  const gone: LeftRow[] = [];
  for (const [index, { state, reason, row }] of records) {
    const left = { index, row: row < 0 ? anchors[index]!.home : row };
    if (state === STATES.gone) gone.push(left);
    if (reason === undefined) continue;
    const rows = failed.get(reason);
    if (rows === undefined) failed.set(reason, [left]);
    else rows.push(left);
  }
  return { failed, gone };
}
