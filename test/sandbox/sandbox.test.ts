import { makeSandbox } from '../../sandbox/index';
import { askSandbox } from './ask-sandbox';

describe('paths', () => {
  it.each(['/v1/nothing', '/v1', '/v1/companies/stripe/nothing', '/', '/_sandbox/nothing'])(
    'answers %s as FastAPI answers an unknown path',
    async (path) => {
      const answered = await askSandbox()('GET', path);
      expect(answered).toEqual({ status: 404, retryAfter: null, body: { detail: 'Not Found' } });
    },
  );

  it.each([
    ['POST', '/v1/companies/stripe.com'],
    ['DELETE', '/v1/companies/batch'],
    ['GET', '/v1/enrich/partnerships'],
  ])('answers %s %s as FastAPI answers another method of a known path', async (method, path) => {
    const answered = await askSandbox()(method, path);
    expect(answered).toEqual({ status: 405, retryAfter: null, body: { detail: 'Method Not Allowed' } });
  });
});

describe('keys', () => {
  it.each(['trace_demo', 'trace_org_demo'])('takes %s', async (apiKey) => {
    expect((await askSandbox()('GET', '/v1/companies/stripe', { apiKey })).status).toBe(200);
  });

  it('refuses a request without a key', async () => {
    expect(await askSandbox()('GET', '/v1/companies/stripe', { apiKey: null })).toEqual({
      status: 401,
      retryAfter: null,
      body: {
        error: 'authentication_required',
        message: 'Authentication required: send an API key as X-API-Key',
      },
    });
  });

  it('refuses an unknown key', async () => {
    expect(await askSandbox()('GET', '/v1/companies/stripe', { apiKey: 'trace_other' })).toEqual({
      status: 401,
      retryAfter: null,
      body: { error: 'invalid_api_key', message: 'Invalid or revoked API key' },
    });
  });
});

describe('bodies', () => {
  const post = (body: string, contentType: string) =>
    makeSandbox().app.request('/v1/companies/batch', {
      method: 'POST',
      headers: { 'X-API-Key': 'trace_demo', 'Content-Type': contentType },
      body,
    });

  it('refuses what is not JSON as FastAPI does', async () => {
    const response = await post('{"domains": [', 'application/json');
    expect(await response.json()).toMatchObject({ detail: [{ type: 'json_invalid', msg: 'JSON decode error' }] });
  });

  it('refuses JSON that is sent as text, as FastAPI does', async () => {
    const response = await post('{"domains": ["stripe.com"]}', 'text/plain;charset=UTF-8');
    expect(await response.json()).toMatchObject({ detail: [{ type: 'model_attributes_type', loc: ['body'] }] });
  });
});

describe('two sandboxes', () => {
  it.each([
    ['GET', '/v1/companies/stripe.com', undefined],
    ['GET', '/v1/companies/many-partners/partnerships?limit=100&page=3', undefined],
    ['POST', '/v1/companies/batch', { domains: ['company-1.example', 'hubspot.com', 'nobody.example'] }],
    ['POST', '/v1/enrich/partnerships', { domains: ['company-1.example', 'hubspot.com', 'nobody.example'] }],
    ['GET', '/v1/lists/lst_1/members', undefined],
    ['GET', '/v1/technologies/shopify/companies?limit=3', undefined],
  ])('give the same bytes: %s %s', async (method, path, body) => {
    const ask = async () => {
      const headers = { 'X-API-Key': 'trace_demo', 'Content-Type': 'application/json' };
      const response = await makeSandbox().app.request(path, { method, headers, body: JSON.stringify(body) ?? null });
      return response.text();
    };
    expect(await ask()).toBe(await ask());
  });

  it('share no credits', async () => {
    const [ask, other] = [askSandbox(), askSandbox()];
    await ask('GET', '/v1/companies/stripe');
    expect((await other('GET', '/_sandbox/ledger')).body).toEqual({ balance: 100_000, chargedCompanies: 0 });
  });
});
