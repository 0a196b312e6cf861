import { askSandbox } from './ask-sandbox';

describe('the request log', () => {
  it('tells what was asked and what became of it, in the order of the requests', async () => {
    const ask = askSandbox();
    await ask('POST', '/v1/companies/batch', { body: { domains: ['stripe.com', 'stripe.com', 'nobody.example'] } });
    await ask('GET', '/v1/companies/stripe/partnerships?q=shopify', { apiKey: 'trace_org_demo' });
    await ask('GET', '/v1/nothing', { apiKey: null });
    await ask('GET', '/v1/companies/stripe', { fault: 'server-error' });
    expect((await ask('GET', '/_sandbox/log')).body).toEqual([
      {
        operation: 'companies.batch',
        method: 'POST',
        path: '/v1/companies/batch',
        status: 200,
        domains: 3,
        credits: 1,
        keyClass: 'user',
        faults: [],
      },
      {
        operation: 'partnerships.list',
        method: 'GET',
        path: '/v1/companies/stripe/partnerships?q=shopify',
        status: 200,
        credits: 1,
        keyClass: 'organization',
        faults: [],
      },
      {
        operation: null,
        method: 'GET',
        path: '/v1/nothing',
        status: 404,
        credits: 0,
        keyClass: null,
        faults: [],
      },
      {
        operation: 'companies.show',
        method: 'GET',
        path: '/v1/companies/stripe',
        status: 500,
        credits: 0,
        keyClass: 'user',
        faults: ['server-error'],
      },
    ]);
  });

  it('never contains a key, not even one in the address', async () => {
    const ask = askSandbox();
    await ask('GET', '/v1/companies/stripe?api_key=trace_demo');
    await ask('GET', '/v1/companies/trace_demo');
    expect(JSON.stringify((await ask('GET', '/_sandbox/log')).body)).not.toContain('trace_demo');
  });
});

describe('a reset', () => {
  it('clears credits, faults, log and moved time', async () => {
    const ask = askSandbox({ credits: 5 });
    await ask('GET', '/v1/companies/stripe');
    await ask('GET', '/v1/companies/stripe');
    await ask('POST', '/_sandbox/faults', { body: { fault: 'server-error', times: null } });
    await ask('POST', '/_sandbox/reset');
    expect((await ask('GET', '/v1/companies/figma')).status).toBe(200);
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 4, chargedCompanies: 1 });
    expect((await ask('GET', '/_sandbox/log')).body).toHaveLength(1);
  });

  it('clears jobs, flags and changes of lists', async () => {
    const ask = askSandbox();
    await ask('POST', '/v1/companies/refresh', { body: { domains: ['stripe.com'] } });
    await ask('POST', '/v1/companies/stripe/flags');
    await ask('DELETE', '/v1/lists/lst_1');
    await ask('POST', '/v1/lists', { body: { name: 'Other' } });
    await ask('POST', '/_sandbox/reset');
    expect((await ask('GET', '/v1/jobs/job_1')).status).toBe(404);
    expect((await ask('POST', '/v1/companies/stripe/flags')).body).toHaveProperty('flag_id', 1);
    expect((await ask('GET', '/v1/lists/lst_1')).status).toBe(200);
    expect((await ask('GET', '/v1/lists/lst_5')).status).toBe(404);
  });

  it('sets the balance', async () => {
    const ask = askSandbox();
    await ask('POST', '/_sandbox/reset', { body: { credits: 7 } });
    await ask('GET', '/v1/companies/stripe');
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 6, chargedCompanies: 1 });
  });
});

describe('control requests that are not understood', () => {
  it.each([
    ['/_sandbox/reset', { credits: -1 }, '"credits" must be a whole number from 0.'],
    ['/_sandbox/reset', { balance: 1 }, 'A reset takes "credits", not "balance".'],
    ['/_sandbox/clock', { advanceMs: -5 }, '"advanceMs" must be a whole number from 0.'],
    ['/_sandbox/faults', { fault: 'slow', times: 0 }, '"times" must be a whole number from 1.'],
    ['/_sandbox/faults', { fault: 'slow', seconds: 3 }, 'The fault "slow" has no setting "seconds".'],
    ['/_sandbox/faults', { fault: 'slow', delayMs: 'long' }, '"delayMs" must be a whole number from 0.'],
  ])('%s %j', async (path, body, message) => {
    const answered = await askSandbox()('POST', path, { body });
    expect(answered).toEqual({ status: 400, retryAfter: null, body: { error: 'not_understood', message } });
  });

  it('name the faults that there are', async () => {
    const { body } = await askSandbox()('POST', '/_sandbox/faults', { body: { fault: 'none' } });
    expect(body).toMatchObject({
      message: expect.stringMatching(/^"fault" must be one of: rate-limited, .*doubled\.$/),
    });
  });

  it('name the operations that there are', async () => {
    const body = { fault: 'slow', operation: 'companies.find' };
    expect((await askSandbox()('POST', '/_sandbox/faults', { body })).body).toMatchObject({
      message: expect.stringMatching(/^"operation" must be one of: companies\.show, /),
    });
  });
});
