import type { Reopened } from '../../bulk/run/inspect';
import type { Agreed, RunEnd } from '../../bulk/run/run';
import type { Undone } from '../../bulk/undo/undo';

export type LeftRun = Extract<Reopened, { readonly is: 'run' }>;

/** A run that is not under way: done, paused, stopped, or found when the panel opened. */
export interface Left {
  readonly run: LeftRun;
  readonly end: Pick<RunEnd, 'is' | 'why' | 'creditsLeft'> | null;
  /** What was agreed to in this panel; `null`: another panel started it, or this one before it was reopened. */
  readonly agreed: Agreed | null;
  /** What is said of columns that have a type. */
  readonly notes: readonly string[];
  /** The result of an undo that could not restore everything. */
  readonly undone: Undone | null;
}
