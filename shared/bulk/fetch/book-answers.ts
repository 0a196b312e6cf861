import { chargedCompanies } from '../../credits/charges';
import { lookupName, type RunBudget } from '../../credits/run-budget';
import type { LookupKind, LookupOutcome } from '../../records/outcome';

/**
 * What came of look-ups that were sent. An answer costs what the account's books say that is new in it; one whose look-up
 * was sent before, and lost, what was set aside for that, for the books may know of it already. Of a failure it is told
 * whether it may have been charged: then what was set aside stays so.
 *
 * @param booked credits that the books count for all of these together; `null`: they do not tell
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
    const inDoubt = ('inDoubt' in outcome && outcome.inDoubt) || 0;
    if (outcome.is === 'failed' && inDoubt > 0) budget.lose(name);
    else if (outcome.is === 'failed' || outcome.is === 'noRoute') budget.release(name);
    else {
      most += chargedCompanies(kind, identifier, outcome).length;
      // Part of a list, whose next page was lost.
      if (inDoubt > 0) budget.lose(name, inDoubt);
      else {
        if (outcome.is === 'found') lost += budget.lostFor(name);
        answered.push(name);
      }
    }
  }
  budget.settle(answered, Math.max(lost, booked ?? most));
}
