import { apartText, takeInApart } from '../../../shared/credits/apart-entries';
import { PaidCompanies } from '../../../shared/credits/paid-companies';
import { NO_SPENDING } from '../../../shared/credits/spend-counters';
import { markOf, ownerOf } from '../../fakes/memory-ledger';

const DAY_MS = 86_400_000;
const TODAY = 20_000;
const NOW_MS = TODAY * DAY_MS + 1_000;
/** The code of a.example. */
const A = 'sw7Nxm';

function ledgerOf(formulas: number) {
  const counters = { ...NO_SPENDING, day: TODAY, formulas };
  return { policy: { mode: 'freely' }, ownerLimit: null, counters, paid: new PaidCompanies() } as const;
}

/** An entry of an account, under its own mark unless told. */
function entry(id: string, day: number, mark?: string): readonly [string, string] {
  const said = [day, 3, [[day, A]]];
  return [`${id} ${day}`, JSON.stringify([id, said, mark ?? markOf(id, 'apart', said)])];
}

function take(...entries: readonly (readonly [string, string])[]) {
  const ledger = ledgerOf(5);
  const { counters, taken } = takeInApart(ledger, ownerOf('acc'), entries, NOW_MS);
  return { formulas: counters.formulas, taken, isPaid: ledger.paid.isPaid('a.example', NOW_MS) };
}

it('what a run has spent apart says its day, its credits and its companies, under a mark', () => {
  const paid = new PaidCompanies();
  paid.pay(['a.example'], NOW_MS);
  expect(apartText(ownerOf('acc'), 1, paid, NOW_MS)).toBe(
    '["acc",[20000,1,[[20000,"sw7Nxm"]]],"acc apart [20000,1,[[20000,\\"sw7Nxm\\"]]]"]',
  );
});

it('an entry of today counts, and its companies are paid for', () => {
  expect(take(entry('acc', TODAY))).toEqual({ formulas: 8, taken: ['acc 20000'], isPaid: true });
});

it('of an entry of another day only the companies count', () => {
  expect(take(entry('acc', TODAY - 1))).toEqual({ formulas: 5, taken: ['acc 19999'], isPaid: true });
});

it('a forged entry is removed, and counts nothing', () => {
  expect(take(entry('acc', TODAY, 'forged'))).toEqual({ formulas: 5, taken: ['acc 20000'], isPaid: false });
});

it.each([
  [-30, []],
  [30, []],
  [-31, ['other 19969']],
  [31, ['other 20031']],
])(
  'an entry of another account from %i days away stays for it as long as its companies are paid for',
  (days, taken) => {
    expect(take(entry('other', TODAY + days))).toEqual({ formulas: 5, taken, isPaid: false });
  },
);

it.each([[''], ['{'], ['[]'], ['["other"]'], ['[1,[20000,3,[]],""]']])('%j is no entry, and is removed', (text) => {
  expect(take(['name', text])).toEqual({ formulas: 5, taken: ['name'], isPaid: false });
});
