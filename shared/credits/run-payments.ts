import type { LedgerOwner } from './ledger-owner';
import type { LedgerStore } from './ledger-store';
import { paidText, readAccountId, readPaid, readPayerId } from './ledger-texts';
import type { PaidCompanies } from './paid-companies';

/**
 * What the account of a run has paid for. A document's ledger belongs to the account of its formulas. A run on another
 * account, such as an editor's, has its own, so that it changes neither price nor limit of the formulas.
 */
export function readRunPaid(store: LedgerStore, owner: LedgerOwner): PaidCompanies {
  return readPaid(store, nameOf(store, owner), owner);
}

/**
 * Notes what a run paid for. Call it where no other run changes the ledger. What cannot be noted just now is with the next
 * answer for these companies, which costs nothing. What formulas have spent is theirs alone to write.
 *
 * @returns the companies that were not paid for before: a credit each
 */
export function payForRun(store: LedgerStore, owner: LedgerOwner, companies: readonly string[], nowMs: number): number {
  // Never from nothing, or nothing would be written over the ledger.
  if (!store.isReadable) return 0;
  const name = nameOf(store, owner);
  const paid = readPaid(store, name, owner);
  const charged = paid.pay(companies, nowMs).length;
  store.write({ [name]: paidText(name, owner, paid, nowMs, store) });
  return charged;
}

function nameOf(store: LedgerStore, { id }: LedgerOwner): 'TRACE_PAID' | 'TRACE_GUEST' {
  // Before the first formula, whoever ran first.
  const holderId = readPayerId(store) ?? readAccountId(store, 'TRACE_PAID');
  return holderId === null || holderId === id ? 'TRACE_PAID' : 'TRACE_GUEST';
}
