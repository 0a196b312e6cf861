import { DAY_MS } from '../days';
import type { MaxAge } from './ports';
import type { AnyRecord, LookupOutcome } from './outcome';

/** That Trace does not track a company may change sooner than what it says of one. */
const NOT_TRACKED_MAX_AGE_MS = DAY_MS;
/** The service may be given a route at any time. */
const NO_ROUTE_MAX_AGE_MS = DAY_MS;

/**
 * Whether an outcome answers (`fresh`), has to be looked up (`needed`), or is shown as it is unless looking it up again
 * costs nothing (`ifFree`): a recalculation never pays twice for what was paid for once.
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

/** Whether a remembered outcome still answers. One from the future (the clock was set back) is as good as new. */
export function isFresh(outcome: LookupOutcome, maxAgeMs: number, nowMs: number): boolean {
  switch (outcome.is) {
    case 'found':
      // A list that was not read to its end is shown meanwhile, and read again when it is asked for again.
      return !isPartial(outcome.record) && nowMs - outcome.asOfMs <= maxAgeMs;
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

function isPartial(record: AnyRecord): boolean {
  return 'isPartial' in record && record.isPartial === true;
}
