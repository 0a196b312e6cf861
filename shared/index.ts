/** The one door to the core: hosts import from here and from nowhere else in `shared`. */
export { performAction } from './actions/perform';
export { FUNCTIONS, type FunctionId } from './catalogue/index';
export { problemTextsOf } from './cells/if-problem';
export { callsOnlyTrace, callsTrace } from './cells/formulas';
export { isLoading } from './cells/inputs';
export { isDay, type Cell, type Day, type Table } from './cells/values';
export { askForVerdict, toKeyStatus, type KeyStatus } from './client/check-key';
export type { Exchange, HttpRequest, NoResponse } from './client/exchange';
export { creditsMissingIn, isRouteMissingIn } from './client/response';
export { readRequests } from './client/read-requests';
export { isRepeatable } from './client/retry';
export { hearOfKey, readSavedStanding, readStanding, standingToText, type KeyStanding } from './client/key-standing';
export { toKeyVerdict, type KeyVerdict } from './client/key-verdict';
export { keyClassOf, maskApiKey, readApiKey, toWireRequest, type WireRequest } from './client/request';
export { runAsync, runSync, type Async, type Asked, type Task } from './task';
export type { ClientPorts } from './client/ports';
export type { Account, RecordsPorts } from './records/ports';
export type { CreditsPorts } from './credits/ports';
export { NAMES_SHOWN_AS, type FetchPorts, type Lookup, type LookupPorts, type Peeked } from './lookup/ports';
export type { ColumnPorts, FormulaPorts } from './functions/ports';
export type { ActionPorts } from './actions/ports';
export type { CorePorts } from './bulk/core-ports';
export { say } from './errors/say';
export { toTraceError, TraceError, type ErrorCode } from './errors/trace-error';
export { isErrorCode, TRAITS, traitsOf } from './errors/traits';
export { mostCommon, type Bar } from './bulk/chart/top-values';
export {
  checkMarks,
  checkSheet,
  checkWrite,
  guardedColumns,
  stretchesOf,
  type Stretch,
} from './bulk/sheet/write-guard';
export { needOf, PRESETS, titleOf, type Choice, type Need } from './bulk/plan/column-spec';
export type { Progress, RunEvent } from './bulk/sheet/run-events';
export {
  toRunPorts,
  type Block,
  type ColumnRead,
  type FilePort,
  type GridReading,
  type GridWriting,
  type JournalRoom,
  type Lease,
  type HostPorts,
  type JournalPort,
  type PersonPort,
  type RunPorts,
  type SheetPort,
  type SheetInfo,
  type Wish,
  type Written,
} from './bulk/sheet/ports';
export {
  INPUT_MARK,
  isMarkName,
  isRunName,
  markOf,
  type ColumnAnchors,
  type ColumnMark,
  type FoundMark,
  type MarkedRows,
} from './bulk/sheet/column-anchors';
export { HEAD } from './bulk/journal/part-names';
export { signedIn, type JournalSeal } from './bulk/journal/seal';
export { planRun, type Plan, type PlanRequest, type Skipped, type Target } from './bulk/plan/plan';
export { checkCap, previewRun, priceRun, type Preview, type RunPrice } from './bulk/run/price';
export { discardRun, lookAtRun, type Reopened } from './bulk/run/inspect';
export { resumeRun, startRun, type Agreed, type ResumeSettings, type RunEnd, type RunSettings } from './bulk/run/run';
export type { Summary } from './bulk/run/summary';
export { MAX_RUN_ROWS, triage, type InputRow, type Triage } from './bulk/plan/triage';
export { undoRun, type Undone } from './bulk/undo/undo';
export { codeOf, isLiteral, serialOf, valueOf, type GridCell, type GridValue } from './bulk/sheet/cell-values';
export { callFunction } from './functions/call';
export { isNameQuestion } from './functions/name-verdict';
export { priceFormulas, type FormulasPrice } from './functions/price-formulas';
export { answersOf, lookupsOf, type KnownFormula } from './functions/dry-run';
export { readFormulaCall, type FormulaArgument } from './cells/formula-call';
export { packShown, unpackShown, type ShownAnswer } from './lookup/displayed-rows';
export { endPause, readPause } from './lookup/circuit-breaker';
export { accountKeys, pauseKey, shownKey } from './lookup/cache-entry';
export { peekIntoStore } from './lookup/peek';
export { ColumnLookup } from './functions/column-lookup';
export { forgetRefusals } from './functions/refusal-cache';
export { priceWaiting, type WaitingFormulas, type WaitingStatus } from './functions/price-waiting';
export { everyOne } from './records/every-one';
export { chargedCompanies } from './credits/charges';
export { isOpen, priceOf } from './credits/prices';
export { rowsOfParts } from './records/parts';
export { fetchPaid } from './lookup/fetch-within-grant';
export type { LookupKind, LookupOutcome } from './records/outcome';
export { recall, recallKeys } from './lookup/cache';
export { maskKeysIn } from './errors/mask-keys';
export { PaidCompanies, readPaidDays, type PaidDays } from './credits/paid-companies';
export {
  decideGrant,
  grantWithoutBooks,
  isLimited,
  reserve,
  settle,
  type Grant,
  type SpendBook,
  type SpendRequest,
} from './credits/ledger';
export { agree, lapse, NO_SPENDING, readCounters, today, type SpendCounters } from './credits/spend-counters';
export { DEFAULT_POLICY, mostUnasked, readPolicy, type SpendPolicy } from './credits/spend-policy';
export { holdsToStore } from './credits/holds';
export { LookupCollector, type CollectorHost, type OnCancel } from './lookup/lookup-batcher';
export type { FetchLimits } from './lookup/fetch-records';
export { DAY_MS } from './days';
export { fnv1a } from './digest';
