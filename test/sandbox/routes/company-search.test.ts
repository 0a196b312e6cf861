import { askSandbox } from '../ask-sandbox';

describe('companies.search', () => {
  const slugsOf = (body: unknown) => (body as { data: { slug: string }[] }).data.map(({ slug }) => slug);
  const totalOf = (body: unknown) => (body as { pagination: { total_results: number } }).pagination.total_results;

  it('answers pages of company objects', async () => {
    const ask = askSandbox();
    const { status, body } = await ask('GET', '/v1/companies?q=hubspot');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: [(await ask('GET', '/v1/companies/hubspot')).body],
      pagination: {
        page: 1,
        limit: 50,
        total_results: 1,
        total_pages: 1,
        has_next: false,
        has_prev: false,
        next_url: null,
      },
    });
  });

  it.each([
    ['a part of a name', 'q=HUB', 'github'],
    ['a part of a domain', 'q=notion.so', 'notion'],
    ['a part of a further domain', 'q=notion.com', 'notion'],
    ['a planted company', 'q=many-partners', 'many-partners'],
  ])('finds %s', async (_name, query, slug) => {
    expect(slugsOf((await askSandbox()('GET', `/v1/companies?${query}`)).body)).toContain(slug);
  });

  it('finds all catalogued and planted companies where nothing is asked', async () => {
    expect(totalOf((await askSandbox()('GET', '/v1/companies?limit=1')).body)).toBe(1919);
  });

  it('does not look through the numbered family', async () => {
    expect(totalOf((await askSandbox()('GET', '/v1/companies?q=company-12')).body)).toBe(0);
  });

  it('finds only what meets all that is asked', async () => {
    const query = 'technology=react&vendor=Google&country=united%20states&industry=software&limit=100';
    const { data } = (await askSandbox()('GET', `/v1/companies?${query}`)).body as {
      data: { country: string; industry: string; technologies: { slug: string; vendor_name: string | null }[] }[];
    };
    expect(data.length).toBeGreaterThan(0);
    for (const { country, industry, technologies } of data) {
      expect({ country, industry }).toEqual({ country: 'United States', industry: 'Software' });
      expect(technologies.map(({ slug }) => slug)).toContain('react');
      expect(technologies.map((used) => used.vendor_name)).toContain('Google');
    }
  });

  it('takes the name of a technology for its slug', async () => {
    const ask = askSandbox();
    const bySlug = await ask('GET', '/v1/companies?technology=nextdotjs&limit=1');
    expect((await ask('GET', '/v1/companies?technology=Next.js&limit=1')).body).toMatchObject({
      pagination: { total_results: totalOf(bySlug.body) },
    });
  });

  it.each(['technology=nothing', 'vendor=nobody', 'country=Atlantis', 'industry=Alchemy'])(
    'finds nothing for %s',
    async (query) => {
      expect(totalOf((await askSandbox()('GET', `/v1/companies?${query}`)).body)).toBe(0);
    },
  );

  it('charges the companies on the page', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/companies?limit=3&page=2');
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 7, chargedCompanies: 3 });
  });
});
