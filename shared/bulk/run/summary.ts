import { STATES, type State } from '../journal/block';
import type { Head } from '../journal/journal';
import type { RunState } from './run-state';

/** What came of a run. */
export interface Summary {
  readonly rows: number;
  readonly found: number;
  readonly notTracked: number;
  readonly noData: number;
  /** By the sentence that says why. */
  readonly failed: ReadonlyMap<string, readonly number[]>;
  /** Rows whose cells were filled meanwhile. */
  readonly filled: number;
  /** Answered, and their rows were not found. */
  readonly unplaced: number;
  /** Deleted or changed before anything was asked for them. */
  readonly gone: number;
  /** Rows of the selection that name no company, and were no part of the run. */
  readonly unusable: number;
  readonly open: number;
  /** What it may cost at most, as far as that was told; where nobody could tell, its limit. */
  readonly creditsQuoted: number;
  readonly creditsUsed: number;
  /** Of these: what may not have been charged, since the run broke off before it was answered. */
  readonly creditsUnsure: number;
}

export function summarize({ head, records, fetching }: Pick<RunState, 'head' | 'records' | 'fetching'>): Summary {
  const failed = new Map<string, number[]>();
  const counts = new Map<State, number>();
  for (const { state, reason, row } of records.values()) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
    if (reason === undefined) continue;
    const rows = failed.get(reason);
    if (rows === undefined) failed.set(reason, [row]);
    else rows.push(row);
  }
  const count = (state: State): number => counts.get(state) ?? 0;
  return {
    rows: head.rows,
    found: count(STATES.answered),
    notTracked: count(STATES.notTracked),
    noData: count(STATES.noData),
    failed,
    filled: count(STATES.filled),
    unplaced: count(STATES.unplaced),
    gone: count(STATES.gone),
    unusable: head.unusable ?? 0,
    open: head.rows - records.size + count(STATES.cut),
    creditsQuoted: toBound(head, fetching.budget.used),
    creditsUsed: fetching.budget.used,
    creditsUnsure: fetching.budget.unsure,
  };
}

/** A limit that was raised stands for what could not be told before. */
function toBound({ quoted, cap }: Head, used: number): number {
  return used > quoted ? Math.max(cap ?? 0, used) : quoted;
}
