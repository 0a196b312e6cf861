import { networkInterfaces } from 'node:os';
import { send } from '../../relay/send';
import { start, startApi, useWorkbook, workbook } from '../started';

const WITH_KEY = { headers: { 'X-API-Key': 'trace_demo' } };

useWorkbook();

it("the workbook is reached at none of this machine's addresses in a network", async () => {
  const { hostname, port } = new URL(workbook.origin);
  const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  const others = addresses.filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1');
  const asked = others.map(({ address }) => send(`http://${address}:${port}`, '/').catch(() => 'nobody answers'));
  expect(hostname).toBe('127.0.0.1');
  expect(await Promise.all(asked)).toEqual(others.map(() => 'nobody answers'));
});

describe('other origins', () => {
  it.each(['/', '/index.html', '/main.js', '/functions.js', '/v1/companies/stripe', '/nothing'])(
    'may not read %s',
    async (path) => {
      const sent = { headers: { 'X-API-Key': 'trace_demo', Origin: 'https://elsewhere.example' } };
      const { headers } = await send(workbook.origin, path, sent);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it('are not told that they may send a key', async () => {
    const headers = {
      Origin: 'https://elsewhere.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'x-api-key',
    };
    const asked = await send(workbook.origin, '/v1/companies/stripe', { method: 'OPTIONS', headers });
    expect(Object.keys(asked.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('the Host of a request', () => {
  it.each([
    'elsewhere.example',
    'elsewhere.example:3000',
    '127.0.0.1.elsewhere.example',
    'localhost.elsewhere.example',
    'elsewhere.example.localhost',
    '192.168.1.2:3000',
  ])('%s is a name that has been made to point here, and gets nothing', async (host) => {
    const headers = { 'X-API-Key': 'trace_demo', Host: host };
    const page = await send(workbook.origin, '/', { headers });
    const api = await send(workbook.origin, '/v1/companies/stripe', { headers });
    const sentence = 'Open the workbook by the address that npm start has printed.';
    expect({ pageStatus: page.status, pageBody: page.body, apiStatus: api.status, apiBody: api.body }).toEqual({
      pageStatus: 403,
      pageBody: sentence,
      apiStatus: 403,
      apiBody: sentence,
    });
  });

  it.each(['127.0.0.1', '127.0.0.1:3000', 'localhost', 'localhost:8080', 'LOCALHOST:8080'])(
    '%s is this machine',
    async (host) => {
      expect(await send(workbook.origin, '/', { headers: { Host: host } })).toMatchObject({ status: 200 });
    },
  );

  it('keeps another name from the Trace API', async () => {
    const api = await startApi();
    const origin = await start({ apiUrl: api.url });
    await send(origin, '/v1/companies/stripe', { headers: { 'X-API-Key': 'trace_demo', Host: 'elsewhere.example' } });
    expect(api.received).toEqual([]);
  });
});

describe('paths', () => {
  it.each([
    '/nothing',
    '/functions',
    '/functions.js.map',
    '/workbook/main.js',
    '/excel-addin/functions.js',
    '/main.js/',
  ])('%s is not there', async (path) => {
    expect(await send(workbook.origin, path)).toMatchObject({ status: 404, body: 'There is nothing here.' });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s on the page is not there', async (method) => {
    expect(await send(workbook.origin, '/', { method })).toMatchObject({ status: 404 });
  });
});

describe('files', () => {
  it.each(['/', '/main.js', '/functions.js', '/functions.json'])(
    '%s is not packed on this machine, and not sent again to a page that has it',
    async (path) => {
      const asked = { headers: { 'Accept-Encoding': 'gzip, deflate, br' } };
      const { status, headers } = await send(workbook.origin, path, asked);
      const again = await send(workbook.origin, path, {
        headers: { ...asked.headers, 'If-None-Match': String(headers['etag']) },
      });
      const other = await send(workbook.origin, path, { headers: { 'If-None-Match': '"another"' } });
      expect({
        status,
        encoding: headers['content-encoding'],
        againStatus: again.status,
        againLength: again.body.length,
        otherStatus: other.status,
      }).toEqual({ status: 200, encoding: undefined, againStatus: 304, againLength: 0, otherStatus: 200 });
    },
  );
});

describe('security headers', () => {
  it.each([
    ['/', 'no-cache'],
    ['/main.js', 'no-cache'],
    ['/functions.js', 'no-cache'],
    ['/functions.json', 'no-cache'],
    ['/v1/companies/stripe', 'no-store, no-transform'],
    ['/nothing', 'no-store'],
  ])('are on %s, which is kept as %s says', async (path, caching) => {
    const { headers } = await send(workbook.origin, path, WITH_KEY);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': caching,
    });
  });

  it('of the API’s answers let nothing run, load or be embedded', async () => {
    const api = await startApi();
    const origin = await start({ apiUrl: api.url });
    const answers = [
      await send(workbook.origin, '/v1/companies/stripe', WITH_KEY),
      await send(origin, '/v1/companies/stripe', WITH_KEY),
    ];
    expect(answers.map(({ headers }) => headers['content-security-policy'])).toEqual([
      "default-src 'none'; frame-ancestors 'none'",
      "default-src 'none'; frame-ancestors 'none'",
    ]);
  });

  it('are on what the Trace API answers', async () => {
    const api = await startApi();
    const origin = await start({ apiUrl: api.url });
    const { headers } = await send(origin, '/v1/companies/stripe', WITH_KEY);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['no script but our own runs', "script-src 'self'"],
    ['the page sends to nobody else', "connect-src 'self'"],
    ['a form sends to nobody', "form-action 'none'"],
    ['no base address changes the others', "base-uri 'none'"],
    ['no other page shows ours within itself', "frame-ancestors 'none'"],
  ])('say that %s', async (_name, directive) => {
    const { headers } = await send(workbook.origin, '/');
    expect(String(headers['content-security-policy']).split('; ')).toContain(directive);
  });
});

describe("the sandbox's controls", () => {
  it.each([
    ['GET', '/_sandbox/log'],
    ['POST', '/_sandbox/reset'],
    ['GET', '/v1/../_sandbox/log'],
    ['GET', '/v1/%2e%2e/_sandbox/log'],
  ])('cannot be reached unless asked for: %s %s', async (method, path) => {
    expect(await send(workbook.origin, path, { method })).toMatchObject({ status: 404 });
  });

  it('can be reached where asked for', async () => {
    const origin = await start({ sandboxControl: true });
    expect(await send(origin, '/_sandbox/log')).toMatchObject({ status: 200, body: '[]' });
  });

  it('are not there where the Trace API answers, and it is not asked for them', async () => {
    const api = await startApi();
    const origin = await start({ apiUrl: api.url, sandboxControl: true });
    const { status } = await send(origin, '/_sandbox/log');
    expect({ status, received: api.received }).toEqual({ status: 404, received: [] });
  });
});
