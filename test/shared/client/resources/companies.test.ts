import {
  readCompany,
  readCompanyBatch,
  readTechnologies,
  readTechnologyCount,
} from '../../../../shared/client/resources/companies';

const stripe = { slug: 'stripe', name: 'Stripe', extra: { kept: true } };
const nothing = {
  category: null,
  vendor_name: null,
  vendor_slug: null,
  first_detected_at: null,
  last_detected_at: null,
};

describe('a company', () => {
  it.each([
    ['bare', stripe],
    ['in data', { data: stripe }],
    ['in company', { company: stripe }],
    ['in both', { data: { company: stripe } }],
  ])('is found %s, with all its fields', (_where, body) => {
    expect(readCompany(body)).toBe(stripe);
  });

  it.each([[null], [[]], ['stripe'], [{}], [{ data: [] }], [{ error: 'x' }]])('is not found in %j', (body) => {
    expect(readCompany(body)).toBeNull();
  });
});

describe('the technologies of a company', () => {
  it('are read under the documented names', () => {
    const technology = {
      name: 'Stripe',
      slug: 'stripe',
      category: 'Payments',
      vendor_name: 'Stripe, Inc.',
      vendor_slug: 'stripe',
      first_detected_at: '2024-03-11T00:00:00Z',
      last_detected_at: '2026-06-01T00:00:00Z',
    };
    expect(readTechnologies({ technologies: [technology] })).toEqual([technology]);
  });

  it.each([['technologies'], ['tech_stack'], ['stack'], ['technographics']])('are found under %s', (name) => {
    expect(readTechnologies({ [name]: ['React'] })).toEqual([{ name: 'React', slug: null, ...nothing }]);
  });

  it('are found one level deeper', () => {
    expect(readTechnologies({ technographics: { technologies: ['React'] } })).toEqual([
      { name: 'React', slug: null, ...nothing },
    ]);
  });

  it('leave out entries without a name, and never throw', () => {
    const list = [
      null,
      3,
      [],
      {},
      { name: ' ' },
      { slug: 'vue' },
      { title: 'Go', vendor: { name: 'Google', slug: 'google' } },
    ];
    expect(readTechnologies({ technologies: list })).toEqual([
      { ...nothing, name: 'vue', slug: 'vue' },
      { ...nothing, name: 'Go', slug: null, vendor_name: 'Google', vendor_slug: 'google' },
    ]);
  });

  it.each([
    [{ technologies: [] }, []],
    [{}, null],
    [{ technologies: null }, null],
    [{ technologies: 'React' }, null],
  ])('%j has %j: none is not the same as not told', (company, expected) => {
    expect(readTechnologies(company)).toEqual(expected);
  });

  it.each([
    [{ technology_count: 25, technologies: ['React'] }, 25],
    [{ technologies: ['React', 'Vue'] }, 2],
    [{ technologies: [] }, 0],
    [{}, null],
  ])('%j counts %j', (company, expected) => {
    expect(readTechnologyCount(company)).toBe(expected);
  });
});

describe('a batch', () => {
  it('gives companies and those that are not tracked', () => {
    const body = {
      results: [
        { domain: 'stripe.com', status: 'found', company: stripe },
        { domain: 'x.example', status: 'not_tracked', company: null },
      ],
    };
    expect(readCompanyBatch(body)).toEqual([
      { domain: 'stripe.com', record: stripe },
      { domain: 'x.example', record: null },
    ]);
  });

  it('leaves out what it cannot understand', () => {
    const results = [
      null,
      {},
      { domain: 'a.com', status: 'found' },
      { domain: 'b.com', status: 'pending' },
      { domain: 7 },
    ];
    expect(readCompanyBatch({ results })).toEqual([]);
  });

  it.each([[null], ['x'], [{}], [{ results: 'x' }]])('is not found in %j', (body) => {
    expect(readCompanyBatch(body)).toBeNull();
  });
});
