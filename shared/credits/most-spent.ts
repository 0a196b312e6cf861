import { creditsLeft, type Ledger } from './ledger';
import type { Price } from './prices';
import { today } from './daily-spending';

/** The most that formulas will spend if a price may exceed what is left today; `null`: unknown. */
export function mostToday({ credits, isLeast }: Price, ledger: Ledger, nowMs: number): number | null {
  const most = Math.min(isLeast ? Infinity : credits, creditsLeft(ledger, today(ledger.counters, nowMs)));
  return most === Infinity ? null : most;
}
