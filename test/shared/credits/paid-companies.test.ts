import { PaidCompanies } from '../../../shared/credits/paid-companies';

const DAY_MS = 86_400_000;
const NOON = Date.parse('2026-06-15T12:00:00Z');

test('a company is paid for on its day and the 29 after it', () => {
  const paid = new PaidCompanies();
  expect(paid.pay(['stripe.com', 'stripe.com', 'github.com'], NOON)).toEqual(['stripe.com', 'github.com']);
  expect(paid.isPaid('stripe.com', NOON + 29 * DAY_MS)).toBe(true);
  expect(paid.isPaid('stripe.com', NOON + 30 * DAY_MS)).toBe(false);
});

test('on the day on which the 30 days end it counts, and is not paid for by it: the service may not have charged yet', () => {
  const paid = new PaidCompanies();
  paid.pay(['stripe.com'], NOON);
  const morning = NOON + 30 * DAY_MS - DAY_MS / 4;
  expect(paid.pay(['stripe.com'], morning)).toEqual(['stripe.com']);
  const read = new PaidCompanies(paid.toDays(morning, 100));
  expect(read.pay(['stripe.com'], morning + DAY_MS / 2)).toEqual(['stripe.com']);
  expect(read.pay(['stripe.com'], NOON + 31 * DAY_MS)).toEqual(['stripe.com']);
  expect(read.isPaid('stripe.com', NOON + 60 * DAY_MS)).toBe(true);
});

test('a day to come, noted before a clock was set back, says nothing', () => {
  const paid = new PaidCompanies();
  paid.pay(['stripe.com'], NOON + 40 * DAY_MS);
  expect(paid.isPaid('stripe.com', NOON)).toBe(false);
  expect(paid.pay(['stripe.com'], NOON)).toEqual(['stripe.com']);
});

test('what is written down is read again, and what others wrote is added', () => {
  const own = new PaidCompanies();
  own.pay(['stripe.com'], NOON);
  const other = new PaidCompanies();
  other.pay(['github.com'], NOON - DAY_MS);
  own.add(other.toDays(NOON, 100));
  const read = new PaidCompanies(own.toDays(NOON, 100));
  expect(['stripe.com', 'github.com', 'vercel.com'].map((company) => read.isPaid(company, NOON))).toEqual([
    true,
    true,
    false,
  ]);
});

test('if there are too many, the oldest are dropped', () => {
  const paid = new PaidCompanies();
  paid.pay(['old.example', 'older.example'], NOON - DAY_MS);
  paid.pay(['new.example'], NOON);
  const read = new PaidCompanies(paid.toDays(NOON, 2));
  expect(['old.example', 'older.example', 'new.example'].map((company) => read.isPaid(company, NOON))).toEqual([
    false,
    true,
    true,
  ]);
});
