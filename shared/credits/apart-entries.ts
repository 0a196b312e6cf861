import { parseJson, readArray } from '../client/json';
import { FREE_FOR_DAYS } from '../days';
import type { Ledger } from './ledger';
import { isSealed, type LedgerOwner } from './ledger-owner';
import { dayNumber, readPaidDays, type PaidCompanies } from './paid-companies';
import type { SpendCounters } from './spend-counters';

/** As many companies as fit one short text. */
const MOST_COMPANIES = 1_000;

/** What a run has spent that had no ledger to itself. @param credits of the day */
export function apartText({ id, seal }: LedgerOwner, credits: number, paid: PaidCompanies, nowMs: number): string {
  const said = [dayNumber(nowMs), credits, [...paid.toDays(nowMs, MOST_COMPANIES)]];
  return JSON.stringify([id, said, seal('apart', said)]);
}

/**
 * Adds what others have spent apart. An entry of another account stays for that account to add, as long as its companies
 * count as paid for.
 *
 * @param ledger its companies are added to
 * @param entries from {@link apartText}, by name, perhaps forged
 * @returns the counters, and the names of the entries to remove once the ledger is written
 */
export function takeInApart(
  ledger: Ledger,
  owner: LedgerOwner,
  entries: readonly (readonly [name: string, text: string])[],
  nowMs: number,
): { readonly counters: SpendCounters; readonly taken: readonly string[] } {
  let { counters } = ledger;
  const taken: string[] = [];
  for (const [name, text] of entries) {
    const [id, said, mark] = readArray(parseJson(text)) ?? [];
    const [day, credits, days] = (readArray(said) ?? []) as readonly [number, number, unknown];
    if (typeof id === 'string' && id !== owner.id && Math.abs(dayNumber(nowMs) - day) <= FREE_FOR_DAYS) continue;
    taken.push(name);
    if (id !== owner.id || !isSealed(mark, 'apart', said, owner.seal)) continue;
    if (day === counters.day) counters = { ...counters, formulas: counters.formulas + credits };
    ledger.paid.add(readPaidDays(days));
  }
  return { counters, taken };
}
