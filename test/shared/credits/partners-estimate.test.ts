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
  expect(estimate(numbered(100), known)).toEqual({
    ...{ companies: 100, known: 2, averagePartners: 8 },
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
  expect(estimate(numbered(11), known)).toEqual({
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
    'every number is known',
    {
      company: new Map([
        ['x0.com', company(3)],
        ['x1.com', company(4)],
      ]),
    },
  ],
  ['the missing company is not in the column', { company: new Map([['other.com', company(3)]]) }],
])('there is none where %s', (_what, known) => {
  expect(estimate(numbered(2), known)).toBeNull();
});
