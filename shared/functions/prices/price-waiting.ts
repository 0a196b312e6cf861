import { type Ledger, mostToday } from '../../credits/ledger';
import type { PaidCompanies } from '../../credits/paid-companies';
import { priceOf, asLeast, withUnread } from '../../credits/prices';
import type { WaitingStatus } from '../../credits/waiting-lookups';
import type { Account } from '../../records/account';
import type { CutLists } from '../bodies/cut-lists';
import { lookupsOf } from '../column/known-formulas';
import type { KnownFormula } from '../ports';

/** The formulas of a document that wait for approval, or may. */
export interface WaitingFormulas {
  /** How many cells show that they wait. */
  readonly cells: number;
  /** The calls that they may make, if the arguments are known. */
  readonly known: readonly KnownFormula[];
  /** How many calls with unreadable arguments they may make, counted once for each row that a formula fills. */
  readonly unread: number;
  /** Formulas that show their `if_problem=`. Those that would have to pay may be waiting. */
  readonly unseen: readonly KnownFormula[];
  /** Formulas that wait for the rest of a list; see `findCutLists`. */
  readonly cut: readonly CutLists[];
}

/**
 * Prices what waits, at most: each company once, and nothing for companies already paid for. Formulas that cannot be
 * read count at their minimum. That is safe, because approval covers only this price and the rest waits again.
 *
 * @param payer the account of the formulas
 * @param paid the companies it has paid for
 * @param nowMs milliseconds since 1970
 */
export function priceWaiting(
  { cells, known, unread, unseen, cut }: WaitingFormulas,
  payer: Account,
  paid: PaidCompanies,
  nowMs: number,
): WaitingStatus {
  const unpaid = unseen.filter((formula) => priceOf(lookupsOf([formula], payer), paid, nowMs).credits > 0);
  const asked = [...lookupsOf([...known, ...unpaid], payer), ...cut.flatMap(({ lookups }) => lookups)];
  const parts = new Map(cut.flatMap((each) => [...each.parts]));
  const price = priceOf(asked, paid, nowMs, parts);
  return withUnread({ cells: cells + unpaid.length + cut.length, ...price }, unread);
}

/** {@link priceWaiting} for formulas that need no approval: one that cannot be read may ask for a whole column. */
export function priceCalculated(
  formulas: WaitingFormulas,
  payer: Account,
  paid: PaidCompanies,
  nowMs: number,
): WaitingStatus {
  return asLeast(priceWaiting(formulas, payer, paid, nowMs), formulas.unread);
}

/** The most that recalculating formulas can cost, limited by what formulas may still spend today; `null`: unknown. */
export function priceRecalculation(
  formulas: WaitingFormulas,
  payer: Account,
  ledger: Ledger,
  nowMs: number,
): number | null {
  return mostToday(priceCalculated(formulas, payer, ledger.paid, nowMs), ledger, nowMs);
}
