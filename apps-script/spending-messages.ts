import { agreeInStore, readLedger, readPayerId, readPolicy, runSync, TraceError } from '../shared/formulas';
import { forgetRefusals, readCredits, type RetriedCells, type SpendingStatus } from '../shared/panel';
import type { Account, Ledger, ThawTerms, WaitingStatus } from '../shared/ports';
import { toReplaceTerms, type Placed } from '../shared/freeze';
import { priceCalculated, priceRecalculation, priceUnsaved, priceWaiting, type WaitingFormulas } from '../shared/runs';
import { readDailyLimit, readStoredAccount, storeDailyLimit } from './account';
import { DocumentLock } from './document-lock';
import { DocumentStore } from './document-store';
import { CACHE } from './host';
import { retryProblems } from './retry-problems';
import { ownerOf } from './seal';
import { findRetried, findWaiting, mayWait } from './waiting-cells';

/** The spending of formulas in this spreadsheet, for the sidebar. */

/** Longer than a formula fetches. */
const LOCK_WAIT_MS = 28_000;

export function readSpending(): SpendingStatus {
  const { payer, ledger, nowMs } = readPaying();
  const { formulas, runs } = ledger.counters;
  const waiting = priceWaiting(findWaiting(payer), payer, ledger.paid, nowMs);
  return { policy: ledger.policy, ownerLimit: readDailyLimit(), formulasToday: formulas, runsToday: runs, waiting };
}

/** What formulas cost that come back; `null`: there is nobody to pay. */
export function priceThaw(find: () => WaitingFormulas): WaitingStatus | null {
  const { payer, ledger, nowMs } = readPaying();
  return payer.id === '' ? null : priceCalculated(find(), payer, ledger.paid, nowMs);
}

/** What the person has to agree to before formulas take the place of others, or why they cannot. */
export function agreeToReplace(
  placed: readonly Placed[],
  formulas: WaitingFormulas,
  agreed: ThawTerms | null,
): ThawTerms | string | null {
  const { payer, ledger, isOwn, nowMs } = readPaying();
  const price = runSync(priceUnsaved(formulas, payer, ledger.paid, new DocumentStore().read('TRACE_SHOWN')), CACHE);
  return toReplaceTerms(placed, price, payer.id === '' ? null : ledger, agreed, nowMs, isOwn);
}

/** Whether formulas of this file have noted who pays for them. Until then it may be this person or the file's owner. */
export function isPayerNoted(): boolean {
  return readPayerId(new DocumentStore()) !== null;
}

export function priceRetry(): number | null {
  const { payer, ledger, nowMs } = readPaying();
  return payer.id === '' ? 0 : priceRecalculation(findRetried(), payer, ledger, nowMs);
}

/** Who pays for these formulas, as far as this person can know it. */
interface Paying {
  readonly payer: Account;
  readonly ledger: Ledger;
  /** Whether it is this person's account. The own limit of another one cannot be read. */
  readonly isOwn: boolean;
  readonly nowMs: number;
}

/** Only the paying account knows what it has paid for, so for others its companies are unpaid. */
function readPaying(): Paying {
  const store = new DocumentStore();
  const own = readStoredAccount();
  const payerId = readPayerId(store) ?? own?.id ?? '';
  const nowMs = Date.now();
  const isOwn = own?.id === payerId;
  const known = isOwn ? own : { dailyLimit: null, sealKey: '' };
  const ledger = readLedger(store, ownerOf({ ...known, id: payerId }), nowMs);
  return { payer: toPayer(payerId), ledger, isOwn, nowMs };
}

/** @param received from the page */
export function storePolicy(received: unknown): SpendingStatus {
  new DocumentStore().write({ TRACE_POLICY: JSON.stringify(readPolicy(received)) });
  runSync(forgetRefusals(), CACHE);
  return readSpending();
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

/** Approves more credits for formulas, and enters the waiting cells again. */
export function fetchWaiting(credits: unknown): RetriedCells {
  const agreed = readCredits(credits);
  const store = new DocumentStore();
  // A formula that is just being paid for writes the same counters.
  const lock = new DocumentLock();
  if (!lock.hold(LOCK_WAIT_MS)) throw new TraceError('fileBusy', {});
  const payerId = readPayerId(store) ?? readStoredAccount()?.id;
  if (payerId === undefined) throw new TraceError('noKey', {});
  agreeInStore(store, payerId, agreed, Date.now());
  lock.release();
  runSync(forgetRefusals(), CACHE);
  return retryProblems(mayWait(findWaiting(toPayer(payerId))));
}

/** The account of the formulas. An editor's panel knows no more of it. */
function toPayer(id: string): Account {
  return { id, keyId: '', keyClass: 'user', readsLists: true };
}
