import {
  groupTechnologies,
  keyTechnologies,
  toFacts,
  compareTechnologies,
  toComparisonTable,
} from '../../../../shared/panel/explore/company-facts';

describe('company facts', () => {
  const AS_OF_MS = Date.UTC(2026, 5, 1);

  it('facts are told in a fixed order, and what the answer does not tell is left out', () => {
    const company = { country: 'US', industry: 'Payments', employee_count: 8_000, name: 'Stripe', city: null };
    expect(toFacts(company, AS_OF_MS)).toEqual([
      ['Industry', 'Payments'],
      ['Employees', '8,000'],
      ['Country', 'US'],
    ]);
  });

  it('days and ranges have the form of counts and of all days, and a year is none', () => {
    const company = {
      employee_range: '5001-10000',
      founded_year: 2010,
      last_crawled_at: '2026-05-09T10:00:00Z',
      city: '10019-2003 Main Street',
    };
    expect(toFacts(company, AS_OF_MS).map(([, text]) => text)).toEqual([
      '5,001-10,000',
      '2010',
      '10019-2003 Main Street',
      '9 May 2026',
    ]);
    expect(toFacts({ employee_range: '10001+' }, AS_OF_MS)[0]?.[1]).toBe('10,001+');
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

  it('five technologies stand for all: one of each category, those that people ask about first', () => {
    const technologies = [
      { name: 'NGINX', category: 'Web servers' },
      { name: 'Apache', category: 'Web servers' },
      { name: 'React', category: 'JavaScript frameworks' },
      { name: 'Stripe', category: 'Payments' },
      { name: 'HubSpot', category: 'Customer relationship management' },
      { name: 'Shopify', category: 'E-commerce' },
      'Elm',
    ];
    const named = (given: readonly unknown[]): readonly string[] =>
      keyTechnologies(groupTechnologies({ technologies: given })!).map(({ name }) => name);
    expect(named(technologies)).toEqual(['Shopify', 'Stripe', 'HubSpot', 'Apache', 'React']);
    expect(named(technologies.slice(0, 2))).toEqual(['Apache', 'NGINX']);
  });

  it('no list is not an empty list', () => {
    expect([groupTechnologies({ name: 'x' }), groupTechnologies({ technologies: [] })]).toEqual([null, []]);
  });
});

describe('compare', () => {
  const LEFT = {
    technologies: [{ name: 'Stripe', slug: 'stripe', category: 'Payments' }, 'React', { name: 'Vue', slug: 'vue' }],
  };
  const RIGHT = {
    technologies: ['react', { name: 'Stripe Payments', slug: 'stripe' }, { name: 'Vue', slug: 'vue-2' }, 'Elm'],
  };

  it('technologies are the same by slug, or by name where one of them has none', () => {
    const comparison = compareTechnologies(LEFT, RIGHT)!;
    expect({
      both: comparison.both.map(({ name }) => name),
      onlyLeft: comparison.onlyLeft.map(({ name }) => name),
      onlyRight: comparison.onlyRight.map(({ name }) => name),
    }).toEqual({ both: ['React', 'Stripe'], onlyLeft: ['Vue'], onlyRight: ['Elm', 'Vue'] });
    expect(toComparisonTable(comparison, 'Left', 'Right').slice(0, 4)).toEqual([
      ['technology', 'category', 'Left', 'Right'],
      ['React', '', 'yes', 'yes'],
      ['Stripe', 'Payments', 'yes', 'yes'],
      ['Vue', '', 'yes', ''],
    ]);
  });

  it('where an answer has no list, nothing is compared', () => {
    expect(compareTechnologies(LEFT, { name: 'x' })).toBeNull();
  });
});
