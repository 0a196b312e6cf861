import { toCreditsText } from '../common/words';
import type { LoggedRequest } from '../protocol';

const REASONS: Readonly<Record<string, string>> = {
  offline: 'offline',
  unreachable: 'not reached',
  timedOut: 'timed out',
  addressBlocked: 'not allowed by an administrator',
  hostBusy: 'too many at a time',
  hostQuota: 'host limit',
  outOfTime: 'no time left',
};

/** The outcome of a request: its status, or why there is none. */
export function toOutcomeText({ outcome }: LoggedRequest): string {
  return typeof outcome === 'number' ? String(outcome) : (REASONS[outcome] ?? outcome);
}

/** What else an answer says about its route or credits; `''` for nothing. */
export function toNoteText({ creditsMissing, isRouteMissing }: LoggedRequest): string {
  if (isRouteMissing) return 'Not available. Trace uses another way until tomorrow';
  return creditsMissing === null ? '' : `${toCreditsText(creditsMissing)} missing`;
}

/** Whether it got no answer. A company that is not tracked (404) is an answer. */
export function hasFailed({ outcome }: LoggedRequest): boolean {
  return typeof outcome !== 'number' || (outcome >= 400 && outcome !== 404);
}
