import { priceAgain, priceOfCompanies } from '../../../shared/credits/action-prices';
import { PaidCompanies } from '../../../shared/credits/paid-companies';

const NOW_MS = Date.UTC(2026, 10, 27, 12);
const DAY_MS = 86_400_000;

function portsOf(paid: PaidCompanies) {
  return {
    now: () => NOW_MS,
    paid: ({ identifiers, atMs = NOW_MS }: { readonly identifiers: readonly string[]; readonly atMs?: number }) =>
      new Set(identifiers.filter((company) => paid.isPaid(company, atMs))),
  };
}

it('a company costs a credit unless it was paid for', () => {
  expect([[], [false], [true, false, false], [true, true]].map(priceOfCompanies)).toEqual([0, 1, 2, 0]);
});

it('what was paid for is free until the first of them is charged again', async () => {
  const paid = new PaidCompanies();
  paid.pay(['adyen.com'], NOW_MS - 10 * DAY_MS);
  paid.pay(['stripe.com'], NOW_MS);
  const price = (companies: readonly string[]) => priceAgain(portsOf(paid), companies);
  expect(await price(['stripe.com'])).toEqual({ credits: 0, free: 1, freeUntilMs: NOW_MS + 29 * DAY_MS });
  expect(await price(['stripe.com', 'adyen.com'])).toEqual({ credits: 0, free: 2, freeUntilMs: NOW_MS + 19 * DAY_MS });
  expect(await price(['stripe.com', 'klarna.com'])).toEqual({ credits: 1, free: 1, freeUntilMs: NOW_MS + 29 * DAY_MS });
  expect(await price(['klarna.com'])).toEqual({ credits: 1, free: 0, freeUntilMs: null });
  expect(await price([])).toEqual({ credits: 0, free: 0, freeUntilMs: null });
});
