import type { ErrorCode } from './codes';

/** What follows from an error. Absent means "no". */
interface Traits {
  /** The user can correct it in the formula or the input: `#VALUE!` in Excel, where everything else is `#N/A`. */
  readonly isCorrectable?: true;
  /**
   * A newcomer meets it, so Excel shows its sentence in the cell too: on the desktop it shows no message of an error
   * (https://github.com/OfficeDev/office-js/issues/4971).
   */
  readonly isText?: true;
  /**
   * The same request may succeed later: https://docs.tracedata.ai/errors/ says so of 429 and 500. The same holds
   * for a message to the script.
   */
  readonly isRetried?: true;
  /** The longest wait before the first retry, which is at least half as long; in milliseconds. Absent: the usual one. */
  readonly firstDelayMs?: number;
  /**
   * What would fail in the same way from now on: every request with this key, the rest of this call, or every request
   * for the same route, list or job; with `limit`, whatever the limit of the run has no room for.
   */
  readonly ends?: 'all' | 'call' | 'limit' | 'route' | 'list' | 'job';
  /**
   * When a run pauses: at the error itself, when it meets a whole block, or when it meets a whole block of many rows
   * and so cannot be about a single company.
   */
  readonly pausesRun?: 'always' | 'wholeBlock' | 'manyRows';
  /**
   * How long not to ask again, in milliseconds: with this account, for what costs more credits than the account has left,
   * for this look-up, by its route, or about this name of the catalogue.
   */
  readonly remembered?: { readonly of: 'account' | 'credits' | 'lookup' | 'route' | 'name'; readonly forMs: number };
  /**
   * `perhaps`: the service may have carried out the request and charged it. `notSent`: nothing was sent. Absent: the
   * refusal could be read, so nothing was charged.
   */
  readonly charged?: 'perhaps' | 'notSent';
  /** The part of a list that was read and paid for is shown all the same. */
  readonly showsPart?: true;
  /** What it says of the key. `mayBeRefused`: refused if the key itself was tested. */
  readonly key?: 'works' | 'refused' | 'mayBeRefused' | 'untested';
  /** It is part of an answer, as true as the answer, and saved with it. */
  readonly lasts?: true;
  /** The host itself does not let it be done. */
  readonly isOfHost?: true;
  /** The input may be the name of a company. */
  readonly mayBeName?: true;
  /** Its sentence, or the end of it, is a text that somebody else has written. */
  readonly quotes?: true;
  /** A fault of the program: nobody waits for it to pass, or finds a way around it. */
  readonly isFault?: true;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const CORRECTABLE: Traits = { isCorrectable: true };
const PLAIN: Traits = {};
const NOT_SENT: Traits = { charged: 'notSent' };
/** Until the key changes: a new one has its own place in the store. Google keeps nothing longer than this. */
const REFUSED_KEY: Traits = {
  ends: 'all',
  pausesRun: 'always',
  remembered: { of: 'account', forMs: 6 * HOUR_MS },
  key: 'refused',
};
/** Cells that wait for approval recalculate again and again, and each time the ledger would be read for nothing. */
const REFUSED_LOOKUP: Traits = { remembered: { of: 'lookup', forMs: 10 * MINUTE_MS } };
/** Not every cell of a column asks a catalogue that fails. */
const OF_A_NAME: Traits['remembered'] = { of: 'name', forMs: MINUTE_MS / 2 };
const LOST_ANSWER: Traits = {
  isRetried: true,
  pausesRun: 'manyRows',
  remembered: OF_A_NAME,
  charged: 'perhaps',
  key: 'untested',
};

/** One row a code, and with `cell-traits.ts`, which functions do not load, the only place where errors are judged. */
export const TRAITS: { readonly [C in ErrorCode]: Traits } = {
  // The formula itself.
  inputsTooWide: CORRECTABLE,
  inputsTooMany: CORRECTABLE,
  inputsMissing: CORRECTABLE,
  oneInputOnly: CORRECTABLE,
  textExpected: CORRECTABLE,
  unknownField: CORRECTABLE,
  fieldElsewhere: CORRECTABLE,
  optionsMisplaced: CORRECTABLE,
  argumentsSwapped: CORRECTABLE,
  unknownOption: CORRECTABLE,
  optionsUnseparated: CORRECTABLE,
  optionsMalformed: CORRECTABLE,
  optionsTooLong: CORRECTABLE,
  tooManyColumns: CORRECTABLE,
  optionRefused: CORRECTABLE,
  oneFieldOnly: CORRECTABLE,
  queryTooLong: CORRECTABLE,
  pairsUneven: CORRECTABLE,
  pathRefused: CORRECTABLE,
  pathUnknown: CORRECTABLE,
  pathNotRead: CORRECTABLE,
  pagingInPath: CORRECTABLE,
  queryUnknown: CORRECTABLE,
  columnUnknown: CORRECTABLE,
  sinceMissing: CORRECTABLE,
  technologyUnknown: { isCorrectable: true, lasts: true },
  categoryUnknown: CORRECTABLE,
  vendorUnknown: CORRECTABLE,
  partnerCategoriesUntold: CORRECTABLE,
  countryUnknown: CORRECTABLE,
  nameUnchecked: { quotes: true },
  nameUnreadable: CORRECTABLE,
  listUnknown: { isCorrectable: true, ends: 'list' },
  listAmbiguous: CORRECTABLE,
  jobUnknown: { isCorrectable: true, ends: 'job' },
  // One input.
  inputIsError: CORRECTABLE,
  inputIsLoading: CORRECTABLE,
  inputIsNumber: CORRECTABLE,
  inputIsDate: CORRECTABLE,
  inputIsBoolean: CORRECTABLE,
  inputIsTooLong: CORRECTABLE,
  inputHasSpaces: { isCorrectable: true, mayBeName: true },
  inputIsNotOneEmail: CORRECTABLE,
  inputIsFreeMail: CORRECTABLE,
  inputIsPage: CORRECTABLE,
  inputIsApiKey: CORRECTABLE,
  inputIsNotADomain: { isCorrectable: true, mayBeName: true },
  sameCompany: CORRECTABLE,
  // The key.
  noKey: { isText: true, ends: 'all', pausesRun: 'always', charged: 'notSent' },
  keyRefused: REFUSED_KEY,
  keyMalformed: { key: 'refused' },
  keyHasNoOrganization: REFUSED_KEY,
  userKeyNeeded: { ends: 'list', key: 'works' },
  listsNotShared: PLAIN,
  notAllowed: { ends: 'all', pausesRun: 'always', key: 'mayBeRefused' },
  // The service and the way to it.
  creditsOut: {
    ends: 'all',
    pausesRun: 'always',
    remembered: { of: 'credits', forMs: MINUTE_MS },
    showsPart: true,
    key: 'works',
  },
  waitsForConsent: { ...REFUSED_LOOKUP, isText: true },
  dailyLimitReached: REFUSED_LOOKUP,
  limitNotKept: { remembered: { of: 'lookup', forMs: MINUTE_MS } },
  ownerNeeded: { remembered: { of: 'lookup', forMs: MINUTE_MS } },
  notFetchedYet: PLAIN,
  // The service's own wait wins.
  rateLimited: {
    isRetried: true,
    ends: 'all',
    pausesRun: 'always',
    remembered: { of: 'account', forMs: MINUTE_MS },
    key: 'untested',
  },
  serviceFailed: LOST_ANSWER,
  requestRefused: { ends: 'job', remembered: OF_A_NAME, key: 'untested' },
  routeMissing: { ends: 'route', remembered: { of: 'route', forMs: 10 * MINUTE_MS }, key: 'untested' },
  unreachable: { ...LOST_ANSWER, pausesRun: 'wholeBlock' },
  timedOut: LOST_ANSWER,
  unreadable: LOST_ANSWER,
  leftOut: { charged: 'perhaps' },
  // Actions of the panel.
  actionMalformed: CORRECTABLE,
  companyUnknown: PLAIN,
  flagTooLong: CORRECTABLE,
  listAccessDenied: { ends: 'list' },
  samplesNotSaved: PLAIN,
  // Enrichments.
  selectionEmpty: CORRECTABLE,
  selectionTooWide: CORRECTABLE,
  selectionTooLong: CORRECTABLE,
  nothingChosen: CORRECTABLE,
  overwriteUnconfirmed: CORRECTABLE,
  capNeeded: CORRECTABLE,
  runCapReached: { pausesRun: 'always', ends: 'limit' },
  accountChanged: NOT_SENT,
  runElsewhere: NOT_SENT,
  runUnfinished: PLAIN,
  journalDamaged: PLAIN,
  columnsGone: PLAIN,
  runUndone: PLAIN,
  runGone: PLAIN,
  runNotOwn: PLAIN,
  marksRefused: PLAIN,
  recordRefused: PLAIN,
  lookStale: PLAIN,
  rowsMoving: PLAIN,
  sheetGone: PLAIN,
  sheetFull: { pausesRun: 'always' },
  cellsProtected: { isOfHost: true },
  cellsOfFormula: PLAIN,
  fileBusy: { isRetried: true },
  workbookRefused: { isOfHost: true },
  reasonUnknown: PLAIN,
  // The host.
  hostMissing: PLAIN,
  addressBlocked: {
    ends: 'all',
    pausesRun: 'always',
    remembered: { of: 'account', forMs: 10 * MINUTE_MS },
    key: 'untested',
  },
  // Google asks for a second between calls. Of requests that were sent together, some may have left before it refused.
  hostBusy: { ...LOST_ANSWER, firstDelayMs: 2_000, pausesRun: 'wholeBlock' },
  // It resets 24 hours after its first request, and nobody tells when that was.
  hostQuota: {
    ends: 'all',
    pausesRun: 'always',
    remembered: { of: 'account', forMs: HOUR_MS },
    key: 'untested',
  },
  scriptFailed: { quotes: true },
  // Google says the same where the script broke off.
  scriptNotRun: { charged: 'perhaps' },
  scriptBusy: { ...NOT_SENT, isRetried: true, pausesRun: 'always' },
  scriptSilent: { charged: 'perhaps' },
  panelOutdated: NOT_SENT,
  sheetRefused: { isOfHost: true },
  storeRefused: PLAIN,
  storeQuota: PLAIN,
  consentMissing: NOT_SENT,
  outOfTime: { ends: 'call', pausesRun: 'always', showsPart: true, key: 'untested' },
  cancelled: NOT_SENT,
  internal: { isFault: true },
};

/** The traits of an error. A code of another version, unknown here, has none. */
export function traitsOf({ code }: { readonly code: ErrorCode }): Traits {
  return isErrorCode(code) ? TRAITS[code] : PLAIN;
}

/** Whether a text from outside is an error code of this version. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.prototype.hasOwnProperty.call(TRAITS, text);
}
