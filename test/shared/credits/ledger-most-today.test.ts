import { mostToday } from '../../../shared/credits/ledger';
import { PaidCompanies } from '../../../shared/credits/paid-companies';
import { agree, NO_SPENDING, today, type SpendPolicy } from '../../../shared/credits/daily-spending';

const NOON = Date.parse('2026-06-15T12:00:00Z');

test.each<[string, SpendPolicy, number | null, number, boolean, number | null]>([
  ['the price, where a limit leaves more', { mode: 'daily', limit: 5 }, null, 3, false, 3],
  ['what is left, where the price is higher', { mode: 'daily', limit: 2 }, null, 3, false, 2],
  ['what is left, where nobody knows the price', { mode: 'daily', limit: 2 }, null, 3, true, 2],
  ['what a person’s own limit leaves', { mode: 'freely' }, 1, 3, true, 1],
  ['nothing, where each is approved', { mode: 'onRequest' }, null, 3, false, 0],
  ['what nobody knows, without a limit', { mode: 'freely' }, null, 3, true, null],
])('formulas spend at most %s', (_what, policy, ownerLimit, credits, isLeast, most) => {
  const ledger = { policy, ownerLimit, paid: new PaidCompanies(), counters: today(NO_SPENDING, NOON) };
  expect(mostToday({ credits, isLeast }, ledger, NOON)).toBe(most);
});

test('formulas may still spend what was approved today', () => {
  const counters = agree(today(NO_SPENDING, NOON), 2);
  const ledger = { policy: { mode: 'onRequest' }, ownerLimit: null, paid: new PaidCompanies(), counters } as const;
  expect(mostToday({ credits: 3, isLeast: false }, ledger, NOON)).toBe(2);
});
