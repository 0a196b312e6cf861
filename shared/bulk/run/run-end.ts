import { TraceError } from '../../errors/trace-error';
import type { Ended } from '../journal/journal';
import type { Agreed } from '../fetch/run-settings';
import type { Summary } from './summary';

export interface RunEnd {
  readonly is: 'done' | 'paused' | 'stopped';
  /** Why it has paused, unless a person wished it. */
  readonly why: TraceError | null;
  /** Where the credits ran out: with how many it can go on. */
  readonly creditsLeft: number | null;
  readonly summary: Summary;
  readonly agreed: Agreed;
}

/** How a run has ended, to be kept: a panel that is opened later then offers the same. `null`: it is done. */
export function toEnded({ is, why, creditsLeft }: Pick<RunEnd, 'is' | 'why' | 'creditsLeft'>): Ended | null {
  if (is === 'done') return null;
  return { is, why: why === null ? null : { code: why.code, facts: why.facts }, creditsLeft };
}

/** `null`: it is done, or broke off. */
export function fromEnded(ended: Ended | null): Pick<RunEnd, 'is' | 'why' | 'creditsLeft'> | null {
  if (ended === null) return null;
  const { is, why, creditsLeft } = ended;
  return { is, why: why === null ? null : readError(why), creditsLeft };
}

/** What an older program kept may have no sentence in this one. */
function readError({ code, facts }: NonNullable<Ended['why']>): TraceError | null {
  try {
    return new TraceError(code, facts as never);
  } catch {
    return null;
  }
}
