import { TraceError } from '../../../shared/errors/trace-error';
import { PaidCompanies } from '../../../shared/credits/paid-companies';
import { priceOf } from '../../../shared/credits/prices';
import { decideGrant, grantUnseen, toSettled } from '../../../shared/credits/ledger';
import { agree, NO_SPENDING, today, type SpendPolicy } from '../../../shared/credits/daily-spending';

const NOON = Date.parse('2026-06-15T12:00:00Z');
const DAY_MS = 86_400_000;

test('what a person agreed to may be spent on that day, and not on the next', () => {
  const counters = agree(today(NO_SPENDING, NOON), 1);
  const ledger = { policy: { mode: 'onRequest' }, ownerLimit: null, paid: new PaidCompanies(), counters } as const;
  const request = { kind: 'company', needed: ['stripe.com'], ifFree: [] } as const;
  expect(decideGrant(ledger, request, NOON).granted).toEqual(['stripe.com']);
  expect(decideGrant(ledger, request, NOON + DAY_MS).granted).toEqual([]);
});

describe('a company that was paid for, of which nothing is known about its partners', () => {
  const paid = new PaidCompanies();
  paid.pay(['stripe.com'], NOON);

  test('does not make its partners free for a recalculation that shows an older answer of them', () => {
    const ledger = { policy: { mode: 'freely' }, ownerLimit: null, paid, counters: today(NO_SPENDING, NOON) } as const;
    const request = { needed: [], ifFree: ['stripe.com'] } as const;
    expect(decideGrant(ledger, { kind: 'company', ...request }, NOON).granted).toEqual(['stripe.com']);
    expect(decideGrant(ledger, { kind: 'partners', ...request }, NOON).granted).toEqual([]);
  });

  test('does not make them free in the price of what waits', () => {
    const price = (kind: 'company' | 'partners'): number =>
      priceOf([{ kind, identifiers: ['stripe.com'] }], paid, NOON).credits;
    expect([price('company'), price('partners')]).toEqual([0, 1]);
  });
});

describe('what was counted without being known to be charged', () => {
  const names = ['a.com', 'b.com', 'c.com'];
  const request = { kind: 'company', needed: names, ifFree: [] } as const;
  const lost = new Map(
    names.map((name) => [name, { is: 'failed', error: new TraceError('timedOut', {}), inDoubt: 1 }] as const),
  );
  const ledgerOf = (policy: SpendPolicy, ownerLimit: number | null, counters = today(NO_SPENDING, NOON)) => ({
    policy,
    ownerLimit,
    paid: new PaidCompanies(),
    counters,
  });
  const afterLoss = (policy: SpendPolicy, ownerLimit: number | null) => {
    const ledger = ledgerOf(policy, ownerLimit);
    return toSettled(ledger, decideGrant(ledger, request, NOON), 'company', lost, NOON).counters;
  };

  test('is asked for again on that day, also where the limit is used up by it', () => {
    const counters = afterLoss({ mode: 'freely' }, 3);
    expect(decideGrant(ledgerOf({ mode: 'freely' }, 3, counters), request, NOON).granted).toEqual(names);
  });

  test.each<[string, SpendPolicy, number | null]>([
    ['the owner has set a lower limit', { mode: 'freely' }, 2],
    ['the file has a lower limit', { mode: 'daily', limit: 2 }, 3],
    ['nothing may be spent unasked', { mode: 'onRequest' }, 3],
  ])('is not asked for where %s since: it may be charged only then', (_name, policy, ownerLimit) => {
    const counters = afterLoss({ mode: 'daily', limit: 3 }, 3);
    expect(decideGrant(ledgerOf(policy, ownerLimit, counters), request, NOON).granted).toEqual([]);
  });

  test('is asked for again where a person had agreed to it', () => {
    const ledger = ledgerOf({ mode: 'onRequest' }, null, agree(today(NO_SPENDING, NOON), 3));
    const { counters } = toSettled(ledger, decideGrant(ledger, request, NOON), 'company', lost, NOON);
    expect(decideGrant({ ...ledger, counters }, request, NOON).granted).toEqual(names);
  });
});

test.each([
  ['company', ['a.com', 'b.com']],
  ['partners', ['a.com', 'b.com']],
  ['rows', ['["technologies.companies","/technologies/x/companies","page",5,false]']],
] as const)('without a limit, and with nothing paid for, the ledger is not needed to grant %s', (kind, needed) => {
  const ledger = {
    policy: { mode: 'freely' },
    ownerLimit: null,
    paid: new PaidCompanies(),
    counters: today(NO_SPENDING, NOON),
  } as const;
  const { granted, refused, credits, costs } = decideGrant(ledger, { kind, needed, ifFree: [] }, NOON);
  expect(grantUnseen({ kind, needed, ifFree: [] })).toEqual({ granted, refused, credits, costs });
});
