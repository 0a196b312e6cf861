import type { ErrorCode, HostFacts, KeyFacts, ServiceFacts } from './codes';

/** Problems that the user solves by fetching in the panel. */
export const FETCHED = ['waitsForConsent', 'dailyLimitReached', 'notFetchedYet'] as const;

/** Problems that Excel cells show as text too: the trait `isText`. */
export const TEXTS = ['noKey', 'waitsForConsent'] as const;

/** Problems of an input that may be the name of a company: the trait `mayBeName`. */
export const MAY_BE_NAMES = ['inputHasSpaces', 'inputIsNotADomain'] as const;

/** Problems of a formula that is not filled in yet: none while its user is still filling it in. */
const UNFILLED: readonly ErrorCode[] = ['inputsMissing'];

export function isUnfilled({ code }: { readonly code: ErrorCode }): boolean {
  return UNFILLED.includes(code);
}

/** What solves a problem in cells: a key, fetching what waits, a retry, or a correction by hand. */
export type Help = 'key' | 'fetch' | 'retry' | 'correct';

/** The reasons for problems in cells, as the panel counts them, and what solves each. */
export const HELP_FOR = {
  noKey: 'key',
  keyRefused: 'key',
  waits: 'fetch',
  offline: 'retry',
  unreachable: 'retry',
  tooMany: 'retry',
  noCredits: 'retry',
  failed: 'retry',
  notFetched: 'retry',
  mistake: 'correct',
} as const satisfies Record<string, Help>;

/** Not mistakes, but only the user can solve them. */
type ByHand = 'listsNotShared' | 'requestRefused' | 'routeMissing' | 'hostMissing';
/** Messages between the panel and the script, which no cell shows. */
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
  offline: ['offline'],
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
 * The codes that cells show for each reason: the only trait that the panel alone needs. All other codes are corrected
 * by hand in the formula or its input, or never appear in a cell. The compiler names a code that is in no list.
 */
export const CODES_OF: [Unlisted] extends [never] ? typeof LISTED : Unlisted = LISTED;

/** What solves a problem in a cell. @param code `null`: another problem, which the user corrects by hand */
export function helpFor(code: ErrorCode | null): Help {
  if (isAmong(code, FETCHED)) return 'fetch';
  const reasons = Object.keys(CODES_OF) as (keyof typeof CODES_OF)[];
  const reason = reasons.find((each) => isAmong(code, CODES_OF[each]));
  return reason === undefined ? 'correct' : HELP_FOR[reason];
}

/** Whether the input of a cell with this problem may be the name of a company. */
export function mayBeNameIn(code: ErrorCode | null): boolean {
  return isAmong(code, MAY_BE_NAMES);
}

function isAmong(code: ErrorCode | null, codes: readonly ErrorCode[]): boolean {
  return code !== null && codes.includes(code);
}
