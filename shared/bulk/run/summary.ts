import type { RunBudget } from '../../credits/run-budget';
import type { Head } from '../journal/journal';
import type { RowRecord, RowState } from '../rows/row-record';

/** The result of a run, in rows and credits. */
export interface Summary {
  readonly rows: number;
  readonly found: number;
  readonly notTracked: number;
  readonly noData: number;
  /** Row numbers, by the sentence that says why. */
  readonly failed: ReadonlyMap<string, readonly number[]>;
  /** Rows whose cells were filled meanwhile. */
  readonly filled: number;
  /** Answered, but the row was not found. */
  readonly unplaced: number;
  /** Deleted or changed before they were looked up. */
  readonly gone: number;
  /** Rows of the selection without a usable company. They are not part of the run. */
  readonly unusable: number;
  readonly open: number;
  /** The highest price that was quoted, or the limit where that is lower or nobody could quote a price. */
  readonly creditsQuoted: number;
  readonly creditsUsed: number;
  /** The part of `creditsUsed` that may not have been charged, because the answer was lost. */
  readonly creditsUnsure: number;
}

export function summarize(head: Head, all: readonly RowRecord[], budget: RunBudget): Summary {
  // The others only got a status.
  const rows = all.filter(({ namesCompany }) => namesCompany);
  const failed = new Map<string, number[]>();
  for (const { state, seen } of all) {
    if (state.is !== 'failed') continue;
    const others = failed.get(state.why);
    if (others === undefined) failed.set(state.why, [seen]);
    else others.push(seen);
  }
  const count = (is: (state: RowState) => boolean): number => rows.filter(({ state }) => is(state)).length;
  return {
    rows: rows.length,
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

/** A limit that was raised later replaces a quote that was too low. */
function toBound({ quoted, cap }: Head, used: number): number {
  const most = Math.min(quoted, cap ?? quoted);
  return used > most ? Math.max(cap ?? 0, used) : most;
}
