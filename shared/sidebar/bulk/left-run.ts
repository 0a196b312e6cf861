import type { Reopened } from '../../bulk/reopen';
import type { RunEnd } from '../../bulk/run';

export type LeftRun = Extract<Reopened, { readonly is: 'run' }>;

/** A run that is not under way: done, paused, stopped, or found when the panel was opened. */
export interface Left {
  readonly run: LeftRun;
  readonly end: Pick<RunEnd, 'is' | 'why' | 'creditsLeft'> | null;
}
