import type { RunBudget } from '../../credits/run-budget';
import type { Head } from '../journal/journal';
import type { RowRecord, RowState } from '../rows/row-record';

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

export function summarize(head: Head, rows: readonly RowRecord[], budget: RunBudget): Summary {
  const failed = new Map<string, number[]>();
  for (const { state, seen } of rows) {
    if (state.is !== 'failed') continue;
    const others = failed.get(state.why);
    if (others === undefined) failed.set(state.why, [seen]);
    else others.push(seen);
  }
  const count = (is: (state: RowState) => boolean): number => rows.filter(({ state }) => is(state)).length;
  return {
    rows: head.rows,
    found: count((state) => state.is === 'written' && state.found === 'data'),
    notTracked: count((state) => state.is === 'written' && state.found === 'notTracked'),
    noData: count((state) => state.is === 'written' && state.found === 'noData'),
    failed,
    filled: count((state) => state.is === 'skipped' && state.why === 'filled'),
    unplaced: count(({ is }) => is === 'unplaced'),
    gone: count((state) => state.is === 'skipped' && state.why === 'gone'),
    unusable: head.unusable ?? 0,
    open: count(({ is }) => is === 'waiting' || is === 'answered' || is === 'cut'),
    creditsQuoted: toBound(head, budget.used),
    creditsUsed: budget.used,
    creditsUnsure: budget.unsure,
  };
}

/** A limit that was raised stands for what could not be told before. */
function toBound({ quoted, cap }: Head, used: number): number {
  return used > quoted ? Math.max(cap ?? 0, used) : quoted;
}
