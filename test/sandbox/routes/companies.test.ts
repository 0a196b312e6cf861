import { makeSandbox } from '../../../sandbox/index';
import { askSandbox, numberedDomains } from '../ask-sandbox';

const NOT_FOUND = { error: 'company_not_found', message: 'No company was found for that identifier.' };

describe('companies.show', () => {
  it('answers the company object, bare', async () => {
    const { status, body } = await askSandbox()('GET', '/v1/companies/company-200000.example');
    expect(status).toBe(200);
    expect(body).toEqual({
      company_id: 1_200_000,
      slug: 'company-200000',
      name: 'Company 200000',
      primary_domain: 'company-200000.example',
      domains: ['company-200000.example'],
      description: 'Synthetic sandbox data, not observed by Trace: Company 200000 (Logistics).',
      industry: 'Logistics',
      employee_count: 85,
      employee_range: '51-200',
      founded_year: 1956,
      country: 'Australia',
      region: 'New South Wales',
      city: 'Sydney',
      technologies: expect.any(Array),
      technology_count: 8,
      partnership_count: 1,
      last_crawled_at: '2026-09-17T22:03:02Z',
    });
  });

  it('tells of each technology what it is and when it was detected', async () => {
    const { body } = await askSandbox()('GET', '/v1/companies/company-200000.example');
    expect(body).toHaveProperty('technologies.3', {
      name: 'Contentful',
      slug: 'contentful',
      category: 'Content management',
      vendor_name: 'Contentful',
      vendor_slug: 'contentful',
      first_detected_at: '2022-03-10T00:00:00Z',
      last_detected_at: '2026-09-17T00:00:00Z',
    });
  });

  it.each([
    ['a domain', 'stripe.com', 'stripe'],
    ['a slug', 'stripe', 'stripe'],
    ['a domain in capitals', 'STRIPE.COM', 'stripe'],
    ['a further domain of the company', 'notion.com', 'notion'],
    ['a slug of the numbered family', 'company-12', 'company-12'],
  ])('finds a company by %s', async (_name, identifier, slug) => {
    expect((await askSandbox()('GET', `/v1/companies/${identifier}`)).body).toHaveProperty('slug', slug);
  });

  it.each([
    'nobody.example',
    'nobody',
    'docs.stripe.com',
    'company-0.example',
    'company-01.example',
    'company-200001.example',
    'www.stripe.com',
  ])('does not find %s', async (identifier) => {
    const answered = await askSandbox()('GET', `/v1/companies/${identifier}`);
    expect(answered).toEqual({ status: 404, retryAfter: null, body: { detail: { ...NOT_FOUND, identifier } } });
  });
});

describe('companies.batch', () => {
  it('answers each domain once, normalised, in the order of the request', async () => {
    const domains = ['no-technologies.example', ' WWW.No-Technologies.example', 'nobody.example', 'nodot', 'zoom.com'];
    const { status, body } = await askSandbox()('POST', '/v1/companies/batch', { body: { domains } });
    expect(status).toBe(200);
    expect(body).toEqual({
      results: [
        {
          domain: 'no-technologies.example',
          status: 'found',
          company: expect.objectContaining({ slug: 'no-technologies', technologies: [], technology_count: 0 }),
        },
        { domain: 'nobody.example', status: 'not_tracked', company: null },
        { domain: 'zoom.com', status: 'found', company: expect.objectContaining({ primary_domain: 'zoom.us' }) },
      ],
      total_domains_requested: 5,
      domains_found: 2,
    });
  });

  it('drops entries longer than 253 characters', async () => {
    const domains = [`${'a'.repeat(250)}.com`, `${'a'.repeat(249)}.com`];
    const { body } = await askSandbox()('POST', '/v1/companies/batch', { body: { domains } });
    expect(body).toHaveProperty('results.length', 1);
  });

  it('takes 100 domains', async () => {
    const body = { domains: numberedDomains(100) };
    expect((await askSandbox()('POST', '/v1/companies/batch', { body })).body).toHaveProperty('domains_found', 100);
  });

  it('refuses 101 domains', async () => {
    const body = { domains: numberedDomains(101) };
    expect(await askSandbox()('POST', '/v1/companies/batch', { body })).toEqual({
      status: 400,
      retryAfter: null,
      body: {
        detail: {
          error: 'batch_too_large',
          message: 'A batch may hold at most 100 domains; this one holds 101.',
        },
      },
    });
  });

  it.each([
    ['no body', undefined, { type: 'missing', loc: ['body'] }],
    ['no domains', {}, { type: 'missing', loc: ['body', 'domains'] }],
    ['no list', { domains: 'stripe.com' }, { type: 'list_type', loc: ['body', 'domains'] }],
    ['an empty list', { domains: [] }, { type: 'too_short', loc: ['body', 'domains'] }],
    ['a number', { domains: ['stripe.com', 5] }, { type: 'string_type', loc: ['body', 'domains', 1] }],
    ['a body that is no object', [], { type: 'model_attributes_type', loc: ['body'] }],
  ])('refuses %s as FastAPI does', async (_name, body, problem) => {
    const answered = await askSandbox()('POST', '/v1/companies/batch', { body });
    expect(answered).toMatchObject({ status: 422, body: { detail: [problem] } });
  });
});

describe('companies.refresh', () => {
  it('answers with a job and where it is', async () => {
    const response = await makeSandbox().app.request('/v1/companies/refresh', {
      method: 'POST',
      headers: { 'X-API-Key': 'trace_demo', 'Content-Type': 'application/json' },
      body: JSON.stringify({ domains: ['stripe.com'] }),
    });
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe('/v1/jobs/job_1');
    expect(await response.json()).toEqual({ job_id: 'job_1' });
  });

  it('makes a job of each request', async () => {
    const ask = askSandbox();
    await ask('POST', '/v1/companies/refresh', { body: { domains: ['stripe.com'] } });
    const { body } = await ask('POST', '/v1/companies/refresh', { body: { domains: ['stripe.com'] } });
    expect(body).toEqual({ job_id: 'job_2' });
  });

  it('charges nothing', async () => {
    const ask = askSandbox({ credits: 0 });
    expect((await ask('POST', '/v1/companies/refresh', { body: { domains: ['stripe.com'] } })).status).toBe(202);
  });

  it('refuses 101 domains', async () => {
    const answered = await askSandbox()('POST', '/v1/companies/refresh', { body: { domains: numberedDomains(101) } });
    expect(answered).toMatchObject({ status: 400, body: { detail: { error: 'batch_too_large' } } });
  });
});
