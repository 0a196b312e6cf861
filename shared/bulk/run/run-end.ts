import { fromKept, toKept } from '../../errors/kept-error';
import type { TraceError } from '../../errors/trace-error';
import type { Ended } from '../journal/journal';
import type { Agreed } from '../fetch/run-settings';
import type { Summary } from './summary';

/** How a run has ended, for now or for good. */
export interface RunEnd {
  readonly is: 'done' | 'paused' | 'stopped';
  /** Why it paused; `null`: the user asked for it, or it is done. */
  readonly why: TraceError | null;
  /** After credits ran out: how many are left to continue with. */
  readonly creditsLeft: number | null;
  readonly summary: Summary;
  readonly agreed: Agreed;
}

/** How a run ended, for the journal, so that a panel opened later offers the same. `null`: it is done. */
export function toEnded({ is, why, creditsLeft }: Pick<RunEnd, 'is' | 'why' | 'creditsLeft'>): Ended | null {
  if (is === 'done') return null;
  return { is, why: why === null ? null : toKept(why), creditsLeft };
}

/** `null`: it is done, or was cut off. */
export function fromEnded(ended: Ended | null): Pick<RunEnd, 'is' | 'why' | 'creditsLeft'> | null {
  if (ended === null) return null;
  const { is, why, creditsLeft } = ended;
  return { is, why: why === null ? null : fromKept(why), creditsLeft };
}
