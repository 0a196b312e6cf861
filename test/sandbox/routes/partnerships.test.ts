import { askSandbox } from '../ask-sandbox';

const MANY = '/v1/companies/many-partners.example/partnerships';

describe('partnerships.list', () => {
  it('answers as the documentation shows', async () => {
    const { status, body } = await askSandbox()('GET', '/v1/companies/stripe/partnerships?q=SHOP&limit=2');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: [
        {
          partner_name: 'Shopify',
          partner_domain: 'shopify.com',
          partner_slug: 'shopify',
          partnership_type: 'generic',
          first_observed_at: '2023-12-22T00:00:00Z',
          last_observed_at: '2026-08-21T00:00:00Z',
          observation_count: 13,
        },
      ],
      pagination: {
        page: 1,
        limit: 2,
        total_results: 1,
        total_pages: 1,
        has_next: false,
        has_prev: false,
        next_url: null,
      },
      company: { slug: 'stripe', name: 'Stripe', primary_domain: 'stripe.com', partnership_count: 58 },
      type_counts: { technology: 32, channel: 15, generic: 11 },
    });
  });

  it('names partners from both sides', async () => {
    const { body } = await askSandbox()('GET', '/v1/companies/shopify.com/partnerships?q=stripe');
    expect(body).toHaveProperty('data.0.partner_slug', 'stripe');
  });

  it('shows 50 partners unless told otherwise, and where the next are', async () => {
    const { body } = await askSandbox()('GET', MANY);
    expect(body).toMatchObject({
      pagination: {
        page: 1,
        limit: 50,
        total_results: 480,
        total_pages: 10,
        has_next: true,
        has_prev: false,
        next_url: `http://localhost${MANY}?page=2&limit=50`,
      },
    });
  });

  it('keeps the rest of the query in next_url', async () => {
    const { body } = await askSandbox()('GET', `${MANY}?sort=-observation_count&limit=100&page=2`);
    const next = `http://localhost${MANY}?sort=-observation_count&limit=100&page=3`;
    expect(body).toHaveProperty('pagination.next_url', next);
  });

  it('gives each of 480 partners once over its pages', async () => {
    const ask = askSandbox();
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => ask('GET', `${MANY}?limit=100&page=${page}`)));
    const rows = pages.map(({ body }) => (body as { data: { partner_slug: string }[] }).data);
    expect(rows.map((data) => data.length)).toEqual([100, 100, 100, 100, 80]);
    expect(new Set(rows.flat().map((row) => row.partner_slug)).size).toBe(480);
  });

  it('has nothing past the last page', async () => {
    const { body } = await askSandbox()('GET', `${MANY}?limit=100&page=6`);
    expect(body).toMatchObject({ data: [], pagination: { page: 6, has_next: false, has_prev: true } });
  });

  it('counts all types whatever is asked for', async () => {
    const { body } = await askSandbox()('GET', `${MANY}?partnership_types=channel,generic`);
    expect(body).toMatchObject({
      pagination: { total_results: 193 },
      company: { partnership_count: 480 },
      type_counts: { technology: 287, channel: 127, generic: 66 },
    });
  });

  it.each([
    ['', ['2026-10-31T00:00:00Z', '2026-10-31T00:00:00Z']],
    ['&sort=last_observed_at', ['2019-08-07T00:00:00Z', '2019-10-01T00:00:00Z']],
  ])('sorts by the last observation: "%s"', async (sort, expected) => {
    const { body } = await askSandbox()('GET', `${MANY}?limit=2${sort}`);
    expect((body as { data: { last_observed_at: string }[] }).data.map((row) => row.last_observed_at)).toEqual(
      expected,
    );
  });

  it('sorts by observations', async () => {
    const ask = askSandbox();
    const { body } = await ask('GET', `${MANY}?limit=1&page=480&sort=-observation_count`);
    expect(body).toMatchObject({ data: [{ observation_count: 1 }] });
  });

  it('answers an empty list for a company without partners', async () => {
    const { body } = await askSandbox()('GET', '/v1/companies/no-partners/partnerships');
    expect(body).toMatchObject({ data: [], pagination: { total_results: 0, total_pages: 0, has_next: false } });
  });

  it('does not know partners of an unknown company', async () => {
    const answered = await askSandbox()('GET', '/v1/companies/nobody/partnerships');
    expect(answered).toMatchObject({ status: 404, body: { detail: { error: 'company_not_found' } } });
  });

  it.each([
    ['limit=101', 'less_than_equal', 'limit'],
    ['limit=0', 'greater_than_equal', 'limit'],
    ['page=two', 'int_parsing', 'page'],
    ['sort=name', 'literal_error', 'sort'],
    ['partnership_types=technology,friend', 'literal_error', 'partnership_types'],
  ])('refuses %s as FastAPI does', async (query, type, parameter) => {
    const answered = await askSandbox()('GET', `${MANY}?${query}`);
    expect(answered).toMatchObject({ status: 422, body: { detail: [{ type, loc: ['query', parameter] }] } });
  });
});
