import { agree, lapse, today, type SpendCounters } from '../shared/formulas';
import { pageSpending, UNDER_WAY_MS, type Spending } from './spending';

/** What an account has spent, as stored. */
export async function countersOf(spending: Spending, accountId: string, nowMs: number): Promise<SpendCounters> {
  return lapse((await spending.refresh(accountId)).counters, UNDER_WAY_MS, nowMs);
}

/** Approves so many credits, whatever the policy. */
export async function agreeTo(spending: Spending, accountId: string, credits: number, nowMs: number): Promise<void> {
  spending.waitingByAccount.delete(accountId);
  await spending.change(accountId, nowMs, ({ counters }) => agree(today(counters, nowMs), credits));
}

/** Calls back when something was spent on this page, or waits. Returns a function that stops it. */
export function onSpending(listener: () => void): () => void {
  const { listeners } = pageSpending();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
