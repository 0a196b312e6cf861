import type { LookupKind, LookupOutcome } from '../records/outcome';
import { chargedCompanies, inDoubtOf } from './charges';
import { lookupName, type RunBudget } from './run-budget';

/**
 * Settles look-ups that were sent. An answer costs what the account's ledger counts as new. If its look-up was sent
 * before and lost, it costs what was reserved, since the ledger may already know it. A failure says whether it may have
 * been charged: if so, the reservation stays.
 *
 * @param booked the credits that the ledger counts for all of these together; `null`: it does not say
 */
export function bookAnswers(
  budget: RunBudget,
  kind: LookupKind,
  outcomes: ReadonlyMap<string, LookupOutcome>,
  booked: number | null,
): void {
  const answered: string[] = [];
  let [lost, most] = [0, 0];
  for (const [identifier, outcome] of outcomes) {
    const name = lookupName(kind, identifier);
    const inDoubt = inDoubtOf(outcome);
    if (outcome.is === 'failed' && inDoubt > 0) budget.lose(name);
    else if (outcome.is === 'failed' || outcome.is === 'noRoute') budget.release(name);
    else {
      most += chargedCompanies(kind, identifier, outcome).length;
      // Part of a list: its next page was lost.
      if (inDoubt > 0) budget.lose(name, inDoubt);
      else {
        if (outcome.is === 'found') lost += budget.lostFor(name);
        answered.push(name);
      }
    }
  }
  budget.settle(answered, Math.max(lost, booked ?? most));
}

/** Settles a lost look-up where it turns out that its answer came before the run broke off: it cost what was reserved. */
export function bookEarlierAnswer(budget: RunBudget, name: string, { is }: LookupOutcome): void {
  budget.settle([name], is === 'notTracked' ? 0 : budget.lostFor(name));
}
