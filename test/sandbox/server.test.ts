import { startSandbox } from '../../sandbox/index';
import { send } from '../relay/send';

describe('a running sandbox', () => {
  it('listens on this machine only', async () => {
    const { origin, stop } = await startSandbox({ port: 0 });
    await stop();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['of a page of another server', { Origin: 'https://elsewhere.example' }],
    ['of another server on this machine', { Origin: 'http://127.0.0.1:1' }],
    ['under a name that only points to this machine', { Host: 'elsewhere.example' }],
    ['that a browser says comes from elsewhere', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('refuses a request %s', async (_name, headers) => {
    const { origin, stop } = await startSandbox({ port: 0 });
    const paths = ['/v1/companies/stripe', '/_sandbox/log'];
    const answers = await Promise.all(
      paths.map((path) => send(origin, path, { headers: { 'X-API-Key': 'trace_demo', ...headers } })),
    );
    await stop();
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [403, 'Pages of other servers may not ask the sandbox.'],
      [403, 'Pages of other servers may not ask the sandbox.'],
    ]);
  });

  it('answers programs, and by each name of this machine', async () => {
    const { origin, stop } = await startSandbox({ port: 0 });
    const port = new URL(origin).port;
    const named = [{}, { Host: `localhost:${port}` }, { Host: '127.0.0.1', Origin: 'http://127.0.0.1' }];
    const answers = await Promise.all(
      named.map((headers) =>
        send(origin, '/v1/companies/stripe', { headers: { 'X-API-Key': 'trace_demo', ...headers } }),
      ),
    );
    await stop();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('frees its port when it is stopped, whatever still waits', async () => {
    const first = await startSandbox({ port: 0 });
    await fetch(`${first.origin}/_sandbox/faults`, { method: 'POST', body: JSON.stringify({ fault: 'slow' }) });
    const headers = { 'X-API-Key': 'trace_demo' };
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
