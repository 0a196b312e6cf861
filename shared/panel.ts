/**
 * The door to what a host's panel needs besides its page: actions, the key, and cells that wait for approval. The
 * page itself starts in `shared/panel/page.tsx`, the only part of the core that needs a DOM.
 */
export { maskKeysIn } from './errors/mask-keys';
export { fromKept, toKept } from './errors/kept-error';
export { problemOfText, saysThatItWaits, saysThatKeyIsMissing } from './errors/known-sentences';
export { withoutPlace } from './errors/sentences/place';
export { traitsOf } from './errors/traits';
export { problemTextsOf } from './cells/option-pairs';
export { problemIn, withoutPrefix } from './cells/problem-text';
export { isLoading } from './cells/values';
export { callsNothingElse, callsTrace, isTraceCall, mayReadLists } from './cells/formulas';
export { readDisconnected } from './cells/disconnected-formula';
export { withCommas, withSemicolons } from './cells/argument-separator';
export { forgetKey, keyStatus, setKey, testKey, tryKey } from './client/key';
export { readRequests } from './client/read-requests';
export { readApiKey } from './client/request';
export { creditsMissingIn, isRouteMissingIn } from './client/response';
export { type AnswersCost, costOfRunAnswers } from './credits/charges';
export { readCredits } from './credits/action-prices';
export { accountKeys } from './lookup/cache';
export { endPause, readCreditsLeft, forgetRefusals } from './lookup/refusals';
export { performAction } from './actions/perform';
export { makePractice, type Practice } from './practice/practice';
export { holdsMistakes } from './practice/self-test-sheet';
export { REMOVAL_NOTE } from './panel/settings/restore-text';
export { toLogoHtml } from './panel/common/logo';
export { isOffline } from './panel/common/offline';
export { count } from './panel/common/words';
export { toRefused } from './panel/protocol';
export { toRetryText } from './panel/state/retry-text';
export { toWaitingText } from './panel/state/spending-text';
export type { LoggedRequest, RetriedCells, SpendingStatus } from './panel/protocol';
