import type { Operation } from '../shared/api';
import type { Judgement } from './judge';

/** One operation, checked or not. */
export interface Result {
  readonly operation: Operation;
  /** `null` if it was not checked. */
  readonly judgement: Judgement | null;
  /** Why it was not checked. */
  readonly reason: string | null;
}

/** Everything that was found, and why the check ended early, if it did. */
export interface Findings {
  readonly results: readonly Result[];
  readonly stopped: string | null;
  /** What the check unintentionally left behind at Trace. */
  readonly leftBehind: string | null;
}

export function countDifferences({ results }: Findings): number {
  return results.reduce((sum, { judgement }) => sum + (judgement?.differences.length ?? 0), 0);
}
