import type { PaidCompanies } from '../credits/paid-companies';
import { priceOf } from '../credits/prices';
import type { Account } from '../records/ports';
import { lookupsOf, type KnownFormula } from './dry-run';

/** Formulas of a document that show that they wait for leave to spend, or may. */
export interface WaitingFormulas {
  /** How many show that they wait. */
  readonly cells: number;
  /** Those of them whose arguments are known. */
  readonly known: readonly KnownFormula[];
  /** Formulas that show their `if_problem=`: the ones that ask for something to be paid may wait. */
  readonly unseen: readonly KnownFormula[];
}

export interface WaitingStatus {
  readonly cells: number;
  /** What it costs at most, unless `isLeast`. */
  readonly credits: number;
  /** Whether all partners of a company wait: each may cost a credit, and how many there are is not known before. */
  readonly isLeast: boolean;
}

/** What waits, and what it costs at most: each company once, and nothing for those paid for. @param nowMs since 1970 */
export function priceWaiting(
  { cells, known, unseen }: WaitingFormulas,
  payer: Account,
  paid: PaidCompanies,
  nowMs: number,
): WaitingStatus {
  const unpaid = unseen.filter((formula) => priceOf(lookupsOf([formula], payer), paid, nowMs).credits > 0);
  const asked = lookupsOf([...known, ...unpaid], payer);
  const { credits, isLeast } = priceOf(asked, paid, nowMs);
  // A formula that is not understood asks for one company at least, and for who knows how many at most.
  const unknown = cells - known.length;
  return {
    cells: cells + unpaid.length,
    credits: unknown + credits,
    isLeast,
  };
}
