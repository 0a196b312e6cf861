import type { Ledger } from '../../credits/ledger';
import { mostToday } from '../../credits/most-spent';
import type { PaidCompanies } from '../../credits/paid-companies';
import { priceOf } from '../../credits/prices';
import { asLeast, withUnread } from '../../credits/unread-price';
import type { WaitingStatus } from '../../credits/waiting-lookups';
import type { Account } from '../../records/ports';
import type { CutLists } from '../bodies/cut-lists';
import { lookupsOf } from '../column/known-formulas';
import type { KnownFormula } from '../ports';

/** The formulas of a document that wait for approval, or may. */
export interface WaitingFormulas {
  /** How many show that they wait. */
  readonly cells: number;
  /** The calls that they may make, where the arguments are known. */
  readonly known: readonly KnownFormula[];
  /** How many of them may make others, each in as many rows as it fills. */
  readonly unread: number;
  /** Formulas that show their `if_problem=`. Those that would have to pay may be waiting. */
  readonly unseen: readonly KnownFormula[];
  /** Formulas that wait for the rest of a list; see `findCutLists`. */
  readonly cut: readonly CutLists[];
}

/**
 * What waits, and its greatest price: each company once, nothing for those paid for. Of what nobody can read it is the
 * least, yet never too low: what is agreed to is all that the limit lets through besides, and the rest waits again.
 *
 * @param payer the account of the formulas
 * @param paid the companies it has paid for
 * @param nowMs since 1970
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

/** {@link priceWaiting} of formulas that no approval holds back: what nobody can read may ask for a whole column. */
export function priceCalculated(
  formulas: WaitingFormulas,
  payer: Account,
  paid: PaidCompanies,
  nowMs: number,
): WaitingStatus {
  return asLeast(priceWaiting(formulas, payer, paid, nowMs), formulas.unread);
}

/**
 * What recalculating formulas costs at most, which is never more than formulas may still spend today; `null`: nobody knows.
 */
export function priceRecalculation(
  formulas: WaitingFormulas,
  payer: Account,
  ledger: Ledger,
  nowMs: number,
): number | null {
  return mostToday(priceCalculated(formulas, payer, ledger.paid, nowMs), ledger, nowMs);
}
