import { json } from '../../fakes/memory-host';
import { ask, hostWith, notFound, pathsOf } from '../../fakes/routes-api';
import { SandboxHost } from '../../fakes/sandbox-host';

const TECHNOLOGIES = {
  data: [
    {
      slug: 'google-analytics',
      name: 'Google Analytics',
      category: 'Analytics',
      vendor_name: 'Google',
      company_count: 7,
    },
    { slug: 'stripe-payments', name: 'Stripe', category: null, vendor: 'Stripe' },
  ],
  pagination: { has_next: false, total_results: 2 },
};
const COMPANIES = {
  technology: { slug: 'stripe-payments' },
  companies: [
    { slug: 'a', name: 'A', primary_domain: 'a.com', firmographics: { industry: 'Retail', country: 'US' } },
    { company: { slug: 'b', name: 'B', technologies: [] } },
  ],
  pagination: { has_next: false },
};

describe('TRACE_TECH_SEARCH', () => {
  it('has a row for each technology, below a header', () => {
    expect(ask(hostWith({ 'technologies.search': TECHNOLOGIES }), 'TRACE_TECH_SEARCH', 'o')).toEqual([
      ['name', 'slug', 'category', 'vendor_name', 'company_count'],
      ['Google Analytics', 'google-analytics', 'Analytics', 'Google', 7],
      ['Stripe', 'stripe-payments', '', 'Stripe', ''],
    ]);
  });

  it('hands the query and the category on, and asks for a hundred rows', () => {
    const host = hostWith({ 'technologies.search': TECHNOLOGIES });
    ask(host, 'TRACE_TECH_SEARCH', 'a&b', 'name', 'category=CRM');
    expect(pathsOf(host)).toEqual(['/technologies?q=a%26b&category=CRM&page=1&limit=100']);
  });

  it('says none where there are none', () => {
    const host = hostWith({ 'technologies.search': { data: [], pagination: { has_next: false } } });
    expect(ask(host, 'TRACE_TECH_SEARCH', 'x', 'name, slug')).toEqual([
      ['name', 'slug'],
      ['none', ''],
    ]);
  });

  it('says what a service does not offer, and asks again when it is calculated again', () => {
    const host = hostWith({});
    expect(ask(host, 'TRACE_TECH_SEARCH', 'x')).toEqual([
      ["! Trace doesn't support this function yet. Help lists the others."],
    ]);
  });

  it('cannot be read from an answer without a list: that is not none', () => {
    expect(ask(hostWith({ 'technologies.search': {} }), 'TRACE_TECH_SEARCH', 'x')).toEqual([
      ['! The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.'],
    ]);
  });

  it('costs no request when it is calculated again', () => {
    const host = hostWith({ 'technologies.search': TECHNOLOGIES });
    ask(host, 'TRACE_TECH_SEARCH', 'x');
    ask(host, 'TRACE_TECH_SEARCH', 'x', 'slug', 'headers=0');
    expect(host.requests).toHaveLength(1);
  });
});

describe('TRACE_TECH_COMPANIES', () => {
  it('has a row for each company, in whatever way the service wraps it', () => {
    const host = hostWith({ 'technologies.companies': COMPANIES });
    expect(ask(host, 'TRACE_TECH_COMPANIES', 'stripe', 'name, industry, technologies')).toEqual([
      ['name', 'industry', 'technologies'],
      ['A', 'Retail', ''],
      ['B', '', 'none'],
    ]);
  });

  it('asks for a slug at once', () => {
    const host = hostWith({ 'technologies.companies': COMPANIES });
    ask(host, 'TRACE_TECH_COMPANIES', 'stripe', 'name', 'top=2');
    expect(pathsOf(host)).toEqual(['/technologies/stripe/companies?page=1&limit=2']);
  });

  it('looks a whole name up in the catalogue', () => {
    const host = hostWith({ 'technologies.search': TECHNOLOGIES, 'technologies.companies': COMPANIES });
    ask(host, 'TRACE_TECH_COMPANIES', 'STRIPE');
    expect(pathsOf(host)).toEqual([
      '/technologies?q=STRIPE&page=1&limit=100',
      '/technologies/stripe-payments/companies?page=1&limit=25',
    ]);
  });

  it('spells a name as slugs are where there is no catalogue', () => {
    const host = hostWith({ 'technologies.companies': COMPANIES });
    ask(host, 'TRACE_TECH_COMPANIES', 'Café Röst 2');
    expect(pathsOf(host)[1]).toBe('/technologies/cafe-rost-2/companies?page=1&limit=25');
  });

  it('asks for no companies of a name that cannot be spelt', () => {
    const host = hostWith({ 'technologies.search': { data: [] } });
    expect(ask(host, 'TRACE_TECH_COMPANIES', '日本')).toEqual([
      [
        '! Trace does not know the technology "日本". Check the spelling, or find it with =TRACE_TECH_SEARCH("part of its name").',
      ],
    ]);
    expect(host.requests).toHaveLength(1);
  });

  it.each(['C++', 'C#', 'Яндекс Metrica'])(
    'asks for no companies of another technology, whose slug %s would have without its signs',
    (name) => {
      const host = hostWith({ 'technologies.companies': COMPANIES });
      const [[cell]] = ask(host, 'TRACE_TECH_COMPANIES', name) as [[string]];
      expect({ cell, asked: host.requests.map(({ operation }) => operation) }).toEqual({
        cell: `! Trace does not know the technology "${name}". Check the spelling, or find it with =TRACE_TECH_SEARCH("part of its name").`,
        asked: ['technologies.search'],
      });
    },
  );

  it('goes no further where the key is refused', () => {
    const host = hostWith({ 'technologies.search': () => json(401, { error: 'invalid_api_key', message: 'No.' }) });
    ask(host, 'TRACE_TECH_COMPANIES', 'Stripe');
    expect(host.requests).toHaveLength(1);
  });

  it('says where the names are of a technology that Trace does not know', () => {
    const host = hostWith({ 'technologies.companies': notFound('technology_not_found') });
    expect(ask(host, 'TRACE_TECH_COMPANIES', 'nothing')).toEqual([
      [
        '! Trace does not know the technology "nothing". Check the spelling, or find it with =TRACE_TECH_SEARCH("part of its name").',
      ],
    ]);
  });

  it('searches companies where there is no such route, for a day without looking again', () => {
    const host = hostWith({ 'companies.search': { data: [{ name: 'A', slug: 'a' }] } });
    expect(ask(host, 'TRACE_TECH_COMPANIES', 'stripe', 'name', 'headers=0')).toEqual([['A']]);
    ask(host, 'TRACE_TECH_COMPANIES', 'react', 'name');
    host.nowMs += 86_400_001;
    ask(host, 'TRACE_TECH_COMPANIES', 'vue', 'name');
    expect(host.requests.map(({ operation }) => operation)).toEqual([
      'technologies.companies',
      'companies.search',
      'companies.search',
      'technologies.companies',
      'companies.search',
    ]);
    expect(pathsOf(host)[1]).toBe('/companies?technology=stripe&page=1&limit=25');
  });

  it('looks for the route of another account itself', () => {
    const host = hostWith({ 'companies.search': { data: [] } });
    ask(host, 'TRACE_TECH_COMPANIES', 'stripe');
    host.account = { id: 'acc-2', keyId: 'key-2', keyClass: 'user', readsLists: true };
    ask(host, 'TRACE_TECH_COMPANIES', 'stripe');
    // An empty table means none only if the catalogue does not say that there is no such name.
    expect(host.requests.map(({ operation }) => operation)).toEqual([
      ...['technologies.companies', 'companies.search', 'technologies.search'],
      ...['technologies.companies', 'companies.search', 'technologies.search'],
    ]);
  });

  it('shows what it has, at no request, after the route went missing', () => {
    let isThere = true;
    const host = hostWith({
      'technologies.companies': () => (isThere ? json(200, COMPANIES) : json(404, { detail: 'Not Found' })),
      'companies.search': { data: [] },
    });
    ask(host, 'TRACE_TECH_COMPANIES', 'stripe', 'name', 'headers=0');
    isThere = false;
    ask(host, 'TRACE_TECH_COMPANIES', 'react');
    expect(ask(host, 'TRACE_TECH_COMPANIES', 'stripe', 'name', 'headers=0')).toEqual([['A'], ['B']]);
    expect(host.requests.map(({ operation }) => operation)).toEqual([
      ...['technologies.companies', 'technologies.companies', 'companies.search', 'technologies.search'],
    ]);
  });
});

describe('TRACE_VENDOR_COMPANIES', () => {
  it('asks for a vendor by its slug', () => {
    const host = hostWith({ 'vendors.companies': COMPANIES });
    expect(ask(host, 'TRACE_VENDOR_COMPANIES', 'Google Cloud', 'name', 'headers=0')).toEqual([['A'], ['B']]);
    expect(pathsOf(host)).toEqual(['/vendors/google-cloud/companies?page=1&limit=25']);
  });

  it('searches companies where there is no such route', () => {
    const host = hostWith({ 'companies.search': { data: [{ name: 'A', slug: 'a' }] } });
    expect(ask(host, 'TRACE_VENDOR_COMPANIES', 'google', 'name', 'headers=0')).toEqual([['A']]);
    expect(pathsOf(host)[1]).toBe('/companies?vendor=google&page=1&limit=25');
  });

  it('knows without asking that a name without letters is none', () => {
    const host = hostWith({});
    expect(ask(host, 'TRACE_VENDOR_COMPANIES', '!')).toEqual([
      ['! Trace does not know the vendor "!". Find a vendor_slug with =TRACE_TECH_SEARCH("part of a name").'],
    ]);
    expect(host.requests).toEqual([]);
  });
});

describe.each([
  ['TRACE_TECH_COMPANIES', 'technology'],
  ['TRACE_VENDOR_COMPANIES', 'vendor'],
] as const)('%s in one country or industry', (id, kind) => {
  it('is a search, which alone can be narrowed', () => {
    const host = hostWith({
      'companies.search': { data: [{ name: 'A', slug: 'a' }] },
      'technologies.companies': COMPANIES,
    });
    expect(ask(host, id, 'stripe', 'name', "country=DE;industry='Retail software';headers=0;top=3")).toEqual([['A']]);
    expect(pathsOf(host)).toEqual([
      `/companies?${kind}=stripe&country=Germany&industry=Retail%20software&page=1&limit=3`,
    ]);
  });

  it('tries each spelling of the country before it shows none', () => {
    const host = hostWith({ 'companies.search': { data: [] }, 'technologies.search': TECHNOLOGIES });
    expect(ask(host, id, 'stripe', 'name', 'country=DEU;headers=0')).toEqual([['none']]);
    expect(pathsOf(host).slice(0, 3)).toEqual(
      ['Germany', 'DE', 'DEU'].map((country) => `/companies?${kind}=stripe&country=${country}&page=1&limit=25`),
    );
  });

  it.each([
    ['country=Germny', '! Trace does not know the country "Germny". Did you mean Germany?'],
    [
      'industry=#NAME?',
      "! The industry argument is #NAME?. Put quotes around it, such as industry='Name', or correct its cell.",
    ],
    ['region=Bavaria', /^! There is no option "region" here\. .*country and industry/],
  ])('asks nothing with %s', (option, sentence) => {
    const host = hostWith({});
    const shown = ask(host, id, 'stripe', 'name', option);
    expect(shown).toEqual([[typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]]);
    expect(host.requests).toEqual([]);
  });

  it('distinguishes an unknown name from one that is not used there', () => {
    const host = hostWith({ 'companies.search': { data: [] }, 'technologies.search': { data: [] } });
    expect(ask(host, id, 'strpe', 'name', 'country=DE')[0]![0]).toMatch(`! Trace does not know the ${kind} "strpe".`);
  });

  it('is read with documented routes only, at a credit for each row', async () => {
    const host = new SandboxHost();
    await host.showDocumentedOnly();
    const cells = await host.ask(id, 'stripe', 'name, country', 'country=US;top=3;headers=0');
    expect({ cells, charged: await host.charged(), paths: host.paths.length }).toEqual({
      cells: [
        ['Stripe', 'United States'],
        ['Notion', 'United States'],
        ['Twilio', 'United States'],
      ],
      charged: 3,
      paths: 1,
    });
  });
});
