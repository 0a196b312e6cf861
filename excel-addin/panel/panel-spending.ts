import { agree, lapse, today } from '../../shared/formulas';
import type { Ledger } from '../../shared/ports';
import { readSpendPolicy } from '../stored/document-settings';
import { pageSpending, UNDER_WAY_MS, type Spending } from '../stored/spending';

/** The stored ledger: what an account may spend in this workbook, has spent and has paid for. */
export async function ledgerNow(spending: Spending, accountId: string, nowMs: number): Promise<Ledger> {
  const { counters, paid } = await spending.refresh(accountId);
  return { policy: readSpendPolicy(), ownerLimit: null, counters: lapse(counters, UNDER_WAY_MS, nowMs), paid };
}

/** Approves that many credits for all that waits, whatever the policy. */
export async function agreeTo(spending: Spending, accountId: string, credits: number, nowMs: number): Promise<void> {
  spending.waitingByAccount.delete(accountId);
  await approve(spending, accountId, credits, nowMs);
}

/** The same for one formula: the others still wait. */
export async function approve(spending: Spending, accountId: string, credits: number, nowMs: number): Promise<void> {
  await spending.change(accountId, nowMs, ({ counters }) => agree(today(counters, nowMs), credits));
}

/** Calls back when something on this page was spent or waits. Returns a function that unsubscribes. */
export function onSpending(listener: () => void): () => void {
  const { listeners } = pageSpending();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
