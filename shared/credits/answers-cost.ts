import type { LookupKind, LookupOutcome } from '../records/outcome';
import { CHARGE_OF_COMPANY, companiesIn } from './charges';
import { isInDoubt, withDoubt } from './doubts';
import type { PaidCompanies } from './paid-companies';
import { inDoubtOf } from './unanswered';

/** What answers cost an account, at most. */
export interface AnswersCost {
  /** The companies that it had not paid for yet. All others in the answers were free. */
  readonly charged: readonly string[];
  readonly credits: number;
}

/**
 * What answers to a run cost: each company that is not paid for. An answer in doubt costs nothing here, since the run's own
 * budget keeps what was reserved for it: see `book-answers.ts`.
 *
 * @param paid has the charged companies afterwards
 */
export function costOfRunAnswers(
  paid: PaidCompanies,
  kind: LookupKind,
  outcomes: ReadonlyMap<string, LookupOutcome>,
  nowMs: number,
): AnswersCost {
  const charged = paid.pay(companiesIn(kind, outcomes), nowMs);
  return { charged, credits: charged.length * CHARGE_OF_COMPANY };
}

/**
 * What answers to formulas cost: each company that is not paid for, unless it was counted today when its answer was lost. An
 * answer in doubt counts as the most it may have cost; of a company, once a day.
 *
 * @param paid has the charged companies afterwards
 * @param doubts codes of the companies that were counted today without a confirmed charge
 * @returns with the doubts afterwards
 */
export function costOfFormulaAnswers(
  paid: PaidCompanies,
  doubts: string,
  kind: LookupKind,
  outcomes: ReadonlyMap<string, LookupOutcome>,
  nowMs: number,
): AnswersCost & { readonly doubts: string } {
  const charged = paid.pay(companiesIn(kind, outcomes), nowMs);
  let credits = charged.filter((company) => !isInDoubt(doubts, company)).length * CHARGE_OF_COMPANY;
  let after = doubts;
  for (const [identifier, outcome] of outcomes) {
    const inDoubt = inDoubtOf(outcome);
    if (inDoubt === 0) continue;
    if (kind === 'company') {
      if (paid.isPaid(identifier, nowMs) || isInDoubt(after, identifier)) continue;
      after = withDoubt(after, identifier);
    }
    credits += inDoubt;
  }
  return { charged, credits, doubts: after };
}
