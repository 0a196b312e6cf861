/** The one door to the core: hosts import from here and from nowhere else in `shared`. */
export { performAction } from './actions/perform';
export { FUNCTIONS, type FunctionId } from './catalogue/index';
export { problemTextsOf } from './cells/if-problem';
export { callsOnlyTrace, callsTrace } from './cells/formulas';
export { isLoading } from './cells/inputs';
export { isDay, type Cell, type Day, type Table } from './cells/values';
export { checkKey } from './client/check-key';
export type { Exchange, HttpRequest, NoResponse } from './client/exchange';
export { creditsMissingIn, isRouteMissingIn } from './client/response';
export { readRequests } from './client/read-requests';
export { isRepeatable } from './client/retry';
export { hearOfKey, readSavedStanding, readStanding, standingToText, type KeyStanding } from './client/key-standing';
export { toKeyVerdict, type KeyVerdict } from './client/key-verdict';
export { keyClassOf, maskApiKey, readApiKey, toWireRequest, type WireRequest } from './client/request';
export {
  NAMES_SHOWN_AS,
  runAsync,
  runSync,
  type Account,
  type AsyncPerformers,
  type EffectName,
  type EffectOf,
  type Peeked,
  type SyncPerformers,
  type Task,
} from './effects';
export { toTraceError, TraceError, type ErrorCode } from './errors';
export { mostCommon, type Bar } from './bulk/chart';
export { checkSheet, checkWrite, guardedColumns, stretchesOf, type Stretch } from './bulk/check-write';
export { needOf, PRESETS, titleOf, type Choice, type Need } from './bulk/choice';
export type { Progress, RunEvent } from './bulk/events';
export {
  runOnGrid,
  type Block,
  type ColumnRead,
  type GridAnswers,
  type GridEffectOf,
  type GridPerformers,
  type GridWriting,
  type JournalRoom,
  type Lease,
  type RunTask,
  type SheetInfo,
  type Written,
} from './bulk/grid';
export { HEAD } from './bulk/journal';
export { planRun, type Plan, type PlanRequest, type Skipped, type Target } from './bulk/plan';
export { checkCap, previewRun, priceRun, type Preview, type RunPrice } from './bulk/price';
export { discardRun, lookAtRun, type Reopened } from './bulk/reopen';
export { resumeRun, startRun, type Agreed, type ResumeSettings, type RunEnd, type RunSettings } from './bulk/run';
export type { Summary } from './bulk/summary';
export { MAX_RUN_ROWS, triage, type InputRow, type Triage } from './bulk/triage';
export { undoRun, type Undone } from './bulk/undo';
export { codeOf, isLiteral, serialOf, valueOf, type GridCell, type GridValue } from './bulk/written';
export { callFunction } from './functions/call';
export { isNameQuestion } from './functions/name-verdict';
export { priceFormulas, type FormulasPrice } from './functions/price-formulas';
export { answersOf, lookupsOf, type KnownFormula } from './functions/rehearse';
export { readFormulaCall, type FormulaArgument } from './cells/formula-call';
export { packShown, unpackShown, type ShownAnswer } from './lookup/shown-answers';
export { endPause, readPause } from './lookup/pauses';
export { accountKeys, pauseKey, shownKey } from './lookup/stored';
export { answerLookup, lookIntoStore, withFetched, type Known } from './lookup/answer-lookup';
export { everyOne } from './lookup/every-one';
export { chargedCompanies, isOpen, rowsOfParts } from './lookup/charges';
export { fetchPaid } from './lookup/fetch-paid';
export type { LookupKind, LookupOutcome } from './lookup/outcome';
export { recall, recallKeys } from './lookup/store';
export { maskKeysIn } from './mask-keys';
export { PaidCompanies, readPaidDays, type PaidDays } from './lookup/paid-companies';
export {
  decideGrant,
  grantWithoutBooks,
  isLimited,
  reserve,
  settle,
  type Grant,
  type SpendBook,
  type SpendRequest,
} from './lookup/spend-book';
export { agree, lapse, NO_SPENDING, readCounters, today, type SpendCounters } from './lookup/spend-counters';
export { priceOf } from './lookup/price-of';
export { DEFAULT_POLICY, mostUnasked, readPolicy, type SpendPolicy } from './lookup/spend-policy';
export { holdsToStore } from './lookup/holds';
export { LookupCollector, type CollectorHost, type OnCancel } from './lookup/collector';
export type { FetchLimits } from './lookup/fetch-records';
