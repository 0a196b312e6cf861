import type { ErrorCode, FormulaFacts, InputFacts } from './codes';
import { FORMULA_SENTENCES } from './sentences/formula';
import { INPUT_SENTENCES } from './sentences/input';

/** What follows from an error. Absent means "no". */
interface Traits {
  /** The user can correct it in the formula or the input: Excel shows `#VALUE!` instead of `#N/A`. */
  readonly isCorrectable?: true;
  /**
   * New users meet it, so Excel shows its sentence in the cell too: desktop Excel shows no message of an error
   * (https://github.com/OfficeDev/office-js/issues/4971).
   */
  readonly isText?: true;
  /**
   * The same request may succeed later, as https://docs.tracedata.ai/errors/ says of 429 and 500. The same holds for
   * a message to the script.
   */
  readonly isRetried?: true;
  /**
   * The longest wait before the first retry, in milliseconds; the shortest is half as long. Absent: the usual one.
   */
  readonly firstDelayMs?: number;
  /**
   * What would fail in the same way from now on: every request with this key, the rest of this call, or every request
   * for the same route, list or job; with `limit`, everything that does not fit the enrichment's limit.
   */
  readonly ends?: 'all' | 'call' | 'limit' | 'route' | 'list' | 'job';
  /**
   * When an enrichment pauses: at the error itself, when the error affects a whole block, or when it affects a whole
   * block of many rows and so cannot be about a single company.
   */
  readonly pausesRun?: 'always' | 'wholeBlock' | 'manyRows';
  /**
   * How long not to ask again, in milliseconds: with this account, for requests that cost more credits than the
   * account has, for this lookup, by its route, or about this name of the catalogue.
   */
  readonly remembered?: { readonly of: 'account' | 'credits' | 'lookup' | 'route' | 'name'; readonly forMs: number };
  /**
   * `perhaps`: the service may have carried out the request and charged for it. `notSent`: nothing was sent. Absent:
   * the refusal could be read, so nothing was charged.
   */
  readonly charged?: 'perhaps' | 'notSent';
  /** The part of a list that was read and paid for is shown anyway. */
  readonly showsPart?: true;
  /** What it says about the key. `mayBeRefused`: refused if the key itself was tested. */
  readonly key?: 'works' | 'refused' | 'mayBeRefused' | 'untested';
  /** It is part of an answer, as valid as the answer, and saved with it. */
  readonly lasts?: true;
  /** The host itself does not allow it. */
  readonly isOfHost?: true;
  /** The input may be the name of a company. */
  readonly mayBeName?: true;
  /** Its sentence, or the end of it, quotes text that someone else has written. */
  readonly quotes?: true;
  /** A bug: it is never retried or worked around. */
  readonly isFault?: true;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const CORRECTABLE: Traits = { isCorrectable: true };
const PLAIN: Traits = {};
const NOT_SENT: Traits = { charged: 'notSent' };
/**
 * Kept until the key changes, because a new key has its own entries in the store. Google's cache keeps nothing longer
 * than this.
 */
const REFUSED_KEY: Traits = {
  ends: 'all',
  pausesRun: 'always',
  remembered: { of: 'account', forMs: 6 * HOUR_MS },
  key: 'refused',
};
/** Cells that wait for approval recalculate again and again, and each time the ledger would be read in vain. */
const REFUSED_LOOKUP: Traits = { remembered: { of: 'lookup', forMs: 10 * MINUTE_MS } };
/** Keeps the cells of a column from all asking a catalogue that fails. */
const OF_A_NAME: Traits['remembered'] = { of: 'name', forMs: MINUTE_MS / 2 };
const LOST_ANSWER: Traits = {
  isRetried: true,
  pausesRun: 'manyRows',
  remembered: OF_A_NAME,
  charged: 'perhaps',
  key: 'untested',
};

type CodeOfFormulas = keyof FormulaFacts | keyof InputFacts;

/** Problems of a formula or an input are corrected there, unless their own row says otherwise. */
const OF_FORMULAS = Object.fromEntries(
  Object.keys({ ...FORMULA_SENTENCES, ...INPUT_SENTENCES }).map((code) => [code, CORRECTABLE]),
) as Readonly<Record<CodeOfFormulas, Traits>>;

const ROWS: Readonly<Record<Exclude<ErrorCode, CodeOfFormulas>, Traits> & Partial<Record<CodeOfFormulas, Traits>>> = {
  // The formula itself, and one input.
  technologyUnknown: { isCorrectable: true, lasts: true },
  nameUnchecked: { quotes: true },
  listUnknown: { isCorrectable: true, ends: 'list' },
  jobUnknown: { isCorrectable: true, ends: 'job' },
  inputHasSpaces: { isCorrectable: true, mayBeName: true },
  inputIsNotADomain: { isCorrectable: true, mayBeName: true },
  // The key.
  noKey: { isText: true, ends: 'all', pausesRun: 'always', charged: 'notSent' },
  keyRefused: REFUSED_KEY,
  keyMalformed: { key: 'refused' },
  keyHasNoOrganization: REFUSED_KEY,
  userKeyNeeded: { ends: 'list', key: 'works' },
  listsNotShared: PLAIN,
  notAllowed: { ends: 'all', pausesRun: 'always', key: 'mayBeRefused' },
  // The service and the connection to it.
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
  // The service's own wait comes first.
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
  // A network may come back while a run waits.
  offline: { isRetried: true, pausesRun: 'always', remembered: OF_A_NAME, charged: 'notSent', key: 'untested' },
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
  recordDamaged: PLAIN,
  columnsGone: PLAIN,
  runUndone: PLAIN,
  runGone: PLAIN,
  runNotOwn: PLAIN,
  marksRefused: PLAIN,
  recordRefused: PLAIN,
  sheetChanged: PLAIN,
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
  // Google asks for a second between calls. Of requests that were sent together, some may have left before it
  // refused.
  hostBusy: { ...LOST_ANSWER, firstDelayMs: 2_000, pausesRun: 'wholeBlock' },
  // The quota resets 24 hours after the first request, and Google does not say when that was.
  hostQuota: {
    ends: 'all',
    pausesRun: 'always',
    remembered: { of: 'account', forMs: HOUR_MS },
    key: 'untested',
  },
  scriptFailed: { quotes: true },
  // Google reports the same error if the script was interrupted.
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

/**
 * One row per code. With `cell-traits.ts`, which functions do not load, this is the only place that judges errors.
 *
 * Two spreads: adding the rows to a spread one by one takes half a millisecond, a tenth of the start of each formula in
 * Google Sheets.
 */
export const TRAITS: { readonly [C in ErrorCode]: Traits } = { ...OF_FORMULAS, ...ROWS };

/** The traits of an error. A code of another version, unknown here, has none. */
export function traitsOf({ code }: { readonly code: ErrorCode }): Traits {
  return isErrorCode(code) ? TRAITS[code] : PLAIN;
}

/** Whether a text from outside is an error code of this version. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.prototype.hasOwnProperty.call(TRAITS, text);
}
