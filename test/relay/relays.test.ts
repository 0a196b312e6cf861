import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtFolders } from '../workbook/built';
import { startNodeRelay, startWorkerRelay, type RunningRelay } from './running-relay';
import { startUpstream, type Upstream } from './upstream';

const { addinDir } = builtFolders();
const FILES = readdirSync(addinDir, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(addinDir.length + 1)
      .replaceAll('\\', '/'),
  );

/** The relay's promises, for each way in which it is run. */
describe.each([
  ['Node', startNodeRelay],
  ['a Cloudflare Worker', startWorkerRelay],
])('run by %s', (_name, start) => {
  let api: Upstream;
  let relay: RunningRelay;

  beforeAll(async () => {
    api = await startUpstream((request, response) => {
      const isMoved = request.url === '/v1/moved';
      response.writeHead(isMoved ? 302 : 200, {
        'Content-Type': 'application/json',
        'Set-Cookie': 'a=1',
        ...(isMoved ? { Location: 'https://elsewhere.example/' } : {}),
      });
      response.end('{"name":"Stripe"}');
    });
    relay = await start(api.url);
  });

  afterAll(() => Promise.all([relay?.stop(), api.stop()]));

  it.each(FILES)('%s is served as it was built', async (name) => {
    const { status, body } = await relay.ask(`/${name}`);
    expect([status, body === readFileSync(join(addinDir, name)).toString()]).toEqual([200, true]);
  });

  it.each([
    ['taskpane.html', 'text/html; charset=utf-8'],
    ['taskpane.js', 'text/javascript; charset=utf-8'],
    ['taskpane.css', 'text/css; charset=utf-8'],
    ['functions.json', 'application/json; charset=utf-8'],
    ['assets/icon-32.png', 'image/png'],
    ['manifest.xml', 'application/xml; charset=utf-8'],
  ])('%s is %s and nothing that a browser would guess', async (name, type) => {
    const { headers } = await relay.ask(`/${name}`);
    expect([headers['content-type'], headers['x-content-type-options']]).toEqual([type, 'nosniff']);
  });

  it('the panel may be shown by Excel, load office.js and ask its own server, and nothing else', async () => {
    const { headers } = await relay.ask('/taskpane.html');
    expect(String(headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "connect-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com https://*.pipe.aria.microsoft.com https://*.events.data.microsoft.com",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self' https://*.officeapps.live.com https://*.office.com https://*.cloud.microsoft https://*.sharepoint.com https://onedrive.live.com",
    ]);
  });

  it('nothing keeps Excel from showing the panel or its dialogs', async () => {
    const { headers } = await relay.ask('/taskpane.html');
    const harmful = ['x-frame-options', 'cross-origin-embedder-policy', 'cross-origin-opener-policy'];
    expect(harmful.filter((name) => name in headers)).toEqual([]);
  });

  it('functions may be read by Excel’s own pages, other files may not', async () => {
    const names = ['functions.js', 'functions.json', 'taskpane.js', 'taskpane.html'];
    const answers = await Promise.all(names.map((name) => relay.ask(`/${name}`)));
    expect(answers.map(({ headers }) => headers['access-control-allow-origin'])).toEqual([
      '*',
      '*',
      undefined,
      undefined,
    ]);
  });

  it('icons say nothing of caching, or Excel would show another; all else is asked for anew', async () => {
    const names = ['assets/icon-32.png', 'taskpane.js', 'functions.json'];
    const answers = await Promise.all(names.map((name) => relay.ask(`/${name}`)));
    expect(answers.map(({ headers }) => headers['cache-control'])).toEqual([undefined, 'no-cache', 'no-cache']);
  });

  it('requests to the API are passed on with the key, and answers are not kept', async () => {
    const { status, headers, body } = await relay.ask('/v1/companies/batch?a=b', {
      method: 'POST',
      headers: { 'X-API-Key': 'trace_demo', 'Content-Type': 'application/json', Cookie: 'b=2', 'X-Other': 'x' },
      body: '{"domains":["stripe.com"]}',
    });
    const got = api.received.at(-1);
    expect({ status, body, cache: headers['cache-control'], cookie: headers['set-cookie'] }).toEqual({
      status: 200,
      body: '{"name":"Stripe"}',
      cache: 'no-store',
      cookie: undefined,
    });
    expect([
      got?.method,
      got?.path,
      got?.body,
      got?.headers['x-api-key'],
      got?.headers.cookie,
      got?.headers['x-other'],
    ]).toEqual(['POST', '/v1/companies/batch?a=b', '{"domains":["stripe.com"]}', 'trace_demo', undefined, undefined]);
  });

  it('a redirect of the API is not followed', async () => {
    const { status, body } = await relay.ask('/v1/moved', { headers: { 'X-API-Key': 'trace_demo' } });
    expect([status, JSON.parse(body)]).toEqual([502, expect.objectContaining({ error: 'upstream_redirect' })]);
  });

  it.each([
    '/',
    '/taskpane',
    '/taskpane.html/',
    '/nothing.js',
    '/assets',
    '/assets/',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '//package.json',
    '/v1',
    '/v2/companies',
  ])('at %s there is nothing', async (path) => {
    const { status, headers } = await relay.ask(path);
    expect([status, headers['content-security-policy']]).toEqual([404, "default-src 'none'; frame-ancestors 'none'"]);
  });

  it.each(['POST', 'PUT', 'DELETE'])('files are not there for %s', async (method) => {
    expect((await relay.ask('/taskpane.html', { method })).status).toBe(404);
  });
});
