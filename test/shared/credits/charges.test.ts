import { chargedCompanies, letGoOfRecord } from '../../../shared/credits/charges';

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
