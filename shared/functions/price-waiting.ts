import type { PaidCompanies } from '../credits/paid-companies';
import { priceOf } from '../credits/prices';
import type { Account } from '../records/ports';
import { lookupsOf, type KnownFormula } from './dry-run';

/** The formulas of a document that wait for approval, or may. */
export interface WaitingFormulas {
  /** How many show that they wait. */
  readonly cells: number;
  /** Those of them with known arguments. */
  readonly known: readonly KnownFormula[];
  /** Formulas that show their `if_problem=`. Those that would have to pay may be waiting. */
  readonly unseen: readonly KnownFormula[];
}

export interface WaitingStatus {
  readonly cells: number;
  /** The price at most, unless `isLeast`. */
  readonly credits: number;
  /** Whether all partners of a company wait. Each may cost a credit, and their number is unknown beforehand. */
  readonly isLeast: boolean;
}

/**
 * What waits, and its greatest price: each company once, nothing for those paid for.
 * @param nowMs since 1970
 */
export function priceWaiting(
  { cells, known, unseen }: WaitingFormulas,
  payer: Account,
  paid: PaidCompanies,
  nowMs: number,
): WaitingStatus {
  const unpaid = unseen.filter((formula) => priceOf(lookupsOf([formula], payer), paid, nowMs).credits > 0);
  const asked = lookupsOf([...known, ...unpaid], payer);
  const { credits, isLeast } = priceOf(asked, paid, nowMs);
  // A formula that cannot be parsed asks for at least one company.
  const unknown = cells - known.length;
  return {
    cells: cells + unpaid.length,
    credits: unknown + credits,
    isLeast,
  };
}
