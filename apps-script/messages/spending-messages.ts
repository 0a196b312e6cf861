import {
  DEFAULT_POLICY,
  filePolicyText,
  isLoose,
  readPolicy,
  runSync,
  type SpendPolicy,
  stricterPolicy,
  TraceError,
  withApproval,
} from '../../shared/formulas';
import {
  forgetRefusals,
  readCredits,
  readCreditsLeft,
  type RetriedCells,
  type SpendingStatus,
} from '../../shared/panel';
import type { WaitingStatus } from '../../shared/ports';
import { priceCalculated, priceRecalculation, priceWaiting, type WaitingFormulas } from '../../shared/runs';
import { changeOwnFile, ownFileNow, readDailyLimit, storeDailyLimit } from '../stored/account';
import { DocumentStore } from '../stored/document-store';
import { CACHE } from '../formulas/host';
import { readPaying } from '../formulas/paying';
import { endPauses, retryProblems } from '../retry/retry-problems';
import { findRetried, findWaiting, mayWait } from '../formulas/waiting-cells';

/** The spending of formulas in this spreadsheet, for the sidebar. */

export function readSpending(): SpendingStatus {
  const { payer, ledger, isOwn, isNoted, filePolicy, nowMs } = readPaying();
  const own = ownFileNow(nowMs);
  // Before the first formula, a user who has chosen nothing here may be anyone.
  const isOwners = isOwn && (isNoted || own.policy !== null);
  const creditsLeft = isOwn ? runSync(readCreditsLeft(payer.id), CACHE) : null;
  return {
    policy: isOwners ? ledger.policy : filePolicy,
    ownerLimit: readDailyLimit(),
    formulasToday: ledger.counters.formulas,
    runsToday: own.runs,
    ...(creditsLeft === null ? {} : { creditsLeft }),
    waiting: priceWaiting(findWaiting(payer), payer, ledger.paid, nowMs),
    ...(payer.id !== '' && !isOwn ? { isOthers: true } : {}),
    ...(isOwners && own.policy === null && isLoose(filePolicy) ? { unconfirmed: filePolicy } : {}),
  };
}

/** What restored formulas cost; `null`: there is no account that could pay. */
export function priceRestore(find: () => WaitingFormulas): WaitingStatus | null {
  const { payer, ledger, nowMs } = readPaying();
  return payer.id === '' ? null : priceCalculated(find(), payer, ledger.paid, nowMs);
}

export function priceRetry(): number | null {
  const { payer, ledger, nowMs } = readPaying();
  return payer.id === '' ? 0 : priceRecalculation(findRetried(), payer, ledger, nowMs);
}

/**
 * Stores a policy for the file, and for this user in it: formulas follow their owner's choice, or the file's where
 * that is lower.
 * @param received from the page
 */
export function storePolicy(received: unknown): SpendingStatus {
  const policy = readPolicy(received);
  changeOwnFile(Date.now(), (file) => ({ ...file, policy }));
  new DocumentStore().write({ TRACE_POLICY: toFilePolicy(policy) });
  runSync(forgetRefusals(), CACHE);
  return readSpending();
}

/**
 * In another user's file the policy cannot exceed the earlier one or the default: otherwise its owner would be asked
 * to keep what an editor has chosen. Until a formula has recorded its account, the file records who chose.
 */
function toFilePolicy(policy: SpendPolicy): string {
  const { payer, isOwn, isNoted, filePolicy } = readPaying();
  if (!isNoted) return filePolicyText(policy, payer.id);
  const most = isLoose(filePolicy) ? filePolicy : DEFAULT_POLICY;
  return filePolicyText(isOwn ? policy : stricterPolicy(policy, most));
}

/**
 * Applies to all files that the user owns, whatever their own limits.
 * @param limit `null` for none
 */
export function storeOwnerLimit(limit: unknown): SpendingStatus {
  storeDailyLimit(limit === null || limit === undefined ? null : readCredits(limit));
  runSync(forgetRefusals(), CACHE);
  return readSpending();
}

/**
 * Approves more credits for formulas, which counts only if the user is their owner, and enters the waiting cells
 * again.
 */
export function fetchWaiting(credits: unknown): RetriedCells {
  const payer = approve(readCredits(credits));
  runSync(forgetRefusals(), CACHE);
  return retryProblems(mayWait(findWaiting(payer)));
}

/** Lets formulas ask again, and approves that many more credits. The panel then enters one formula again. */
export function letFetch(credits: unknown): null {
  const asked = readCredits(credits);
  if (asked > 0) approve(asked);
  endPauses();
  return null;
}

function approve(asked: number): ReturnType<typeof readPaying>['payer'] {
  const { payer, ledger, isOwn, nowMs } = readPaying();
  if (payer.id === '') throw new TraceError('noKey', {});
  if (isOwn) changeOwnFile(nowMs, (file) => withApproval(file, ledger.counters.formulasAgreed, asked));
  return payer;
}
