import { PaidCompanies, runAsync } from '../../shared/formulas';
import { findThawing } from '../../shared/freeze';
import type { WaitingStatus } from '../../shared/ports';
import { priceWaiting } from '../../shared/runs';
import { readAccount } from '../account';
import { pageSpending } from '../spending';
import { FreezeHost } from './freeze-host';

/** Formulas that come back are calculated: how many, and what that may cost. `null`: there is nobody to pay. */
export async function priceThaw(): Promise<WaitingStatus | null> {
  const account = readAccount();
  if (account === null) return null;
  const nowMs = Date.now();
  const thawing = await runAsync(findThawing(), new FreezeHost().ports);
  // Reads the ledger again.
  await pageSpending().countersOf(account.id, nowMs);
  const { paid = new PaidCompanies() } = pageSpending().books.get(account.id) ?? {};
  return priceWaiting(thawing, account, paid, nowMs);
}
