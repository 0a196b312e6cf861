import type { LookupOutcome } from '../../../shared/records/outcome';
import { toPartnersEstimate } from '../../../shared/credits/partners-estimate';
import type { KnownCompanies } from '../../../shared/credits/quote';

const NOW_MS = 1_780_000_000_000;
const DAY_MS = 86_400_000;
const AGE = { maxAgeMs: 30 * DAY_MS, isAgeAsked: true };

const company = (partnershipCount: number | null, ageMs = 0): LookupOutcome => ({
  is: 'found',
  record: { name: 'A', partnership_count: partnershipCount },
  asOfMs: NOW_MS - ageMs,
});

const partners = (count: number, ageMs = 0): LookupOutcome =>
  ({ is: 'found', record: { company: {}, count, partners: [] }, asOfMs: NOW_MS - ageMs }) as unknown as LookupOutcome;

function estimate(identifiers: readonly string[], known: Partial<KnownCompanies>) {
  const nothing = new Map<string, LookupOutcome>();
  const all = { company: nothing, partners: nothing, isPaid: () => false, ...known };
  return toPartnersEstimate(identifiers, all, AGE, NOW_MS);
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_name, at) => `x${at}.com`);

it('takes companies with an unknown number of partners for average ones', () => {
  const known = {
    company: new Map([
      ['x0.com', company(4)],
      ['x1.com', company(12)],
    ]),
  };
  expect(estimate(numbered(100), known)).toMatchObject({
    ...{ companies: 100, known: 2, averagePartners: 8, isLearned: false, least: 2 },
    // 98 unknown companies with 8 partners each, 16 known partners, 100 companies.
    credits: 900,
    suggestedLimit: 990,
  });
});

it('leaves some room in the limit, and rounds it to what a person would type', () => {
  const known = { company: new Map([['x0.com', company(7)]]) };
  expect(estimate(numbered(3_000), known)).toMatchObject({ credits: 24_000, suggestedLimit: 27_000 });
});

it('learns from partners that were read, and asks no credits for those again', () => {
  const known = { partners: new Map([['x0.com', partners(3)]]) };
  expect(estimate(numbered(11), known)).toMatchObject({
    ...{ companies: 10, known: 1, averagePartners: 3, credits: 40, suggestedLimit: 44 },
  });
});

it('counts old answers for the average, though they are paid for again', () => {
  const known = { partners: new Map([['x0.com', partners(3, 31 * DAY_MS)]]) };
  expect(estimate(numbered(2), known)).toMatchObject({ companies: 2, known: 1, credits: 8 });
});

it('takes no credit for companies that were paid for', () => {
  const known = { company: new Map([['x0.com', company(3)]]), isPaid: () => true };
  expect(estimate(numbered(2), known)).toMatchObject({ credits: 6 });
});

it.each<[string, Partial<KnownCompanies>]>([
  ['nothing is known', {}],
  ['saved answers do not say', { company: new Map([['x0.com', company(null)]]) }],
  [
    'every answer is there',
    {
      partners: new Map([
        ['x0.com', partners(3)],
        ['x1.com', partners(4)],
      ]),
    },
  ],
  ['the missing company is not in the column', { company: new Map([['other.com', company(3)]]) }],
])('there is none where %s', (_what, known) => {
  expect(estimate(numbered(2), known)).toBeNull();
});

/** A list of partners with these names. */
const list = (...names: readonly string[]): LookupOutcome =>
  ({
    is: 'found',
    record: { company: {}, count: names.length, partners: names.map((domain) => ({ domain })) },
    asOfMs: NOW_MS,
  }) as unknown as LookupOutcome;

const range = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_name, at) => `p${first + at}.com`);

describe('partners that several companies share', () => {
  it('are charged once, so that two lists tell how much less the others probably cost', () => {
    // Of 40 partners on two lists, 10 are on both: some 66 in all.
    const read = {
      partners: new Map([
        ['x0.com', list(...range(1, 20))],
        ['x1.com', list(...range(11, 30))],
      ]),
    };
    expect(estimate(numbered(12), read)).toMatchObject({
      ...{ companies: 10, known: 2, averagePartners: 20, isLearned: true },
      // 10 companies, and 35 partners that were on neither list; without repeats they would be 200.
      credits: 45,
    });
  });

  it('are hardly assumed where lists share none', () => {
    const read = {
      partners: new Map([
        ['x0.com', list(...range(1, 20))],
        ['x1.com', list(...range(21, 40))],
      ]),
    };
    expect(estimate(numbered(12), read)).toMatchObject({ isLearned: true, credits: 194 });
  });

  it('are not known of from a few partners', () => {
    const read = {
      partners: new Map([
        ['x0.com', list(...range(1, 10))],
        ['x1.com', list(...range(1, 10))],
      ]),
    };
    expect(estimate(numbered(12), read)).toMatchObject({ isLearned: false, credits: 110 });
  });

  it('are not known of from one list', () => {
    const read = { partners: new Map([['x0.com', list(...range(1, 40))]]) };
    expect(estimate(numbered(11), read)).toMatchObject({ isLearned: false, credits: 410 });
  });
});

it('companies that Trace does not track cost nothing, and lower the average', () => {
  const known = {
    company: new Map<string, LookupOutcome>([
      ['x0.com', company(6)],
      ['x1.com', { is: 'notTracked', asOfMs: NOW_MS }],
    ]),
  };
  expect(estimate(numbered(3), known)).toMatchObject({ companies: 2, averagePartners: 3, credits: 2 + 6 + 3 });
});

it('says what is likely after each row, a company that comes again at no cost', () => {
  const known = {
    company: new Map([
      ['x0.com', company(4)],
      ['x1.com', company(9)],
    ]),
  };
  expect(estimate(['x0.com', 'x1.com', 'x0.com'], known)?.afterEach).toEqual([5, 15, 15]);
});
