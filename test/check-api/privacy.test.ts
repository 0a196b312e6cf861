import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { check } from './check-sandbox';

const KEY = 'trace_secretsecret1234';
const ANSWERS: Readonly<Record<string, readonly [status: number, body: string]>> = {
  '/v1/companies/stripe.com': [200, JSON.stringify({ slug: KEY, [KEY]: 1, 'jane@a.example': 'Jane Doe' })],
  '/v1/companies/batch': [400, JSON.stringify({ error: KEY, message: `Jane Doe used ${KEY}` })],
  '/v1/technologies': [200, `<html>Jane Doe ${KEY}</html>`],
};

describe('whatever a service answers', () => {
  let server: Server;
  let moved = 0;
  const environment = () => ({
    TRACE_API_KEY: KEY,
    TRACE_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      if (path === '/v1/moved') moved += 1;
      const [status, body] = ANSWERS[path] ?? [302, ''];
      response.writeHead(status, { location: '/v1/moved', 'x-echo': KEY }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('neither the key nor a value is printed or written, and no redirect is followed', async () => {
    const args = ['--yes', '--json', 'report.json'];
    const { output, complaints, files, code } = await check(args, environment());
    const all = [output, ...complaints, ...files.values()].join('\n');
    expect(code).toBe(1);
    expect(all).toContain('companies.batch');
    expect(all).toContain('302');
    expect(all).not.toMatch(/secretsecret|Jane|a\.example/);
    expect(moved).toBe(0);
  });
});
