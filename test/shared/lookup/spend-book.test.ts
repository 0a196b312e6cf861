import { PaidCompanies } from '../../../shared/lookup/paid-companies';
import { decideGrant } from '../../../shared/lookup/spend-book';
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
