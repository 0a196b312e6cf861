import { askSandbox, type Ask } from './ask-sandbox';

async function askTimes(ask: Ask, times: number): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await ask('GET', '/v1/companies/stripe')).status);
  return statuses;
}

describe('the rate limit', () => {
  it('lets the first requests of a minute pass', async () => {
    expect(await askTimes(askSandbox({ rateLimitPerMinute: 3 }), 5)).toEqual([200, 200, 200, 429, 429]);
  });

  it('says how long to wait', async () => {
    const ask = askSandbox({ rateLimitPerMinute: 1 });
    await askTimes(ask, 1);
    await ask('POST', '/_sandbox/clock', { body: { advanceMs: 12_500 } });
    expect(await ask('GET', '/v1/companies/stripe')).toEqual({
      status: 429,
      retryAfter: '48',
      body: { error: 'rate_limit_exceeded', message: 'Too many requests. Wait as long as Retry-After says.' },
    });
  });

  it('is over when the time that it said has passed', async () => {
    const ask = askSandbox({ rateLimitPerMinute: 1 });
    await askTimes(ask, 2);
    await ask('POST', '/_sandbox/clock', { body: { advanceMs: 60_000 } });
    expect(await askTimes(ask, 1)).toEqual([200]);
  });

  it('counts each key for itself', async () => {
    const ask = askSandbox({ rateLimitPerMinute: 1 });
    await askTimes(ask, 2);
    expect((await ask('GET', '/v1/companies/stripe', { apiKey: 'trace_org_demo' })).status).toBe(200);
  });

  it('charges nothing for what it refuses', async () => {
    const ask = askSandbox({ rateLimitPerMinute: 1, credits: 10 });
    await askTimes(ask, 1);
    await ask('GET', '/v1/companies/figma');
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 9, chargedCompanies: 1 });
  });
});
