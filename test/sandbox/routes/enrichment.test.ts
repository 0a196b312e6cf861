import { askSandbox, numberedDomains } from '../ask-sandbox';

const PATH = '/v1/enrich/partnerships';

describe('enrichment.partnerships', () => {
  it('answers as the documentation shows', async () => {
    const domains = ['company-7.example', 'no-partners.example', 'notarealdomain.example'];
    const { status, body } = await askSandbox()('POST', PATH, { body: { domains } });
    expect(status).toBe(200);
    expect(body).toEqual({
      results: [
        {
          domain: 'company-7.example',
          status: 'found',
          company_name: 'Company 7',
          company_id: 1_000_007,
          slug: 'company-7',
          partnerships: [
            {
              partner_name: 'British Airways',
              partner_domain: 'britishairways.com',
              partner_slug: 'britishairways',
              first_observed_at: '2025-10-19T00:00:00Z',
              last_observed_at: '2026-09-08T00:00:00Z',
              observation_count: 5,
              category: null,
              description: null,
            },
            {
              partner_name: 'OpenRouter',
              partner_domain: 'openrouter.ai',
              partner_slug: 'openrouter',
              first_observed_at: '2022-09-09T00:00:00Z',
              last_observed_at: '2025-08-15T00:00:00Z',
              observation_count: 7,
              category: 'App marketplace',
              description: 'Synthetic sandbox data: Company 7 and OpenRouter.',
            },
          ],
          partnership_count: 2,
        },
        {
          domain: 'no-partners.example',
          status: 'no_partnerships',
          company_name: 'No partners',
          company_id: 2,
          slug: 'no-partners',
          partnerships: [],
          partnership_count: 0,
        },
        {
          domain: 'notarealdomain.example',
          status: 'not_tracked',
          company_name: null,
          company_id: null,
          slug: null,
          partnerships: [],
          partnership_count: 0,
        },
      ],
      total_domains_requested: 3,
      domains_found: 2,
      domains_with_partnerships: 1,
    });
  });

  it('normalises, drops what is no domain, and answers each domain once', async () => {
    const domains = ['WWW.Sparse.example', 'sparse', 'no-partners.example', 'sparse.example '];
    const { body } = await askSandbox()('POST', PATH, { body: { domains } });
    expect((body as { results: { domain: string }[] }).results.map(({ domain }) => domain)).toEqual([
      'sparse.example',
      'no-partners.example',
    ]);
  });

  it('gives all partners of a company, however many', async () => {
    const { body } = await askSandbox()('POST', PATH, { body: { domains: ['many-partners.example'] } });
    expect(body).toHaveProperty('results.0.partnerships.length', 480);
  });

  it('tells little of the partner of the sparse company', async () => {
    const { body } = await askSandbox()('POST', PATH, { body: { domains: ['sparse.example'] } });
    expect(body).toHaveProperty('results.0.partnerships.0', {
      partner_name: 'BigCommerce',
      partner_domain: null,
      partner_slug: null,
      first_observed_at: null,
      last_observed_at: null,
      observation_count: null,
      category: null,
      description: null,
    });
  });

  it('refuses 101 domains', async () => {
    const answered = await askSandbox()('POST', PATH, { body: { domains: numberedDomains(101) } });
    expect(answered).toMatchObject({ status: 400, body: { detail: { error: 'batch_too_large' } } });
  });

  it('refuses an empty list as FastAPI does', async () => {
    expect(await askSandbox()('POST', PATH, { body: { domains: [] } })).toEqual({
      status: 422,
      retryAfter: null,
      body: {
        detail: [
          {
            type: 'too_short',
            loc: ['body', 'domains'],
            msg: 'List should have at least 1 item after validation, not 0',
            input: [],
            ctx: { field_type: 'List', min_length: 1, actual_length: 0 },
          },
        ],
      },
    });
  });
});
