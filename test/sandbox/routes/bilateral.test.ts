import { askSandbox } from '../ask-sandbox';

type Row = Readonly<Record<string, string | null>>;
const dataOf = (body: unknown) => (body as { data: Row[] }).data;

describe('partnerships.lookup', () => {
  const lookUp = (a: string, b: string) => `/v1/partnerships/lookup?company_a=${a}&company_b=${b}`;

  it.each([
    ['stripe', 'shopify.com'],
    ['shopify.com', 'stripe'],
  ])('tells of the partnership of %s and %s', async (a, b) => {
    expect((await askSandbox()('GET', lookUp(a, b))).body).toMatchObject({
      partnered: true,
      partnership_type: 'generic',
      first_observed_at: '2023-12-22T00:00:00Z',
      last_observed_at: '2026-08-21T00:00:00Z',
      observation_count: 13,
      description: expect.stringContaining('Stripe'),
    });
  });

  it('finds a partnership that only the second company lists', async () => {
    const { body } = await askSandbox()('GET', lookUp('britishairways.com', 'company-7.example'));
    expect(body).toHaveProperty('partnered', true);
  });

  it('has nothing to tell where there is none', async () => {
    expect((await askSandbox()('GET', lookUp('stripe', 'no-partners'))).body).toEqual({
      partnered: false,
      partnership_type: null,
      first_observed_at: null,
      last_observed_at: null,
      observation_count: null,
      description: null,
    });
  });

  it('charges the second company, and nothing where there is no partnership', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', lookUp('stripe', 'shopify'));
    await ask('GET', lookUp('stripe', 'no-partners'));
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 9, chargedCompanies: 1 });
    await ask('GET', '/v1/companies/shopify');
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 9, chargedCompanies: 1 });
  });

  it.each([
    ['nobody.example', 'stripe'],
    ['stripe', 'nobody.example'],
  ])('says which side of %s and %s is unknown', async (a, b) => {
    expect(await askSandbox()('GET', lookUp(a, b))).toMatchObject({
      status: 404,
      body: { detail: { error: 'company_not_found', identifier: 'nobody.example' } },
    });
  });

  it('needs both companies', async () => {
    expect(await askSandbox()('GET', '/v1/partnerships/lookup?company_a=stripe')).toMatchObject({
      status: 422,
      body: { detail: [{ type: 'missing', loc: ['query', 'company_b'] }] },
    });
  });
});

describe('partnerships.shared', () => {
  const SHARED = '/v1/partnerships/shared?company_a=stripe&company_b=shopify&limit=100';

  it('returns exactly the partners in both lists', async () => {
    const ask = askSandbox();
    const [ofStripe = [], ofShopify = []] = await Promise.all(
      ['stripe', 'shopify'].map(async (slug) =>
        dataOf((await ask('GET', `/v1/companies/${slug}/partnerships?limit=100`)).body),
      ),
    );
    const others = ofShopify.map((row) => row['partner_slug']);
    const { body } = await ask('GET', SHARED);
    expect(dataOf(body)).toEqual(ofStripe.filter((row) => others.includes(row['partner_slug'] ?? '')));
    expect(body).toHaveProperty('pagination.total_results', 21);
  });

  it('charges the partners on the page', async () => {
    const ask = askSandbox({ credits: 30 });
    await ask('GET', SHARED);
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 9, chargedCompanies: 21 });
  });

  it('does not know partners of an unknown company', async () => {
    const path = '/v1/partnerships/shared?company_a=stripe&company_b=nobody';
    expect(await askSandbox()('GET', path)).toMatchObject({
      status: 404,
      body: { detail: { error: 'company_not_found', identifier: 'nobody' } },
    });
  });
});
