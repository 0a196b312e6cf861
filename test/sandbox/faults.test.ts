import { makeSandbox, startSandbox, type RunningSandbox } from '../../sandbox/index';

const DOMAINS = ['stripe.com', 'nobody.example', 'figma.com'];

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.stop());
beforeEach(() => control('reset', {}));

async function control(path: string, body: unknown): Promise<void> {
  const response = await fetch(`${sandbox.origin}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
}

const HEADERS = { 'X-API-Key': 'trace_demo', 'Content-Type': 'application/json' };

function askBatch(): Promise<Response> {
  const url = `${sandbox.origin}/v1/companies/batch`;
  return fetch(url, { method: 'POST', headers: HEADERS, body: JSON.stringify({ domains: DOMAINS }) });
}

async function askFor(fault: string): Promise<Response> {
  await control('faults', { fault });
  return askBatch();
}

const showStripe = () => fetch(`${sandbox.origin}/v1/companies/stripe`, { headers: HEADERS });

async function domainsOf(response: Response): Promise<readonly string[]> {
  const { results } = (await response.json()) as { results: { domain: string }[] };
  return results.map(({ domain }) => domain);
}

async function readControl(path: string): Promise<unknown> {
  return (await fetch(`${sandbox.origin}/_sandbox/${path}`)).json();
}

describe('faults that answer in the place of the service', () => {
  it.each([
    [
      'rate-limited',
      429,
      { error: 'rate_limit_exceeded', message: 'Too many requests. Wait as long as Retry-After says.' },
    ],
    ['server-error', 500, { detail: 'Internal Server Error' }],
    ['key-revoked', 401, { error: 'invalid_api_key', message: 'Invalid or revoked API key' }],
    [
      'key-without-organization',
      403,
      {
        error: 'key_missing_org_association',
        message: 'This API key is not associated with an organization.',
      },
    ],
    [
      'credits-out',
      402,
      {
        error: 'credit_exhausted',
        message: 'Insufficient credits to complete this request.',
        requested: 2,
        shortfall: 2,
      },
    ],
    ['assumed-routes-missing', 404, { detail: 'Not Found' }],
  ])('%s', async (fault, status, body) => {
    const response = await askFor(fault);
    expect({ status: response.status, body: await response.json() }).toEqual({ status, body });
  });

  it.each([
    ['bad-gateway', 502, '<h1>502 Bad Gateway</h1>'],
    ['html-404', 404, '<h1>404 Not Found</h1>'],
  ])('%s is a page of HTML', async (fault, status, heading) => {
    const response = await askFor(fault);
    expect({ status: response.status, contentType: response.headers.get('content-type') }).toEqual({
      status,
      contentType: 'text/html; charset=utf-8',
    });
    expect(await response.text()).toContain(heading);
  });

  it('charge nothing', async () => {
    await askFor('server-error');
    expect(await readControl('ledger')).toEqual({ balance: 100_000, chargedCompanies: 0 });
  });

  it('rate-limited says how long to wait', async () => {
    await control('faults', { fault: 'rate-limited', retryAfterSeconds: 17 });
    expect((await askBatch()).headers.get('retry-after')).toBe('17');
  });

  it('credits-out leaves as many credits as told', async () => {
    await control('faults', { fault: 'credits-out', creditsLeft: 1 });
    expect(await (await askBatch()).json()).toMatchObject({ requested: 2, shortfall: 1 });
  });

  it('assumed-routes-missing leaves documented routes alone', async () => {
    await control('faults', { fault: 'assumed-routes-missing', times: null });
    expect((await showStripe()).status).toBe(200);
  });

  it('dropped-connection gives no answer', async () => {
    await expect(askFor('dropped-connection')).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } });
  });

  it('dropped-connection leaves other connections alone', async () => {
    await control('faults', { fault: 'dropped-connection', operation: 'companies.batch' });
    const others = [showStripe(), showStripe()];
    await askBatch().catch(() => null);
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('faults that spoil the answer', () => {
  it('slow waits', async () => {
    await control('faults', { fault: 'slow', delayMs: 120 });
    const startedAt = performance.now();
    const response = await askBatch();
    // A timer may fire a little early by the clock that is read here.
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(115);
    expect(await domainsOf(response)).toEqual(DOMAINS);
  });

  it('malformed-json is the first half of the body', async () => {
    const whole = await (await askBatch()).text();
    const response = await askFor('malformed-json');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(whole.slice(0, Math.floor(whole.length / 2)));
  });

  it('cut-off-body promises more than it sends', async () => {
    const response = await askFor('cut-off-body');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } });
  });

  it('empty-body is a success without a body', async () => {
    const response = await askFor('empty-body');
    expect({
      status: response.status,
      contentLength: response.headers.get('content-length'),
      body: await response.text(),
    }).toEqual({ status: 200, contentLength: '0', body: '' });
  });

  it.each([
    ['results-shuffled', ['nobody.example', 'figma.com', 'stripe.com']],
    ['results-dropped', ['stripe.com', 'figma.com']],
    ['results-doubled', ['stripe.com', 'stripe.com', 'nobody.example', 'nobody.example', 'figma.com', 'figma.com']],
  ])('%s', async (fault, domains) => {
    expect(await domainsOf(await askFor(fault))).toEqual(domains);
  });

  it('are charged, since the service has answered', async () => {
    await askFor('malformed-json');
    expect(await readControl('ledger')).toEqual({ balance: 99_998, chargedCompanies: 2 });
  });
});

describe('switching faults on', () => {
  it('meets as many requests as told', async () => {
    await control('faults', { fault: 'server-error', times: 2 });
    const statuses = [(await askBatch()).status, (await askBatch()).status, (await askBatch()).status];
    expect(statuses).toEqual([500, 500, 200]);
  });

  it('meets one request unless told', async () => {
    await control('faults', { fault: 'server-error' });
    expect([(await askBatch()).status, (await askBatch()).status]).toEqual([500, 200]);
  });

  it('meets the faults one after the other', async () => {
    await control('faults', { fault: 'server-error' });
    await control('faults', { fault: 'bad-gateway' });
    expect([(await askBatch()).status, (await askBatch()).status]).toEqual([500, 502]);
  });

  it('meets one operation only, if told', async () => {
    await control('faults', { fault: 'server-error', times: null, operation: 'companies.batch' });
    expect({ show: (await showStripe()).status, batch: (await askBatch()).status }).toEqual({ show: 200, batch: 500 });
  });

  it('does not use a fault up on an answer that it cannot spoil', async () => {
    await control('faults', { fault: 'results-dropped' });
    await showStripe();
    expect(await domainsOf(await askBatch())).toEqual(['stripe.com', 'figma.com']);
  });

  it('combines a delay with another fault', async () => {
    await control('faults', { fault: 'slow', delayMs: 1, times: null });
    await control('faults', { fault: 'server-error' });
    await askBatch();
    expect(await readControl('log')).toMatchObject([{ status: 500, faults: ['server-error', 'slow'] }]);
  });
});

describe('faults that break the connection, within the process', () => {
  it.each(['dropped-connection', 'cut-off-body'])('%s throws', async (fault) => {
    const { app } = makeSandbox();
    await app.request('/_sandbox/faults', { method: 'POST', body: JSON.stringify({ fault }) });
    const answering = async () => app.request('/v1/companies/stripe', { headers: HEADERS });
    await expect(answering()).rejects.toThrow('A fault that breaks the connection needs one');
  });
});
