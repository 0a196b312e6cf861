import { SEARCHED_COMPANIES, findCompany } from '../../../sandbox/data/companies';
import { readPartners } from '../../../sandbox/data/partners';
import { askSandbox } from '../ask-sandbox';

type Row = Readonly<Record<string, string | null>>;
const dataOf = (body: unknown) => (body as { data: Row[] }).data;

describe('partnerships.reverse', () => {
  const lists = SEARCHED_COMPANIES.map((company) => ({
    slug: company.slug,
    partnerIds: readPartners(company).map(({ companyId }) => companyId),
  }));

  it('tells who lists a company, by domain or slug', async () => {
    const ask = askSandbox();
    const { status, body } = await ask('GET', '/v1/partnerships/shopify.com/companies?limit=1');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: [
        {
          company_name: 'Effect',
          company_domain: 'effect.website',
          company_slug: 'effect',
          partnership_type: 'technology',
          first_observed_at: '2025-06-17T00:00:00Z',
          last_observed_at: '2026-09-24T00:00:00Z',
          observation_count: 21,
        },
      ],
      pagination: expect.objectContaining({ total_results: 60 }),
    });
    const bySlug = await ask('GET', '/v1/partnerships/shopify/companies?limit=1');
    expect(dataOf(bySlug.body)).toEqual(dataOf(body));
  });

  it.each(['stripe', 'bigcommerce', 'many-partners', 'company-7'])(
    'names exactly the searched companies whose lists contain %s',
    async (slug) => {
      const { id } = findCompany(slug) ?? { id: 0 };
      const listing = lists.filter(({ partnerIds }) => partnerIds.includes(id));
      const ask = askSandbox();
      const pages = await Promise.all(
        [1, 2, 3].map((page) => ask('GET', `/v1/partnerships/${slug}/companies?limit=100&page=${page}`)),
      );
      const named = pages.flatMap(({ body }) => dataOf(body).map((row) => row['company_slug']));
      expect([...named].sort()).toEqual(listing.map((company) => company.slug).sort());
    },
  );

  it('says of a partnership what the list of the other side says', async () => {
    const ask = askSandbox();
    const reverse = dataOf((await ask('GET', '/v1/partnerships/shopify/companies?limit=100')).body);
    const list = dataOf((await ask('GET', '/v1/companies/stripe/partnerships?q=shopify')).body);
    expect(reverse.find((row) => row['company_slug'] === 'stripe')).toMatchObject({
      partnership_type: list[0]?.['partnership_type'],
      last_observed_at: list[0]?.['last_observed_at'],
      observation_count: list[0]?.['observation_count'],
    });
  });

  it('shows the types that are asked for, sorted', async () => {
    const query = 'partnership_types=channel&sort=first_observed_at&limit=100';
    const rows = dataOf((await askSandbox()('GET', `/v1/partnerships/shopify/companies?${query}`)).body);
    expect(new Set(rows.map((row) => row['partnership_type']))).toEqual(new Set(['channel']));
    const dates = rows.map((row) => row['first_observed_at']);
    expect(dates).toEqual([...dates].sort());
  });

  it('does not know who lists an unknown company', async () => {
    expect(await askSandbox()('GET', '/v1/partnerships/nobody/companies')).toMatchObject({
      status: 404,
      body: { detail: { error: 'partner_not_found', identifier: 'nobody' } },
    });
  });

  it('charges the companies on the page', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/partnerships/shopify/companies?limit=3');
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 7, chargedCompanies: 3 });
  });
});
