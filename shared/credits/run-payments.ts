import type { LedgerOwner } from './ledger-owner';
import type { LedgerStore } from './ledger-store';
import { paidText, readLedger, readPaid, readPayerId, writeLedger } from './ledger-texts';
import type { PaidCompanies } from './paid-companies';

/** Companies that a document has room for: 24 KB, with some to spare. */
const MOST_COMPANIES = 3_800;

/**
 * What the account of a run has paid for. A document's ledger belongs to the account of its formulas. A run on another
 * account, such as an editor's, has its own, so that it changes neither price nor limit of the formulas.
 */
export function readRunPaid(store: LedgerStore, owner: LedgerOwner): PaidCompanies {
  return readPaid(store, isGuest(store, owner) ? 'TRACE_GUEST' : 'TRACE_PAID', owner);
}

/**
 * Books what a run paid for. Call it where no other run changes the ledger. What cannot be booked just now is with the next
 * answer for these companies, which costs nothing.
 */
export function payForRun(store: LedgerStore, owner: LedgerOwner, companies: readonly string[], nowMs: number): void {
  // Never from nothing, or nothing would be written over the ledger.
  if (!store.isReadable) return;
  if (isGuest(store, owner)) {
    const paid = readRunPaid(store, owner);
    paid.pay(companies, nowMs);
    store.write({ TRACE_GUEST: paidText('guest', owner, paid, MOST_COMPANIES, nowMs) });
    return;
  }
  const ledger = readLedger(store, owner, nowMs);
  const { counters, paid } = ledger;
  const runs = counters.runs + paid.pay(companies, nowMs).length;
  writeLedger(store, owner, { ...ledger, counters: { ...counters, runs } }, nowMs);
}

function isGuest(store: LedgerStore, { id }: LedgerOwner): boolean {
  const payerId = readPayerId(store);
  return payerId !== null && payerId !== id;
}
