import type { PaidCompanies } from '../../shared/formulas';
import type { StoredAccount } from '../account';
import { DocumentStore } from '../document-store';
import { sealOf } from '../seal';
import { readPaid, readPayerId, Spending } from '../spending';

/** As many as fit into their share of the properties. */
const MOST_COMPANIES = 3_800;

/**
 * What the account of whoever has the sidebar open has paid for. The spreadsheet's books are those of the account that its
 * formulas run on; a run on another one, as an editor's, has books of its own, so that neither price nor limit of the
 * formulas changes by it.
 */
export function readRunPaid(store: DocumentStore, payer: StoredAccount): PaidCompanies {
  return readPaid(store, isGuest(store, payer) ? 'TRACE_GUEST' : 'TRACE_PAID', payer);
}

/** To be called under the document's lock, as whatever changes books. */
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
