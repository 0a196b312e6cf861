import type { LedgerOwner, LedgerStore } from './ledger-store';
import { paidText, readAccountId, readPaid, readPayerId } from './document-ledger';
import type { PaidCompanies } from './paid-companies';

/**
 * What the account of an enrichment has paid for. A document's ledger belongs to the account of its formulas. An
 * enrichment on another account, such as an editor's, has its own, so that it changes neither price nor limit of the
 * formulas.
 */
export function readRunPaid(store: LedgerStore, owner: LedgerOwner): PaidCompanies {
  return readPaid(store, nameOf(store, owner), owner);
}

/**
 * Notes what an enrichment paid for. Call it only while no other run changes the ledger. What cannot be noted now is
 * noted with the next answer for these companies, which is free. It never changes what formulas have spent.
 *
 * @returns how many companies were not paid for before, at a credit each
 */
export function payForRun(store: LedgerStore, owner: LedgerOwner, companies: readonly string[], nowMs: number): number {
  // If the ledger cannot be read, it must not be overwritten with an empty one.
  if (!store.isReadable) return 0;
  const name = nameOf(store, owner);
  const paid = readPaid(store, name, owner);
  const charged = paid.pay(companies, nowMs).length;
  store.write({ [name]: paidText(name, owner, paid, nowMs, store) });
  return charged;
}

function nameOf(store: LedgerStore, { id }: LedgerOwner): 'TRACE_PAID' | 'TRACE_GUEST' {
  // Before the first formula, the ledger belongs to the account that enriched first.
  const holderId = readPayerId(store) ?? readAccountId(store, 'TRACE_PAID');
  return holderId === null || holderId === id ? 'TRACE_PAID' : 'TRACE_GUEST';
}
