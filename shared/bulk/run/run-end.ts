import { fromFile, toKept } from '../../errors/kept-error';
import type { TraceError } from '../../errors/trace-error';
import type { RunEnding } from '../journal/journal';
import type { Agreed } from '../fetch/run-settings';
import type { Summary } from './summary';

/** How a run has ended, for now or for good. */
export interface RunEnd {
  readonly is: 'done' | 'paused' | 'stopped';
  /** Why it paused; `null`: the user asked for it, or it is done. */
  readonly why: TraceError | null;
  /** After credits ran out: how many are left to continue with. */
  readonly creditsLeft: number | null;
  /** What answers are worth that are saved and that no row shows yet, in credits. */
  readonly saved: number;
  readonly summary: Summary;
  readonly agreed: Agreed;
}

/** How a run ended, for the journal, so that a panel opened later offers the same. `null`: it is done. */
export function toEnding({ is, why, creditsLeft }: Pick<RunEnd, 'is' | 'why' | 'creditsLeft'>): RunEnding | null {
  if (is === 'done') return null;
  return { is, why: why === null ? null : toKept(why), creditsLeft };
}

/** `null`: it is done, or was cut off. */
export function fromEnding(ended: RunEnding | null): Pick<RunEnd, 'is' | 'why' | 'creditsLeft'> | null {
  if (ended === null) return null;
  const { is, why, creditsLeft } = ended;
  return { is, why: why === null ? null : fromFile(why), creditsLeft };
}
