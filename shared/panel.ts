/**
 * The door to what a host's panel needs besides its page: actions, the key, cells that wait for approval, enrichments.
 * The page itself starts in `shared/panel/page.tsx`, the only part of the core that needs a DOM.
 */
export { maskKeysIn } from './errors/mask-keys';
export { say } from './errors/say';
export { saysThatItWaits } from './errors/sentences';
export { isErrorCode } from './errors/traits';
export { problemTextsOf } from './cells/if-problem';
export { callsOnlyTrace, callsTrace } from './cells/formulas';
export { isLoading } from './cells/inputs';
export { forgetKey, keyStatus, setKey, testKey, tryKey } from './client/key-settings';
export { readRequests } from './client/read-requests';
export { readApiKey } from './client/request';
export { creditsMissingIn, isRouteMissingIn } from './client/response';
export { chargedCompanies } from './credits/charges';
export { accountKeys } from './lookup/cache-entry';
export { endPause } from './lookup/circuit-breaker';
export {
  findCutLists,
  mayReadLists,
  priceWaiting,
  type CutLists,
  type WaitingFormulas,
} from './functions/price-waiting';
export { forgetRefusals } from './functions/refusal-cache';
export { performAction } from './actions/perform';
// Enrichments: the page runs them itself; what measures or tests a host runs them without a page.
export { HEAD } from './bulk/journal/part-names';
export { signedIn } from './bulk/journal/seal';
export { planRun, type Plan, type PlanRequest } from './bulk/plan/plan';
export type { Choice } from './bulk/plan/column-spec';
export { triage } from './bulk/plan/triage';
export { discardRun, lookAtRun } from './bulk/run/inspect';
export { planLeftRun } from './bulk/run/plan-left-run';
export { resumeRun, startRun, type ResumeSettings, type RunEnd, type RunSettings } from './bulk/run/run';
export { codeOf, COUNT_FORMAT, isLiteral, serialOf, valueOf } from './bulk/sheet/cell-values';
export { isMarkName, isRunName } from './bulk/sheet/column-anchors';
export { toRunPorts, type RunPorts } from './bulk/sheet/ports';
export type { RunEvent } from './bulk/sheet/run-events';
export {
  checkMarks,
  checkSheet,
  checkWrite,
  guardedColumns,
  stretchesOf,
  type Stretch,
} from './bulk/sheet/write-guard';
export { listUndo, undoRun, type Undone } from './bulk/undo/undo';
export { hmacMark } from './panel/hmac-mark';
export type { LoggedRequest, RetriedCells, SpendingStatus } from './panel/protocol';
