import { startSandbox } from '../../sandbox/index';

describe('a running sandbox', () => {
  it('listens on this machine only', async () => {
    const { origin, stop } = await startSandbox({ port: 0 });
    await stop();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('gives its port free when it is stopped, whoever is still waiting', async () => {
    const first = await startSandbox({ port: 0 });
    const headers = { 'X-API-Key': 'trace_demo', 'X-Sandbox-Fault': 'slow' };
    const waiting = fetch(`${first.origin}/v1/companies/stripe`, { headers }).then(
      () => 'answered',
      () => 'broken off',
    );
    await fetch(`${first.origin}/_sandbox/log`);
    await first.stop();
    const second = await startSandbox({ port: Number(new URL(first.origin).port) });
    await second.stop();
    expect({ waiting: await waiting, origin: second.origin }).toEqual({ waiting: 'broken off', origin: first.origin });
  });

  it('rejects where the port is taken', async () => {
    const { origin, stop } = await startSandbox({ port: 0 });
    const another = await startSandbox({ port: Number(new URL(origin).port) }).catch((error: unknown) => error);
    await stop();
    expect(another).toMatchObject({ code: 'EADDRINUSE' });
  });
});
