import { groupTechnologies, toFacts } from '../../../../shared/panel/explore/company-facts';

const AS_OF_MS = Date.UTC(2026, 5, 1);

it('facts are told in a fixed order, and what the answer does not tell is left out', () => {
  const company = { country: 'US', industry: 'Payments', employee_count: 8_000, name: 'Stripe', city: null };
  expect(toFacts(company, AS_OF_MS)).toEqual([
    { title: 'Industry', text: 'Payments' },
    { title: 'Employees', text: '8,000' },
    { title: 'Country', text: 'US' },
  ]);
});

it('days and ranges have the form of counts and of all days, and a year is none', () => {
  const company = {
    employee_range: '5001-10000',
    founded_year: 2010,
    last_crawled_at: '2026-05-09T10:00:00Z',
    city: '10019-2003 Main Street',
  };
  expect(toFacts(company, AS_OF_MS).map(({ text }) => text)).toEqual([
    '5,001-10,000',
    '2010',
    '10019-2003 Main Street',
    '9 May 2026',
  ]);
  expect(toFacts({ employee_range: '10001+' }, AS_OF_MS)[0]?.text).toBe('10,001+');
});

it('technologies are grouped by category, the largest first and those without one last', () => {
  const technologies = [
    'Vue',
    { name: 'b', category: 'X' },
    { name: 'c', category: 'Y' },
    { name: 'a', category: 'Y' },
    'Elm',
    'Zig',
  ];
  const groups = groupTechnologies({ technologies });
  expect(groups?.map(({ category, technologies: own }) => [category, own.map(({ name }) => name)])).toEqual([
    ['Y', ['a', 'c']],
    ['X', ['b']],
    ['Other', ['Elm', 'Vue', 'Zig']],
  ]);
});

it('no list is not an empty list', () => {
  expect([groupTechnologies({ name: 'x' }), groupTechnologies({ technologies: [] })]).toEqual([null, []]);
});
