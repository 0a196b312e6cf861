import { toCalculated, type RestorePorts } from '../../shared/freeze';
import type { Asked, WaitingStatus } from '../../shared/ports';
import { priceCalculated } from '../../shared/runs';
import { readAccount } from '../account';
import { ledgerNow } from '../panel-spending';
import { pageSpending } from '../spending';

/** Formulas that come back are calculated: how many, and what that may cost. `null`: there is nobody to pay. */
export async function priceRestore({ restore, sheets }: Asked<RestorePorts, 'toAgree'>): Promise<WaitingStatus | null> {
  const account = readAccount();
  if (account === null) return null;
  const nowMs = Date.now();
  const { paid } = await ledgerNow(pageSpending(), account.id, nowMs);
  return priceCalculated(toCalculated(restore, sheets), account, paid, nowMs);
}
