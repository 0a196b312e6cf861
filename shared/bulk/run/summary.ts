import type { RunBudget } from '../../credits/run-budget';
import type { TraceError } from '../../errors/trace-error';
import type { Head } from '../journal/journal';
import type { RowRecord, RowState } from '../rows/row-record';
import { groupFailures, type Failure } from './failures';

/** The result of a run, in rows and credits. */
export interface Summary {
  readonly rows: number;
  readonly found: number;
  readonly notTracked: number;
  readonly noData: number;
  /** By the reason: rows of the sheet, from 0. */
  readonly failed: readonly Failure<number>[];
  /** Rows in which cells were filled meanwhile. */
  readonly filled: number;
  /** Answered, but the row was not found. */
  readonly unplaced: number;
  /** Deleted or changed before they were looked up. */
  readonly gone: number;
  /** Rows of the selection without a usable company. They are not part of the run. */
  readonly unusable: number;
  readonly open: number;
  /** The highest price that was quoted, or the limit where that is lower, was raised, or nobody could quote a price. */
  readonly creditsQuoted: number;
  readonly creditsUsed: number;
  /** The part of `creditsUsed` that may not have been charged, because the answer was lost. */
  readonly creditsUnsure: number;
}

export function summarize(head: Head, all: readonly RowRecord[], budget: RunBudget): Summary {
  const failed: { why: TraceError; row: number }[] = [];
  const counts = { rows: 0, data: 0, notTracked: 0, noData: 0, filled: 0, unplaced: 0, gone: 0, open: 0 };
  for (const { state, seen, namesCompany } of all) {
    if (state.is === 'failed') failed.push({ why: state.why, row: seen });
    // The others only got a status.
    if (!namesCompany) continue;
    counts.rows += 1;
    const as = countedAs(state);
    if (as !== null) counts[as] += 1;
  }
  const { data: found, ...others } = counts;
  return {
    ...others,
    found,
    failed: groupFailures(failed),
    unusable: head.unusable ?? 0,
    creditsQuoted: toBound(head, budget.used),
    creditsUsed: budget.used,
    creditsUnsure: budget.unsure,
  };
}

function countedAs(state: RowState): 'data' | 'notTracked' | 'noData' | 'filled' | 'unplaced' | 'gone' | 'open' | null {
  switch (state.is) {
    case 'written':
      return state.found;
    case 'skipped':
      return state.why === 'filled' || state.why === 'gone' ? state.why : null;
    case 'waiting':
    case 'answered':
    case 'cut':
      return 'open';
    case 'unplaced':
      return state.is;
    case 'failed':
    case 'undone':
      return null;
  }
}

/** A limit that was raised later replaces a quote that was too low. */
function toBound({ quoted, cap }: Head, used: number): number {
  const most = Math.min(quoted, cap ?? quoted);
  return used > most ? Math.max(cap ?? 0, used) : most;
}
