import type { PaidCompanies } from '../../shared/formulas';
import type { StoredAccount } from '../account';
import { DocumentStore } from '../document-store';
import { sealOf } from '../seal';
import { readPaid, readPayerId, Spending } from '../spending';

/** As many as fit their share of the properties. */
const MOST_COMPANIES = 3_800;

/**
 * What the account of the sidebar's user has paid for. The spreadsheet's ledger belongs to the account of its formulas.
 * A run on another account, such as an editor's, has its own, so that it changes neither price nor limit of the
 * formulas.
 */
export function readRunPaid(store: DocumentStore, payer: StoredAccount): PaidCompanies {
  return readPaid(store, isGuest(store, payer) ? 'TRACE_GUEST' : 'TRACE_PAID', payer);
}

/** Call it under the document's lock, like everything that changes the ledger. */
export function payForRun(payer: StoredAccount, companies: readonly string[], nowMs: number): void {
  const store = new DocumentStore();
  if (!isGuest(store, payer)) return new Spending(payer, store).pay(companies, nowMs);
  const paid = readRunPaid(store, payer);
  paid.pay(companies, nowMs);
  const days = [...paid.toDays(nowMs, MOST_COMPANIES)];
  store.write({ TRACE_GUEST: JSON.stringify([payer.id, days, sealOf('guest', days, payer)]) });
}

function isGuest(store: DocumentStore, { id }: StoredAccount): boolean {
  const payerId = readPayerId(store);
  return payerId !== null && payerId !== id;
}
