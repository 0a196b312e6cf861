import { askSandbox, type Ask } from './ask-sandbox';

const DAY_MS = 86_400_000;

const balanceOf = async (ask: Ask) => (await ask('GET', '/_sandbox/ledger')).body;

describe('credits', () => {
  it('cost 1 for a company', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/companies/stripe.com');
    expect(await balanceOf(ask)).toEqual({ balance: 9, chargedCompanies: 1 });
  });

  it('cost nothing for the same company again, by any name and for any caller', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/companies/notion.so');
    await ask('GET', '/v1/companies/notion', { apiKey: 'trace_org_demo' });
    await ask('POST', '/v1/companies/batch', { body: { domains: ['notion.com'] } });
    expect(await balanceOf(ask)).toEqual({ balance: 9, chargedCompanies: 1 });
  });

  it('cost nothing one millisecond before 30 days have passed', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/companies/stripe.com');
    await ask('POST', '/_sandbox/clock', { body: { advanceMs: 30 * DAY_MS - 1 } });
    await ask('GET', '/v1/companies/stripe.com');
    expect(await balanceOf(ask)).toEqual({ balance: 9, chargedCompanies: 1 });
  });

  it('cost 1 again after 30 days', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/companies/stripe.com');
    await ask('POST', '/_sandbox/clock', { body: { advanceMs: 30 * DAY_MS } });
    await ask('GET', '/v1/companies/stripe.com');
    expect(await balanceOf(ask)).toEqual({ balance: 8, chargedCompanies: 1 });
  });

  it('cost nothing where nothing was found', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('GET', '/v1/companies/nobody.example');
    await ask('POST', '/v1/companies/batch', { body: { domains: ['nobody.example'] } });
    await ask('POST', '/v1/enrich/partnerships', { body: { domains: ['nobody.example'] } });
    expect(await balanceOf(ask)).toEqual({ balance: 10, chargedCompanies: 0 });
  });

  it('cost 1 for a company that is in a batch under two domains', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('POST', '/v1/companies/batch', { body: { domains: ['zoom.us', 'zoom.com', 'stripe.com'] } });
    expect(await balanceOf(ask)).toEqual({ balance: 8, chargedCompanies: 2 });
  });

  it('cost 1 for each partner on a page', async () => {
    const ask = askSandbox({ credits: 200 });
    await ask('GET', '/v1/companies/many-partners/partnerships?limit=100');
    expect(await balanceOf(ask)).toEqual({ balance: 100, chargedCompanies: 100 });
  });

  it('cost 1 for each enriched company and 1 for each of its partners', async () => {
    const ask = askSandbox({ credits: 10 });
    await ask('POST', '/v1/enrich/partnerships', { body: { domains: ['company-7.example', 'no-partners.example'] } });
    expect(await balanceOf(ask)).toEqual({ balance: 6, chargedCompanies: 4 });
  });
});

describe('too few credits', () => {
  const domains = ['stripe.com', 'shopify.com', 'figma.com', 'nobody.example'];

  it('are told with what was needed and what was missing', async () => {
    const answered = await askSandbox({ credits: 2 })('POST', '/v1/companies/batch', { body: { domains } });
    expect(answered).toEqual({
      status: 402,
      retryAfter: null,
      body: {
        error: 'credit_exhausted',
        message: 'Insufficient credits to complete this request.',
        requested: 3,
        shortfall: 1,
      },
    });
  });

  it('charge nothing', async () => {
    const ask = askSandbox({ credits: 2 });
    await ask('POST', '/v1/companies/batch', { body: { domains } });
    expect(await balanceOf(ask)).toEqual({ balance: 2, chargedCompanies: 0 });
  });

  it('are enough for companies that were paid for', async () => {
    const ask = askSandbox({ credits: 1 });
    await ask('GET', '/v1/companies/stripe.com');
    expect((await ask('GET', '/v1/companies/stripe.com')).status).toBe(200);
  });

  it('do not count what was paid for as needed', async () => {
    const ask = askSandbox({ credits: 1 });
    await ask('GET', '/v1/companies/stripe.com');
    const { body } = await ask('POST', '/v1/companies/batch', { body: { domains } });
    expect(body).toMatchObject({ requested: 2, shortfall: 2 });
  });
});
