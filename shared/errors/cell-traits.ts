import type { HostFacts, KeyFacts, ServiceFacts } from './codes';

/** What a person can fetch in the panel. */
export const FETCHED = ['waitsForConsent', 'dailyLimitReached', 'notFetchedYet'] as const;

/** What helps cells that show a problem: a key, fetching what waits, a retry, or a correction by hand. */
export type Help = 'key' | 'fetch' | 'retry' | 'correct';

/** Why cells show a problem, as the panel counts them, and what helps. */
export const HELP_FOR = {
  noKey: 'key',
  keyRefused: 'key',
  waits: 'fetch',
  unreachable: 'retry',
  tooMany: 'retry',
  noCredits: 'retry',
  failed: 'retry',
  notFetched: 'retry',
  mistake: 'correct',
} as const satisfies Record<string, Help>;

/** No mistakes, and yet only a person helps; the last one is in no cell. */
type ByHand = 'listsNotShared' | 'requestRefused' | 'routeMissing' | 'hostMissing' | 'scriptFailed';
type Shown = Exclude<keyof KeyFacts | keyof ServiceFacts | keyof HostFacts, ByHand | (typeof FETCHED)[number]>;

/**
 * Why a cell shows the error: the one trait that only the panel asks for. All other codes are corrected by hand in the
 * formula or its input, or stand in no cell.
 */
export const SHOWN_FOR: { readonly [C in Shown]: keyof typeof HELP_FOR } = {
  noKey: 'noKey',
  keyRefused: 'keyRefused',
  keyMalformed: 'keyRefused',
  keyHasNoOrganization: 'keyRefused',
  userKeyNeeded: 'keyRefused',
  notAllowed: 'keyRefused',
  creditsOut: 'noCredits',
  limitNotKept: 'notFetched',
  rateLimited: 'tooMany',
  serviceFailed: 'failed',
  unreachable: 'unreachable',
  timedOut: 'unreachable',
  unreadable: 'failed',
  leftOut: 'failed',
  hostQuota: 'notFetched',
  sheetRefused: 'notFetched',
  storeRefused: 'notFetched',
  storeQuota: 'notFetched',
  consentMissing: 'notFetched',
  outOfTime: 'notFetched',
  cancelled: 'notFetched',
  partNotLoaded: 'notFetched',
  internal: 'failed',
};
