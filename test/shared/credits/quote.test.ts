import { readInputs } from '../../../shared/cells/inputs';
import type { LookupOutcome } from '../../../shared/records/outcome';
import {
  asPairs,
  costOfEach,
  mostOfRun,
  toQuote,
  uncountedCredits,
  type KnownCompanies,
} from '../../../shared/credits/quote';

const NOW_MS = 1_780_000_000_000;
const DAY_MS = 86_400_000;
const AGE = { maxAgeMs: 30 * DAY_MS, isAgeAsked: false };

const company = (partnershipCount: number | null, ageMs = 0): LookupOutcome => ({
  is: 'found',
  record: { name: 'A', partnership_count: partnershipCount },
  asOfMs: NOW_MS - ageMs,
});

function quote(column: readonly unknown[], what: 'company' | 'partners', known: Partial<KnownCompanies> = {}) {
  const nothing = new Map<string, LookupOutcome>();
  const all = { company: nothing, partners: nothing, isPaid: () => false, ...known };
  return toQuote(readInputs(column.map((cell) => [cell])), what, all, AGE, NOW_MS);
}

it('counts rows, blanks, doubles and what is no company, by kind', () => {
  const column = ['a.com', 'www.a.com', '', 'ann@gmail.com', 'no domain', '#N/A', 5, 'b.com'];
  const { rows, blank, duplicates, toPay, leastCredits, unusable } = quote(column, 'company');
  expect({ rows, blank, duplicates, toPay, leastCredits, unusable: [...unusable] }).toEqual({
    rows: 8,
    blank: 1,
    duplicates: 1,
    toPay: 2,
    leastCredits: 2,
    unusable: [
      ['inputIsFreeMail', 1],
      ['inputHasSpaces', 1],
      ['inputIsError', 1],
      ['inputIsNumber', 1],
    ],
  });
});

it('takes what is remembered and fresh for free', () => {
  const known = { company: new Map([['a.com', company(3)]]) };
  expect(quote(['a.com', 'b.com'], 'company', known)).toMatchObject({ fresh: 1, toPay: 1, leastCredits: 1 });
});

it('takes what was paid for within 30 days for free, also where it is remembered no more', () => {
  const known = { isPaid: (identifier: string) => identifier === 'a.com' };
  expect(quote(['a.com', 'b.com'], 'company', known)).toMatchObject({ paid: 1, toPay: 1, leastCredits: 1 });
});

it('counts what is remembered but past its age', () => {
  const known = { company: new Map([['a.com', company(3, 31 * DAY_MS)]]) };
  expect(quote(['a.com'], 'company', known)).toMatchObject({ fresh: 0, toPay: 1, leastCredits: 1 });
});

it('takes a credit for each partner of a company that is known', () => {
  const known = { company: new Map([['a.com', company(48)]]) };
  expect(quote(['a.com'], 'partners', known)).toMatchObject({ toPay: 1, leastCredits: 49, unknown: 0 });
});

it.each([null, 3])('partners of a company that Trace does not track cost nothing, with top=%p too', (top) => {
  const company = new Map<string, LookupOutcome>([['a.com', { is: 'notTracked', asOfMs: NOW_MS - DAY_MS }]]);
  const known = { company, partners: new Map(), isPaid: () => false };
  const told = toQuote(readInputs([['a.com'], ['b.com']]), 'partners', known, AGE, NOW_MS, top);
  expect(told).toMatchObject({ fresh: 1, toPay: 1, leastCredits: top ?? 1 });
});

it('an old answer does not say that a company is not tracked', () => {
  const company = new Map<string, LookupOutcome>([['a.com', { is: 'notTracked', asOfMs: NOW_MS - 31 * DAY_MS }]]);
  expect(quote(['a.com'], 'partners', { company })).toMatchObject({ fresh: 0, toPay: 1, leastCredits: 1 });
});

it('what companies cost in order is told as the sum after each', () => {
  const known = { company: new Map(), partners: new Map(), isPaid: (each: string) => each === 'b.com' };
  const sums = (what: 'company' | null, ofLists: number) =>
    costOfEach(['a.com', 'b.com', 'a.com', 'c.com'], what, known, AGE, NOW_MS, () => ofLists);
  expect([sums('company', 0), sums('company', 3), sums(null, 3)]).toEqual([
    [1, 1, 1, 2],
    [4, 7, 7, 11],
    [3, 6, 6, 9],
  ]);
});

it('takes none for the company itself where it was paid for', () => {
  const known = { company: new Map([['a.com', company(48)]]), isPaid: () => true };
  expect(quote(['a.com'], 'partners', known)).toMatchObject({ toPay: 1, leastCredits: 48 });
});

it('says of how many companies it does not know how many partners they have', () => {
  const known = { company: new Map([['a.com', company(null)]]) };
  expect(quote(['a.com', 'b.com'], 'partners', known)).toMatchObject({ unknown: 2, leastCredits: 2 });
});

it('takes partners that are remembered for free', () => {
  const record = { company: { name: 'A', slug: null, domain: 'a.com' }, count: 5, partners: [] };
  const known = { partners: new Map<string, LookupOutcome>([['a.com', { is: 'found', record, asOfMs: NOW_MS }]]) };
  expect(quote(['a.com'], 'partners', known)).toMatchObject({ fresh: 1, leastCredits: 0, unknown: 0 });
});

it('a column costs at most its sum, and an unknown amount if partners are not counted', () => {
  const known = { company: new Map([['a.com', company(48)]]) };
  const most = (...asked: Parameters<typeof quote>): number | null => mostOfRun(quote(...asked), false);
  expect([most(['a.com', 'b.com'], 'company'), most(['a.com'], 'partners', known)]).toEqual([2, 49]);
  expect(most(['a.com', 'b.com'], 'partners', known)).toBeNull();
});

it('pairs cost a credit each, and one for the name of the other company', () => {
  expect(asPairs(quote(['a.com', 'b.com'], 'company')).leastCredits).toBe(3);
  expect(asPairs(quote([''], 'company')).leastCredits).toBe(0);
});

it('tells what does not rest on an earlier count of partners', () => {
  const known = { company: new Map([['a.com', company(48)]]) };
  expect(uncountedCredits(quote(['a.com', 'b.com'], 'partners', known))).toBe(2);
});
