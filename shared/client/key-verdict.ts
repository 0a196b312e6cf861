import { TraceError, type ErrorCode } from '../errors/trace-error';
import { KEY_WORDS } from '../errors/key-sentences';

/** What the service says of a key. `untested`: it could not be asked, and the sentence says why. */
export type KeyVerdict = { readonly is: 'works' } | { readonly is: 'refused' | 'untested'; readonly sentence: string };

/** https://docs.tracedata.ai/errors/: 401, and 403 for a key of no organization or an unverified person. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'keyMalformed',
  'keyRefused',
  'keyHasNoOrganization',
  'notAllowed',
]);

/** What tells nothing of the key. */
const UNTESTED: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'rateLimited',
  'serviceFailed',
  'requestRefused',
  'routeMissing',
  'unreachable',
  'timedOut',
  'unreadable',
  'hostQuota',
  'outOfTime',
]);

/** What a check of a key that ended with an error says of it. Throws what is wrong with the host. */
export function toKeyVerdict(thrown: unknown): KeyVerdict {
  if (!(thrown instanceof TraceError)) throw thrown;
  const code: ErrorCode = thrown.code;
  const sentence = KEY_WORDS[code] ?? thrown.message;
  // Who has no credits left, or is not the person whom a page is for, is known to the service.
  if (code === 'creditsOut' || code === 'userKeyNeeded') return { is: 'works' };
  if (REFUSALS.has(code)) return { is: 'refused', sentence };
  if (UNTESTED.has(code)) return { is: 'untested', sentence };
  throw thrown;
}
