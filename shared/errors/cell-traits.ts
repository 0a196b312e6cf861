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

type NoMistake = keyof KeyFacts | keyof ServiceFacts | keyof HostFacts;

/**
 * Why a cell shows the error: the one trait that only the panel asks for. The other codes are mistakes in the formula or
 * its input, or stand in no cell.
 */
export const SHOWN_FOR: { readonly [C in Exclude<NoMistake, (typeof FETCHED)[number]>]: keyof typeof HELP_FOR } = {
  noKey: 'noKey',
  keyRefused: 'keyRefused',
  keyMalformed: 'keyRefused',
  keyHasNoOrganization: 'keyRefused',
  userKeyNeeded: 'keyRefused',
  listsNotShared: 'mistake',
  notAllowed: 'keyRefused',
  creditsOut: 'noCredits',
  limitNotKept: 'notFetched',
  rateLimited: 'tooMany',
  serviceFailed: 'failed',
  requestRefused: 'mistake',
  routeMissing: 'mistake',
  unreachable: 'unreachable',
  timedOut: 'unreachable',
  unreadable: 'failed',
  leftOut: 'failed',
  hostMissing: 'mistake',
  hostQuota: 'notFetched',
  scriptFailed: 'failed',
  sheetRefused: 'notFetched',
  storeRefused: 'notFetched',
  storeQuota: 'notFetched',
  consentMissing: 'notFetched',
  outOfTime: 'notFetched',
  cancelled: 'notFetched',
  partNotLoaded: 'notFetched',
  internal: 'failed',
};
