import { creditsLeft, type Ledger } from './ledger';
import type { Price } from './prices';
import { today } from './spend-counters';

/** What formulas spend at most of a price that may be higher than what is left today; `null`: nobody knows. */
export function mostToday({ credits, isLeast }: Price, ledger: Ledger, nowMs: number): number | null {
  const most = Math.min(isLeast ? Infinity : credits, creditsLeft(ledger, today(ledger.counters, nowMs)));
  return most === Infinity ? null : most;
}
