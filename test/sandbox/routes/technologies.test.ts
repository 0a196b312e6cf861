import { SEARCHED_COMPANIES } from '../../../sandbox/data/companies';
import { readStack } from '../../../sandbox/data/stack';
import { askSandbox } from '../ask-sandbox';

const SHOPIFY = {
  slug: 'shopify',
  name: 'Shopify',
  category: 'E-commerce',
  vendor_name: 'Shopify',
  vendor_slug: 'shopify',
  company_count: 236,
};

describe('technologies.search', () => {
  it('answers pages of technologies', async () => {
    expect((await askSandbox()('GET', '/v1/technologies?q=SHOPI')).body).toEqual({
      data: [SHOPIFY],
      pagination: expect.objectContaining({ page: 1, limit: 50, total_results: 1 }),
    });
  });

  it('finds all of a category', async () => {
    const { body } = await askSandbox()('GET', '/v1/technologies?category=consent%20management');
    const { data } = body as { data: { name: string; category: string }[] };
    expect(data.map(({ name }) => name)).toContain('Cookiebot');
    expect(new Set(data.map(({ category }) => category))).toEqual(new Set(['Consent management']));
  });

  it.each(['klarna', 'KLARNA'])('finds all of the vendor %s, and none of one that is not whole', async (vendor) => {
    const { body } = await askSandbox()('GET', `/v1/technologies?vendor=${vendor}`);
    expect((body as { data: { name: string }[] }).data.map(({ name }) => name)).toEqual(['Klarna']);
    const other = await askSandbox()('GET', '/v1/technologies?vendor=klar');
    expect(other.body).toMatchObject({ data: [], pagination: { total_results: 0 } });
  });

  it('finds all 937 where nothing is asked', async () => {
    expect((await askSandbox()('GET', '/v1/technologies')).body).toMatchObject({ pagination: { total_results: 937 } });
  });

  it('costs nothing', async () => {
    expect((await askSandbox({ credits: 0 })('GET', '/v1/technologies')).status).toBe(200);
  });
});

describe('technologies.companies', () => {
  it('answers the technology, pages of company objects, and where the next are', async () => {
    const ask = askSandbox();
    expect((await ask('GET', '/v1/technologies/Shopify/companies?limit=1')).body).toEqual({
      technology: SHOPIFY,
      companies: [(await ask('GET', '/v1/companies/shopify')).body],
      pagination: expect.objectContaining({
        total_results: 236,
        next_url: 'http://localhost/v1/technologies/Shopify/companies?limit=1&page=2',
      }),
    });
  });

  it.each(['shopify', 'cookiebot'])('names exactly the companies whose stacks show %s', async (slug) => {
    const ask = askSandbox();
    const answers = await Promise.all(
      [1, 2, 3].map((page) => ask('GET', `/v1/technologies/${slug}/companies?limit=100&page=${page}`)),
    );
    const named = answers.flatMap(({ body }) =>
      (body as { companies: { slug: string }[] }).companies.map((company) => company.slug),
    );
    const showing = SEARCHED_COMPANIES.filter((company) => readStack(company).some((used) => used.slug === slug));
    expect(named).toEqual(showing.map((company) => company.slug));
  });

  it('does not know an unknown technology', async () => {
    expect(await askSandbox()('GET', '/v1/technologies/nothing/companies')).toMatchObject({
      status: 404,
      body: { detail: { error: 'technology_not_found', identifier: 'nothing' } },
    });
  });

  it('charges the companies on the page', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/technologies/shopify/companies?limit=4');
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 6, chargedCompanies: 4 });
  });
});
