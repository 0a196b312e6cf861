import { costOf } from './prices';
import type { LookupKind } from '../records/outcome';
import type { PaidCompanies } from './paid-companies';

/** What look-ups would cost at most, each once; companies that were paid for cost nothing. In credits. */
export function priceOf(
  lookups: readonly { readonly kind: LookupKind; readonly identifiers: readonly string[] }[],
  paid: PaidCompanies,
  nowMs: number,
): number {
  const asked = new Map<string, number>();
  for (const { kind, identifiers } of lookups) {
    for (const identifier of identifiers) {
      const isPaid = kind === 'company' && paid.isPaid(identifier, nowMs);
      asked.set(`${kind}|${identifier}`, isPaid ? 0 : costOf(kind, identifier));
    }
  }
  return [...asked.values()].reduce((sum, credits) => sum + credits, 0);
}
