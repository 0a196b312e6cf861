import { bookAnswers, lookupName, RunBudget } from '../../../shared/credits/run-budget';
import { TraceError } from '../../../shared/errors/trace-error';
import type { LookupOutcome } from '../../../shared/records/outcome';

const FOUND: LookupOutcome = { is: 'found', record: { primary_domain: 'a.com' }, asOfMs: 0 };
const LOST: LookupOutcome = { is: 'failed', error: new TraceError('timedOut', {}), inDoubt: 1 };
const REFUSED: LookupOutcome = {
  is: 'failed',
  error: new TraceError('creditsOut', { requested: null, missing: null }),
};
const NAME = lookupName('company', 'a.com');

/** A run that has reserved a credit for `a.com`. @param isRepeated whether its first answer was lost */
function reserved(isRepeated: boolean): RunBudget {
  const budget = new RunBudget(10);
  budget.reserve(NAME, 1, 0);
  if (!isRepeated) return budget;
  budget.lose(NAME);
  budget.reserve(NAME, 1, 0);
  return budget;
}

it.each<[string, LookupOutcome, boolean, number | null, number, number]>([
  ['an answer costs what the ledger counts as new', FOUND, false, 1, 1, 0],
  ['an answer that was paid for before is free', FOUND, false, 0, 0, 0],
  ['an answer costs all its companies where the ledger does not say', FOUND, false, null, 1, 0],
  ['an answer asked for again costs what was reserved, whatever the ledger knows', FOUND, true, 0, 1, 0],
  ['a company that is not tracked is free', { is: 'notTracked', asOfMs: 0 }, true, 0, 0, 0],
  ['a lost answer stays in doubt', LOST, false, 0, 1, 1],
  ['a refusal is free', REFUSED, false, 0, 0, 0],
  ['a refusal does not say what the first answer cost', REFUSED, true, 0, 1, 1],
])('%s', (_what, outcome, isRepeated, booked, used, unsure) => {
  const budget = reserved(isRepeated);
  bookAnswers(budget, 'company', new Map([['a.com', outcome]]), booked);
  expect({ used: budget.used, unsure: budget.unsure }).toEqual({ used, unsure });
});

it('a list whose next page was lost costs its rows, and the page stays in doubt', () => {
  const budget = new RunBudget(10);
  budget.reserve(lookupName('partners', 'a.com'), 5, 0);
  const record = { company: { name: null, slug: null, domain: 'a.com' }, count: 5, partners: [], surplus: 2 };
  const read: LookupOutcome = { is: 'found', record: { ...record, isListed: true }, asOfMs: 0, inDoubt: 3 };
  bookAnswers(budget, 'partners', new Map([['a.com', read]]), null);
  expect({ used: budget.used, unsure: budget.unsure }).toEqual({ used: 5, unsure: 3 });
});
