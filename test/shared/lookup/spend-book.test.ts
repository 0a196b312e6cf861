import { PaidCompanies } from '../../../shared/lookup/paid-companies';
import { decideGrant, priceOf } from '../../../shared/lookup/spend-book';
import { agree, NO_SPENDING, today } from '../../../shared/lookup/spend-counters';

const NOON = Date.parse('2026-06-15T12:00:00Z');
const DAY_MS = 86_400_000;

test('what a person agreed to may be spent on that day, and not on the next', () => {
  const counters = agree(today(NO_SPENDING, NOON), 1);
  const book = { policy: { mode: 'onRequest' }, ownerLimit: null, paid: new PaidCompanies(), counters } as const;
  const request = { kind: 'company', needed: ['stripe.com'], ifFree: [] } as const;
  expect(decideGrant(book, request, NOON).granted).toEqual(['stripe.com']);
  expect(decideGrant(book, request, NOON + DAY_MS).granted).toEqual([]);
});

describe('a company that was paid for, of which nothing is known about its partners', () => {
  const paid = new PaidCompanies();
  paid.pay(['stripe.com'], NOON);

  test('does not make its partners free for a recalculation that shows an older answer of them', () => {
    const book = { policy: { mode: 'freely' }, ownerLimit: null, paid, counters: today(NO_SPENDING, NOON) } as const;
    const request = { needed: [], ifFree: ['stripe.com'] } as const;
    expect(decideGrant(book, { kind: 'company', ...request }, NOON).granted).toEqual(['stripe.com']);
    expect(decideGrant(book, { kind: 'partners', ...request }, NOON).granted).toEqual([]);
  });

  test('does not make them free in the price of what waits', () => {
    const price = (kind: 'company' | 'partners'): number =>
      priceOf([{ kind, identifiers: ['stripe.com'] }], paid, NOON);
    expect([price('company'), price('partners')]).toEqual([0, 1]);
  });
});
