import type { ErrorCode } from '../../shared/formulas';
import type { ErrorFacts } from '../../shared/reference';

type Examples<C extends ErrorCode> = readonly [ErrorFacts[C], ...ErrorFacts[C][]];

const NOTHING: readonly [Record<never, never>] = [{}];

/**
 * Example facts of every problem. The page of a problem shows its sentence with the first ones; the others are for the
 * other forms of the sentence, which tests read. A new code does not compile without some.
 */
export const PROBLEM_EXAMPLES: { readonly [C in ErrorCode]: Examples<C> } = {
  // The formula itself.
  inputsTooWide: [{ columns: 3 }],
  inputsTooMany: [{ rows: 80_000 }],
  inputsMissing: [
    { parameter: 'domains_b', formula: '=TRACE_PARTNERED(A2,B2)' },
    { parameter: 'domains', formula: '=TRACE_TECH(A2)' },
    { parameter: 'domain_b', formula: '=TRACE_SHARED_PARTNERS(A2,B2)' },
  ],
  oneInputOnly: [{ rows: 12 }],
  textExpected: [{ parameter: 'query', example: '"shop"' }],
  unknownField: [
    { field: 'catgory', nearest: ['category'] },
    { field: 'x', nearest: [] },
  ],
  fieldElsewhere: [{ field: 'industry', name: 'TRACE_COMPANY', formula: '=TRACE_COMPANY(A2,"industry")' }],
  optionsMisplaced: [{ place: 'third', formula: '=TRACE_TECH(A2,,"top=5")' }],
  argumentsSwapped: [{ formula: '=TRACE_COMPANY("stripe.com","industry")' }],
  unknownOption: [
    { option: 'limit', known: ['headers', 'top', 'max_age'], nearest: [] },
    { option: 'tpo', known: ['headers', 'top', 'sep'], nearest: ['top'] },
  ],
  optionsUnseparated: [{ mended: 'top=3;sort=name' }],
  optionsMalformed: [{ text: 'top 3' }],
  optionsTooLong: [{ length: 50_000 }],
  tooManyColumns: [{ columns: 12_500 }],
  optionRefused: [
    { option: 'top', value: 'many', expected: 'a whole number from 1 to 1,000' },
    { option: 'layout', value: '', expected: 'join, columns or spill' },
  ],
  oneFieldOnly: [{ fields: 2 }],
  queryTooLong: [{ length: 3_012 }],
  pairsUneven: [{ rows: 100, otherRows: 80 }],
  pathRefused: [{ path: 'https://example.com/x' }],
  pathUnknown: [{ path: '/companys/stripe.com' }],
  pathNotRead: [{ path: '/account' }],
  pagingInPath: [{ name: 'limit' }],
  queryUnknown: [{ name: 'per_page', known: ['q', 'country', 'industry'] }],
  columnUnknown: [{ column: 'title', known: ['name', 'industry', 'country'] }],
  sinceMissing: NOTHING,
  technologyUnknown: [
    { text: 'Strype', nearest: ['Stripe'] },
    { text: 'Strype', nearest: ['Stripe', 'Stride'] },
    { text: 'Strype', nearest: [] },
  ],
  categoryUnknown: [
    { text: 'Payment', nearest: ['Payments'] },
    { text: 'Payment', nearest: [] },
  ],
  vendorUnknown: [
    { text: 'Gogle', nearest: ['Google'] },
    { text: 'Gogle', nearest: [] },
  ],
  partnerCategoriesUntold: [{ why: 'types' }, { why: 'limit' }],
  countryUnknown: [
    { text: 'Germny', nearest: ['Germany'] },
    { text: 'Germny', nearest: [] },
  ],
  nameUnchecked: [
    {
      text: 'Preact',
      why: 'Trace could not be reached. Check your connection, then choose Retry problems on a computer.',
    },
  ],
  nameUnreadable: [{ parameter: 'technologies', shown: '#NAME?', example: '"Stripe"' }],
  listUnknown: [
    { listId: 'lst_404', nearest: [] },
    { listId: 'lst_9', nearest: ['lst_1', 'lst_2'] },
  ],
  listAmbiguous: [{ name: 'Large accounts', ids: ['lst_3', 'lst_7'] }],
  jobUnknown: [{ jobId: 'job_404' }],
  // One input.
  inputIsError: [{ input: '#REF!' }, { input: '#NAME?' }],
  inputIsLoading: [{ input: 'Loading...' }],
  inputIsNumber: [{ input: '42' }],
  inputIsDate: NOTHING,
  inputIsBoolean: [{ input: 'TRUE' }],
  inputIsTooLong: [{ length: 1_204 }],
  inputHasSpaces: [{ input: 'Stripe Inc' }, { input: 'stripe .com' }],
  inputIsFreeMail: [{ domain: 'gmail.com' }],
  inputIsNotOneEmail: [{ input: 'ann@acme.com, joe@agency.com' }, { input: 'Ask ann@acme.com' }],
  inputIsPage: [{ input: 'https://www.linkedin.com/company/stripe', site: 'linkedin.com' }],
  inputIsApiKey: NOTHING,
  inputIsNotADomain: [{ input: 'stripe,com' }, { input: 'Stripe' }],
  sameCompany: [{ company: 'stripe.com' }],
  // The key.
  noKey: NOTHING,
  keyRefused: NOTHING,
  keyMalformed: NOTHING,
  keyHasNoOrganization: NOTHING,
  userKeyNeeded: NOTHING,
  listsNotShared: NOTHING,
  notAllowed: NOTHING,
  // The service.
  creditsOut: [
    { requested: 250, missing: 120 },
    { requested: null, missing: null },
  ],
  waitsForConsent: [{ credits: 1 }, { credits: 1_200 }],
  dailyLimitReached: [
    { limit: 500, credits: 1 },
    { limit: 1, credits: 12 },
  ],
  limitNotKept: NOTHING,
  ownerNeeded: NOTHING,
  notFetchedYet: NOTHING,
  rateLimited: [{ waitSeconds: 30 }, { waitSeconds: 1 }, { waitSeconds: null }],
  serviceFailed: [{ status: 503 }],
  requestRefused: [
    { status: 422, message: 'partnership_types: unknown value' },
    { status: 422, message: '' },
  ],
  routeMissing: [{ operation: 'partnerships.graph' }],
  offline: NOTHING,
  unreachable: NOTHING,
  timedOut: NOTHING,
  unreadable: NOTHING,
  leftOut: NOTHING,
  // Actions of the panel.
  actionMalformed: [{ expected: 'a list of domains' }, { expected: 'a whole number of credits' }],
  companyUnknown: [{ identifier: 'nobody.example' }],
  flagTooLong: [{ length: 2_400, limit: 2_000 }],
  listAccessDenied: NOTHING,
  samplesNotSaved: NOTHING,
  // Enrichments.
  selectionEmpty: NOTHING,
  selectionTooWide: [{ columns: 2 }],
  selectionTooLong: [{ rows: 120_000 }],
  nothingChosen: [{ hasStatus: false }, { hasStatus: true }],
  overwriteUnconfirmed: NOTHING,
  capNeeded: [{ unknown: 120 }, { unknown: 1 }],
  runCapReached: [{ credits: 1 }, { credits: 100 }],
  accountChanged: NOTHING,
  runElsewhere: NOTHING,
  runUnfinished: NOTHING,
  recordDamaged: NOTHING,
  columnsGone: [
    { column: 'Industry', is: 'doubled' },
    { column: 'Industry', is: 'gone' },
    { column: '', is: 'changed' },
  ],
  runUndone: NOTHING,
  runGone: NOTHING,
  runNotOwn: NOTHING,
  rowsMoving: NOTHING,
  marksRefused: NOTHING,
  recordRefused: [{ message: 'The workbook is protected' }],
  sheetChanged: NOTHING,
  sheetGone: NOTHING,
  sheetFull: NOTHING,
  cellsProtected: NOTHING,
  cellsOfFormula: NOTHING,
  fileBusy: NOTHING,
  workbookRefused: [{ message: 'InvalidOperation: the cells are part of an array formula' }],
  reasonUnknown: NOTHING,
  // The host.
  hostMissing: NOTHING,
  addressBlocked: NOTHING,
  hostBusy: NOTHING,
  hostQuota: NOTHING,
  scriptFailed: [
    {
      said: 'Something went wrong (x is not a function). Open Settings > Maintenance > Diagnose and copy the details.',
    },
  ],
  scriptNotRun: NOTHING,
  scriptBusy: NOTHING,
  scriptSilent: NOTHING,
  panelOutdated: NOTHING,
  sheetRefused: [{ message: 'You are trying to edit a protected cell or object.' }],
  storeRefused: [{ message: 'Service invoked too many times in a short time: properties rateMax.' }],
  storeQuota: NOTHING,
  consentMissing: NOTHING,
  outOfTime: NOTHING,
  cancelled: NOTHING,
  internal: [{ detail: 'x is not a function' }],
};
