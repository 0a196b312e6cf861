import { titleOfField, type FieldFamily } from '../../../../shared/enrich/plan/field-titles';

test.each<[FieldFamily, string, string]>([
  ['company', 'name', 'Company'],
  ['company', 'industry', 'Industry'],
  ['company', 'employee_count', 'Employees'],
  ['company', 'founded_year', 'Founded'],
  ['company', 'country', 'Country'],
  ['technologies', 'name', 'Technologies'],
  ['technologies', 'vendor_name', 'Tech vendors'],
  ['partners', 'last_observed_at', 'Partners last seen'],
])('%s: %s is titled %s', (family, field, title) => {
  expect(titleOfField(family, field)).toBe(title);
});

test.each<[FieldFamily, string, string]>([
  ['company', 'annual_revenue', 'Annual revenue'],
  ['company', 'headquarters.zip_code', 'Headquarters zip code'],
  ['technologies', 'version', 'Tech version'],
  ['partners', 'tier', 'Partner tier'],
])('the unknown field %s: %s is spelled out as %s', (family, field, title) => {
  expect(titleOfField(family, field)).toBe(title);
});
