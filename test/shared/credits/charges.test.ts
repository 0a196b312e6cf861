import {
  chargedCompanies,
  chargeOfAnswers,
  chargeOfRows,
  companiesIn,
  letGoOfRecord,
} from '../../../shared/credits/charges';
import type { LookupOutcome } from '../../../shared/records/outcome';

it.each([
  [{ primary_domain: 'www.A.com', slug: 'a' }, 'a.com'],
  [{ domain: 'a.com', company_slug: 'a' }, 'a.com'],
  [{ partner_domain: 'a.com' }, 'a.com'],
  [{ primary_domain: 'no domain', slug: 'a-b' }, 'a-b'],
  [{ name: 'A' }, 'asked.com'],
])('a company is charged under the same name with its record, and once that is gone: %j', (names, charged) => {
  const outcome = { is: 'found' as const, record: { ...names, technologies: ['Python'] }, asOfMs: 1, text: '{}' };
  expect(chargedCompanies('company', 'asked.com', outcome)).toEqual([charged]);
  letGoOfRecord(outcome);
  expect(Object.keys(outcome.record)).not.toContain('technologies');
  expect(chargedCompanies('company', 'asked.com', outcome)).toEqual([charged]);
});

const A: LookupOutcome = { is: 'found', record: { primary_domain: 'a.com' }, asOfMs: 1 };
const LIST = { isList: true, total: null, isCut: false, isPartial: false, about: {} };

it('lists are charged row by row, those included that are not shown', () => {
  const rows = [{ name: 'A' }, { name: 'B' }];
  expect(chargeOfRows({ ...LIST, rows }, { ...LIST, rows: [], surplus: 3 })).toBe(5);
});

it('answers are charged company by company, each once', () => {
  const list: LookupOutcome = {
    is: 'found',
    record: { ...LIST, rows: [{ domain: 'a.com' }, { domain: 'b.com' }] },
    asOfMs: 1,
  };
  const question = JSON.stringify(['companies.search', '/companies?q=a', 'page', 2, false]);
  expect(
    chargeOfAnswers([
      { kind: 'company', id: 'a.com', outcome: A },
      { kind: 'rows', id: question, outcome: list },
      { kind: 'company', id: 'c.com', outcome: { is: 'notTracked', asOfMs: 1 } },
    ]),
  ).toBe(2);
});

it('names the companies of all outcomes', () => {
  const outcomes = new Map<string, LookupOutcome>([
    ['a.com', A],
    ['b.com', { is: 'notTracked', asOfMs: 1 }],
  ]);
  expect(companiesIn('company', outcomes)).toEqual(['a.com']);
});
