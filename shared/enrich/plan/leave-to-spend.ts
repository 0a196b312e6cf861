import { TraceError } from '../../errors/trace-error';
import { NOBODY } from '../../records/nobody';
import { account, type Account } from '../../records/ports';
import type { Plan } from './plan';
import type { RunPorts } from '../sheet/ports';
import { priceRun, type RunPrice } from './price';

/** Throws `capNeeded` where the run has no limit and its highest price is unknown. */
export function checkCap({ quote, most }: RunPrice, cap: number | null): void {
  if (most === null && cap === null) throw new TraceError('capNeeded', { unknown: quote.unknown || quote.toPay });
}

/** The limit of a run in credits: the user's own, or else its highest price. Throws `capNeeded` where that is unknown. */
export async function limitOf(
  ports: RunPorts,
  plan: Pick<Plan, 'rows' | 'choices'>,
  { cap, maxAgeMs }: { readonly cap: number | null; readonly maxAgeMs: number },
): Promise<number> {
  if (cap !== null) return cap;
  const price = await priceRun(ports, plan, maxAgeMs);
  checkCap(price, cap);
  return price.most ?? 0;
}

/**
 * The account that pays for a run. Without a key, a run over practice companies still works: all its answers are saved.
 * Throws `noKey` where anything else is needed, before the sheet is changed.
 */
export async function payerOf(
  ports: RunPorts,
  plan: Pick<Plan, 'rows' | 'choices'>,
  maxAgeMs: number,
): Promise<Account> {
  const payer = await ports.perform(account());
  if (payer !== null) return payer;
  const { quote, most } = await priceRun(ports, plan, maxAgeMs);
  if (quote.toPay + quote.paid > 0 || most !== 0) throw new TraceError('noKey', {});
  return NOBODY;
}
