/** An unknown name and the known names most like it, best first. */
interface UnknownName {
  readonly text: string;
  readonly nearest: readonly string[];
}

type NoFacts = Record<never, never>;

/** Problems of the formula, shown in one cell. */
export interface FormulaFacts {
  inputsTooWide: { readonly columns: number };
  inputsTooMany: { readonly rows: number };
  inputsMissing: { readonly parameter: string; readonly formula: string };
  oneInputOnly: { readonly rows: number };
  textExpected: { readonly parameter: string; readonly example: string };
  /** `formula`: the formula that was meant, if it has further slips. */
  unknownField: { readonly field: string; readonly nearest: readonly string[]; readonly formula?: string };
  fieldElsewhere: { readonly field: string; readonly name: string; readonly formula: string };
  optionsMisplaced: { readonly place: string; readonly formula: string };
  argumentsSwapped: { readonly formula: string };
  unknownOption: {
    readonly option: string;
    readonly known: readonly string[];
    readonly nearest: readonly string[];
  };
  optionsUnseparated: { readonly mended: string };
  optionsMalformed: { readonly text: string };
  optionsTooLong: { readonly length: number };
  tooManyColumns: { readonly columns: number };
  optionRefused: { readonly option: string; readonly value: string; readonly expected: string };
  oneFieldOnly: { readonly fields: number };
  sinceMissing: NoFacts;
  technologyUnknown: UnknownName;
  categoryUnknown: UnknownName;
  vendorUnknown: UnknownName;
  partnerCategoriesUntold: { readonly why: 'types' | 'limit' };
  nameUnchecked: { readonly text: string; readonly why: string };
  nameUnreadable: { readonly parameter: string; readonly shown: string; readonly example: string };
  pairsUneven: { readonly rows: number; readonly otherRows: number };
  pathRefused: { readonly path: string };
  queryTooLong: { readonly length: number };
  pathUnknown: { readonly path: string };
  pathNotRead: { readonly path: string };
  pagingInPath: { readonly name: string };
  queryUnknown: { readonly name: string; readonly known: readonly string[] };
  columnUnknown: { readonly column: string; readonly known: readonly string[] };
  countryUnknown: UnknownName;
  listUnknown: { readonly listId: string; readonly nearest?: readonly string[] };
  /** `ids`: those of all lists with this name. */
  listAmbiguous: { readonly name: string; readonly ids: readonly string[] };
  jobUnknown: { readonly jobId: string };
}

/** Problems of one input, shown in every column of its row. */
export interface InputFacts {
  inputIsError: { readonly input: string };
  inputIsLoading: { readonly input: string };
  inputIsNumber: { readonly input: string };
  inputIsDate: NoFacts;
  inputIsBoolean: { readonly input: string };
  inputIsTooLong: { readonly length: number };
  inputHasSpaces: { readonly input: string };
  inputIsNotOneEmail: { readonly input: string };
  inputIsFreeMail: { readonly domain: string };
  inputIsPage: { readonly input: string; readonly site: string };
  inputIsApiKey: NoFacts;
  inputIsNotADomain: { readonly input: string };
  sameCompany: { readonly company: string };
}

/** Problems of the key. */
export interface KeyFacts {
  noKey: NoFacts;
  keyRefused: NoFacts;
  keyMalformed: NoFacts;
  keyHasNoOrganization: NoFacts;
  userKeyNeeded: NoFacts;
  listsNotShared: NoFacts;
  notAllowed: NoFacts;
}

/** Problems of the service and the connection to it. */
export interface ServiceFacts {
  /** `lookups`: how many the refused request contained. */
  creditsOut: {
    readonly requested: number | null;
    readonly missing: number | null;
    readonly lookups?: number | null;
  };
  waitsForConsent: { readonly credits: number };
  dailyLimitReached: { readonly limit: number; readonly credits: number };
  limitNotKept: NoFacts;
  ownerNeeded: NoFacts;
  notFetchedYet: NoFacts;
  rateLimited: { readonly waitSeconds: number | null };
  serviceFailed: { readonly status: number };
  requestRefused: { readonly status: number; readonly message: string };
  routeMissing: { readonly operation: string };
  offline: NoFacts;
  unreachable: NoFacts;
  timedOut: NoFacts;
  unreadable: NoFacts;
  leftOut: NoFacts;
}

/** Problems of actions in the panel. */
export interface ActionFacts {
  actionMalformed: { readonly expected: string };
  companyUnknown: { readonly identifier: string };
  flagTooLong: { readonly length: number; readonly limit: number };
  listAccessDenied: NoFacts;
  /** Sample answers could not be saved. Without them a practice sheet or a self-test would ask Trace. */
  samplesNotSaved: NoFacts;
}

/** Problems of enrichments. */
export interface RunFacts {
  selectionEmpty: NoFacts;
  selectionTooWide: { readonly columns: number };
  selectionTooLong: { readonly rows: number };
  /** `hasStatus`: only the Status column is chosen. */
  nothingChosen: { readonly hasStatus: boolean };
  overwriteUnconfirmed: NoFacts;
  capNeeded: { readonly unknown: number };
  runCapReached: { readonly credits: number };
  accountChanged: NoFacts;
  runElsewhere: NoFacts;
  runUnfinished: NoFacts;
  recordDamaged: NoFacts;
  columnsGone: { readonly column: string; readonly is: 'gone' | 'doubled' | 'changed' };
  runUndone: NoFacts;
  runGone: NoFacts;
  runNotOwn: NoFacts;
  marksRefused: NoFacts;
  /** `message`: why the host cannot add a sheet for the record. */
  recordRefused: { readonly message: string };
  sheetChanged: NoFacts;
  /** The rows moved every time they were read. */
  rowsMoving: NoFacts;
  sheetGone: NoFacts;
  sheetFull: NoFacts;
  cellsProtected: NoFacts;
  cellsOfFormula: NoFacts;
  fileBusy: NoFacts;
  workbookRefused: { readonly message: string };
  /** The record had no room for the reason, or has it in a form that this version cannot read. */
  reasonUnknown: NoFacts;
}

/** Problems of the host. */
export interface HostFacts {
  hostMissing: NoFacts;
  addressBlocked: NoFacts;
  hostBusy: NoFacts;
  hostQuota: NoFacts;
  scriptFailed: { readonly said: string };
  scriptNotRun: NoFacts;
  scriptBusy: NoFacts;
  scriptSilent: NoFacts;
  panelOutdated: NoFacts;
  sheetRefused: { readonly message: string };
  storeRefused: { readonly message: string };
  storeQuota: NoFacts;
  consentMissing: NoFacts;
  outOfTime: NoFacts;
  cancelled: NoFacts;
  internal: { readonly detail: string };
}

/**
 * Every error code with the facts that its sentence needs. A new code does not compile without a sentence and traits.
 */
export interface ErrorFacts
  extends FormulaFacts, InputFacts, KeyFacts, ServiceFacts, ActionFacts, RunFacts, HostFacts {}

/** The code of an error. {@link ErrorFacts} has the facts of each code. */
export type ErrorCode = keyof ErrorFacts;

/**
 * What an Excel cell shows: one of the two errors that can carry our sentence (`#VALUE!`, `#N/A`), or the sentence
 * itself as text.
 */
export type ErrorKind = 'value' | 'notAvailable' | 'text';
