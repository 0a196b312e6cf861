import type { HostFacts, KeyFacts, ServiceFacts } from './codes';

/** What a person can fetch in the panel. */
export const FETCHED = ['waitsForConsent', 'dailyLimitReached', 'notFetchedYet'] as const;

/** What stands in a cell as a text in Excel too: the trait `isText`. */
export const TEXTS = ['noKey', 'waitsForConsent'] as const;

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

/** No mistakes, and yet only a person helps. */
type ByHand = 'listsNotShared' | 'requestRefused' | 'routeMissing' | 'hostMissing';
/** Of messages between the panel and the script: in no cell. */
type OfMessages = 'scriptFailed' | 'scriptNotRun' | 'scriptBusy' | 'scriptSilent' | 'panelOutdated';
type CellCode = Exclude<
  keyof KeyFacts | keyof ServiceFacts | keyof HostFacts,
  ByHand | OfMessages | (typeof FETCHED)[number]
>;

const LISTED = {
  noKey: ['noKey'],
  keyRefused: ['keyRefused', 'keyMalformed', 'keyHasNoOrganization', 'userKeyNeeded', 'notAllowed'],
  noCredits: ['creditsOut'],
  tooMany: ['rateLimited'],
  unreachable: ['unreachable', 'timedOut'],
  failed: ['serviceFailed', 'unreadable', 'leftOut', 'internal'],
  notFetched: [
    'limitNotKept',
    'ownerNeeded',
    'addressBlocked',
    'hostBusy',
    'hostQuota',
    'sheetRefused',
    'storeRefused',
    'storeQuota',
    'consentMissing',
    'outOfTime',
    'cancelled',
  ],
} as const satisfies { readonly [W in keyof typeof HELP_FOR]?: readonly CellCode[] };

type Unlisted = Exclude<CellCode, (typeof LISTED)[keyof typeof LISTED][number]>;

/**
 * The codes that a cell shows for each reason: the one trait that only the panel asks for. All other codes are corrected by
 * hand in the formula or its input, or stand in no cell. The compiler names one that is in no list.
 */
export const CODES_OF: [Unlisted] extends [never] ? typeof LISTED : Unlisted = LISTED;
