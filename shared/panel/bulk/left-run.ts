import { countFailed } from '../../bulk/run/failures';
import type { Reopened } from '../../bulk/run/inspect';
import type { Agreed, RunEnd } from '../../bulk/run/run';
import type { Undone } from '../../bulk/undo/undo';

export type LeftRun = Extract<Reopened, { readonly is: 'run' }>;

type Rest = 'open' | 'failed' | 'unplaced';

/** A run that is not under way: done, paused, stopped, or found when the panel opened. */
export interface Left {
  readonly run: LeftRun;
  readonly end: (Pick<RunEnd, 'is' | 'why' | 'creditsLeft'> & Partial<Pick<RunEnd, 'saved'>>) | null;
  /** What was agreed to in this panel; `null`: another panel started it, or this one before it was reopened. */
  readonly agreed: Agreed | null;
  /** What is said of columns that have a type. */
  readonly notes: readonly string[];
  /** The result of an undo that could not restore everything. */
  readonly undone: Undone | null;
}

/**
 * Which rows a run does when it continues; `null`: none are left. Failed and unplaced rows are done again only where that is
 * asked for, so once no others are left, nothing but asking for them would do anything.
 */
export function toRest({ head, summary, unplaced }: Pick<LeftRun, 'head' | 'summary' | 'unplaced'>): Rest | null {
  if (!head.isFinished && summary.open > 0) return 'open';
  if (countFailed(summary.failed) > 0) return 'failed';
  if (summary.gone + unplaced.length > 0) return 'unplaced';
  // Broken off before it noted its end.
  return head.isFinished ? null : 'open';
}
