import { DAY_MS } from '../days';
import type { MaxAge } from './ports';
import type { LookupOutcome } from './outcome';
import { isPartial } from './parts';

/** Trace may start tracking a company sooner than a company's facts change. */
const NOT_TRACKED_MAX_AGE_MS = DAY_MS;
/** The service may add a route at any time. */
const NO_ROUTE_MAX_AGE_MS = DAY_MS;

/**
 * Whether a saved outcome is an answer (`fresh`), must be looked up (`needed`), or is shown unless looking it up is
 * free (`ifFree`), so that recalculation never pays twice.
 *
 * @param nowMs milliseconds since 1970
 */
export function freshnessOf(
  outcome: LookupOutcome | undefined,
  { maxAgeMs, isAgeAsked }: MaxAge,
  nowMs: number,
): 'fresh' | 'needed' | 'ifFree' {
  if (outcome === undefined) return 'needed';
  if (isFresh(outcome, maxAgeMs, nowMs)) return 'fresh';
  const isAnswer = outcome.is === 'shown' || (outcome.is === 'found' && !isPartial(outcome.record));
  return isAnswer && !isAgeAsked ? 'ifFree' : 'needed';
}

/** Whether a saved outcome is still an answer. One from the future, after the clock was set back, counts as new. */
function isFresh(outcome: LookupOutcome, maxAgeMs: number, nowMs: number): boolean {
  switch (outcome.is) {
    case 'found':
      // A list that was read only in part is shown, and read again the next time it is asked for.
      return (
        !isPartial(outcome.record) && nowMs - outcome.asOfMs <= maxAgeMs && nowMs < (outcome.lagsUntilMs ?? Infinity)
      );
    case 'shown':
      return nowMs - outcome.asOfMs <= maxAgeMs;
    case 'notTracked':
      return nowMs - outcome.asOfMs <= Math.min(maxAgeMs, NOT_TRACKED_MAX_AGE_MS);
    case 'noRoute':
      return nowMs - outcome.asOfMs <= NO_ROUTE_MAX_AGE_MS;
    case 'failed':
    case 'notAsked':
      return false;
  }
}
