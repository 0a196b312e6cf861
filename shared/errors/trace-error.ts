import { SENTENCES } from './sentences';

/** A name that Trace does not know, and those that it knows and that are like it, the nearest first. */
export interface UnknownName {
  readonly text: string;
  readonly nearest: readonly string[];
}

/** What can go wrong, and the facts its sentence needs. Closed: a new code does not compile until it has a sentence. */
export interface ErrorFacts {
  // The formula itself: one cell says so.
  inputsTooWide: { readonly columns: number };
  inputsTooMany: { readonly rows: number };
  inputsMissing: { readonly parameter: string; readonly formula: string };
  oneInputOnly: { readonly rows: number };
  textExpected: { readonly parameter: string; readonly example: string };
  unknownField: { readonly field: string; readonly nearest: readonly string[] };
  fieldElsewhere: { readonly field: string; readonly name: string; readonly formula: string };
  optionsMisplaced: { readonly place: string; readonly formula: string };
  argumentsSwapped: { readonly formula: string };
  unknownOption: { readonly option: string; readonly known: readonly string[] };
  optionsUnseparated: { readonly mended: string };
  optionsMalformed: { readonly text: string };
  optionRefused: { readonly option: string; readonly value: string; readonly expected: string };
  oneFieldOnly: { readonly fields: number };
  pairsUneven: { readonly rows: number; readonly otherRows: number };
  pathRefused: { readonly path: string };
  pathUnknown: { readonly path: string };
  pathNotRead: { readonly path: string };
  pagingInPath: { readonly name: string };
  queryUnknown: { readonly name: string; readonly known: readonly string[] };
  columnUnknown: { readonly column: string; readonly known: readonly string[] };
  technologyUnknown: UnknownName;
  categoryUnknown: UnknownName;
  vendorUnknown: UnknownName;
  partnerCategoriesUntold: { readonly why: 'types' | 'limit' };
  countryUnknown: UnknownName;
  nameUnchecked: { readonly text: string; readonly why: string };
  nameUnreadable: { readonly parameter: string; readonly shown: string; readonly example: string };
  listUnknown: { readonly listId: string; readonly nearest?: readonly string[] };
  jobUnknown: { readonly jobId: string };
  // One input: every column of its row says so.
  inputIsError: { readonly input: string };
  inputIsLoading: { readonly input: string };
  inputIsNumber: { readonly input: string };
  inputIsDate: Record<never, never>;
  inputIsBoolean: { readonly input: string };
  inputIsTooLong: { readonly length: number };
  inputHasSpaces: { readonly input: string };
  inputIsFreeMail: { readonly domain: string };
  inputIsPage: { readonly input: string; readonly site: string };
  inputIsApiKey: Record<never, never>;
  inputIsNotADomain: { readonly input: string };
  sameCompany: { readonly company: string };
  // The key.
  noKey: Record<never, never>;
  keyRefused: Record<never, never>;
  keyMalformed: Record<never, never>;
  keyHasNoOrganization: Record<never, never>;
  userKeyNeeded: Record<never, never>;
  listsNotShared: Record<never, never>;
  notAllowed: Record<never, never>;
  // The service and the way to it.
  creditsOut: { readonly requested: number | null; readonly missing: number | null };
  waitsForConsent: { readonly credits: number };
  dailyLimitReached: { readonly limit: number; readonly credits: number };
  limitNotKept: Record<never, never>;
  notFetchedYet: Record<never, never>;
  rateLimited: { readonly waitSeconds: number | null };
  serviceFailed: { readonly status: number };
  requestRefused: { readonly status: number; readonly message: string };
  routeMissing: { readonly operation: string };
  unreachable: Record<never, never>;
  timedOut: Record<never, never>;
  unreadable: Record<never, never>;
  leftOut: Record<never, never>;
  // What the panel does.
  actionMalformed: { readonly expected: string };
  actionRefused: { readonly status: number; readonly message: string };
  companyUnknown: { readonly identifier: string };
  flagTooLong: { readonly length: number; readonly limit: number };
  listAccessDenied: Record<never, never>;
  // A run over a column.
  selectionEmpty: Record<never, never>;
  selectionTooWide: { readonly columns: number };
  selectionTooLong: { readonly rows: number };
  nothingChosen: Record<never, never>;
  overwriteUnconfirmed: Record<never, never>;
  capNeeded: { readonly unknown: number };
  runCapReached: { readonly credits: number };
  accountChanged: Record<never, never>;
  runElsewhere: Record<never, never>;
  runUnfinished: Record<never, never>;
  journalDamaged: Record<never, never>;
  journalFull: Record<never, never>;
  columnsGone: Record<never, never>;
  runUndone: Record<never, never>;
  sheetGone: Record<never, never>;
  sheetFull: Record<never, never>;
  cellsProtected: Record<never, never>;
  cellsOfFormula: Record<never, never>;
  fileBusy: Record<never, never>;
  workbookRefused: { readonly message: string };
  journalRefused: { readonly message: string };
  // The host.
  hostMissing: Record<never, never>;
  hostQuota: Record<never, never>;
  sheetRefused: { readonly message: string };
  storeRefused: { readonly message: string };
  consentMissing: Record<never, never>;
  outOfTime: Record<never, never>;
  cancelled: Record<never, never>;
  internal: { readonly detail: string };
}

export type ErrorCode = keyof ErrorFacts;

/** The two kinds of error cell on which Excel shows a sentence of ours (`#VALUE!`, `#N/A`). */
export type ErrorKind = 'value' | 'notAvailable';

const BRAND = Symbol.for('trace.error');

/** The one error of the core. Its message is the sentence a user reads; it never holds an API key. */
export class TraceError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'TraceError';
  readonly code: C;
  readonly facts: ErrorFacts[C];
  readonly kind: ErrorKind;

  constructor(code: C, facts: ErrorFacts[C]) {
    const { kind, say } = SENTENCES[code];
    super(say(facts));
    this.code = code;
    this.facts = facts;
    this.kind = kind;
  }

  get [BRAND](): true {
    return true;
  }

  /** Excel's page has two scripts, functions and pane, each with this class; what they share hands errors across. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}

/** What was thrown, as a {@link TraceError}; anything else is a fault of ours and says so. */
export function toTraceError(thrown: unknown): TraceError {
  if (thrown instanceof TraceError) return thrown;
  return new TraceError('internal', { detail: thrown instanceof Error ? thrown.message : String(thrown) });
}
