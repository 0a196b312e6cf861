import type { LookupOutcome } from './outcome';

/** That Trace does not track a company may change sooner than what it says of one. */
const NOT_TRACKED_MAX_AGE_MS = 86_400_000;

/** Whether a remembered outcome still answers. One from the future (the clock was set back) is as good as new. */
export function isFresh(outcome: LookupOutcome, maxAgeMs: number, nowMs: number): boolean {
  if (outcome.is === 'found') return nowMs - outcome.asOfMs <= maxAgeMs;
  if (outcome.is === 'notTracked') return nowMs - outcome.asOfMs <= Math.min(maxAgeMs, NOT_TRACKED_MAX_AGE_MS);
  return false;
}
