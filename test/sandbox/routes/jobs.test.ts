import { askSandbox, numberedDomains, type Ask } from '../ask-sandbox';

async function startJob(domains: readonly string[]): Promise<Ask> {
  const ask = askSandbox();
  await ask('POST', '/v1/companies/refresh', { body: { domains } });
  return ask;
}

const wait = (ask: Ask, advanceMs: number) => ask('POST', '/_sandbox/clock', { body: { advanceMs } });
const showJob = (ask: Ask) => ask('GET', '/v1/jobs/job_1');

describe('jobs.show', () => {
  it('is queued at first, and says when to ask again', async () => {
    expect(await showJob(await startJob(['stripe.com', 'figma.com']))).toEqual({
      status: 200,
      retryAfter: '3',
      body: {
        job_id: 'job_1',
        status: 'queued',
        domains: [
          { domain: 'stripe.com', status: 'queued', detail: null },
          { domain: 'figma.com', status: 'queued', detail: null },
        ],
      },
    });
  });

  it('rescans one domain after the other', async () => {
    const ask = await startJob(['stripe.com', 'figma.com', 'asana.com']);
    await wait(ask, 6_000);
    expect(await showJob(ask)).toMatchObject({
      retryAfter: '3',
      body: { status: 'running', domains: [{ status: 'completed' }, { status: 'running' }, { status: 'queued' }] },
    });
  });

  it('says no longer when to ask again once it is over', async () => {
    const ask = await startJob(['stripe.com', 'figma.com']);
    await wait(ask, 8_000);
    expect(await showJob(ask)).toMatchObject({
      retryAfter: null,
      body: { status: 'completed', domains: [{ status: 'completed' }, { status: 'completed' }] },
    });
  });

  it('is over after 15 seconds, however many domains it has', async () => {
    const ask = await startJob(numberedDomains(100));
    await wait(ask, 14_000);
    expect((await showJob(ask)).body).toHaveProperty('status', 'running');
    await wait(ask, 1_000);
    expect((await showJob(ask)).body).toHaveProperty('status', 'completed');
  });

  it('fails for a domain that is not tracked, and says so', async () => {
    const ask = await startJob(['nobody.example', 'stripe.com']);
    await wait(ask, 15_000);
    expect((await showJob(ask)).body).toEqual({
      job_id: 'job_1',
      status: 'completed',
      domains: [
        { domain: 'nobody.example', status: 'failed', detail: 'Trace tracks no company under this domain.' },
        { domain: 'stripe.com', status: 'completed', detail: null },
      ],
    });
  });

  it('fails as a whole where every domain fails', async () => {
    const ask = await startJob(['nobody.example']);
    await wait(ask, 15_000);
    expect(await showJob(ask)).toMatchObject({ retryAfter: null, body: { status: 'failed' } });
  });

  it('does not know an unknown job', async () => {
    expect(await askSandbox()('GET', '/v1/jobs/job_9')).toEqual({
      status: 404,
      retryAfter: null,
      body: { detail: { error: 'job_not_found', message: 'No job was found for that id.', job_id: 'job_9' } },
    });
  });

  it('costs nothing', async () => {
    const ask = await startJob(['stripe.com']);
    await showJob(ask);
    expect((await ask('GET', '/_sandbox/ledger')).body).toEqual({ balance: 100_000, chargedCompanies: 0 });
  });
});
