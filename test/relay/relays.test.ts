import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
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

/** A script whose name changes with what it holds: the largest, since one of less than a kilobyte is not worth packing. */
const [SPLIT = ''] = FILES.filter((file) => /^taskpane-\w+\.js$/.test(file)).sort((a, b) => sizeOf(b) - sizeOf(a));

function sizeOf(file: string): number {
  return statSync(join(addinDir, file)).size;
}

/** The relay's promises, for each way in which it is run. */
describe.each([
  ['Node', startNodeRelay],
  ['a Cloudflare Worker', startWorkerRelay],
])('run by %s', (_name, start) => {
  let api: Upstream;
  let relay: RunningRelay;

  beforeAll(async () => {
    api = await startUpstream((request, response) => {
      const isMoved = request.url === '/v1/lists/moved';
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

  it('every file is served as it was built, and no two have the same tag', async () => {
    const contents = new Set<string>();
    const tags = new Set<unknown>();
    const wrong: string[] = [];
    for (const name of FILES) {
      const { status, body, bytes, headers } = await relay.ask(`/${name}`);
      const built = readFileSync(join(addinDir, name));
      const isAsBuilt =
        name === 'taskpane.html'
          ? body.replace(/\n *<meta name="trace-service"[^>]*>/, '') === built.toString()
          : bytes.equals(built);
      if (status !== 200 || !isAsBuilt) wrong.push(`${name}: ${status}`);
      contents.add(body);
      tags.add(headers.etag);
    }
    expect({ wrong, manyFiles: FILES.length > 100, tags: tags.size }).toEqual({
      wrong: [],
      manyFiles: true,
      tags: contents.size,
    });
  });

  it('the panel learns which service its server forwards to, so that it sends no key of another one', async () => {
    const { body } = await relay.ask('/taskpane.html');
    expect(/<meta name="trace-service" content="([^"]*)" \/>/.exec(body)?.[1]).toBe(api.url.origin);
  });

  it.each([
    ['taskpane.html', 'text/html; charset=utf-8'],
    ['taskpane.js', 'text/javascript; charset=utf-8'],
    ['taskpane.css', 'text/css; charset=utf-8'],
    ['functions.json', 'application/json'],
    ['assets/icon-32.png', 'image/png'],
    ['manifest.xml', 'application/xml; charset=utf-8'],
  ])('%s is %s and nothing that a browser would guess', async (name, type) => {
    const { headers } = await relay.ask(`/${name}`);
    expect({ type: headers['content-type'], contentTypeOptions: headers['x-content-type-options'] }).toEqual({
      type,
      contentTypeOptions: 'nosniff',
    });
  });

  it('the panel may be shown by Excel, load office.js and ask its own server, and nothing else', async () => {
    const { headers } = await relay.ask('/taskpane.html');
    expect(String(headers['content-security-policy']).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' https://appsforoffice.microsoft.com https://officeapis.public.onecdn.static.microsoft https://ajax.aspnetcdn.com",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "connect-src 'self' https://appsforoffice.microsoft.com https://officeapis.public.onecdn.static.microsoft https://ajax.aspnetcdn.com https://*.pipe.aria.microsoft.com https://*.events.data.microsoft.com",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self' https://*.officeapps.live.com https://*.office.com https://*.office365.com https://*.cloud.microsoft https://microsoft365.com https://*.microsoft365.com https://*.sharepoint.com https://onedrive.live.com https://teams.microsoft.com https://*.teams.microsoft.com https://teams.live.com https://*.skype.com https://*.office365.us https://*.sharepoint.us https://*.sharepoint-mil.us https://*.teams.microsoft.us https://*.sharepoint.cn https://*.officewebapps.cn",
    ]);
  });

  it('nothing keeps Excel from showing the panel or its dialogs', async () => {
    const { headers } = await relay.ask('/taskpane.html');
    const harmful = ['x-frame-options', 'cross-origin-embedder-policy', 'cross-origin-opener-policy'];
    expect(harmful.filter((name) => name in headers)).toEqual([]);
  });

  it('functions may be read by Excel’s own pages, other files may not', async () => {
    const names = ['functions.js', 'functions.json', 'taskpane.js', 'taskpane.html'];
    // Excel on the web fetches `functions.json` from a page of its own: https://github.com/OfficeDev/office-js-docs-pr/issues/1920.
    const headers = { Origin: 'https://contoso-excel.officeapps.live.com', 'Sec-Fetch-Site': 'cross-site' };
    const answers = await Promise.all(names.map((name) => relay.ask(`/${name}`, { headers })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map((answer) => answer.headers['access-control-allow-origin'])).toEqual([
      '*',
      '*',
      undefined,
      undefined,
    ]);
  });

  it('icons have no caching headers, or Excel would show another; scripts named by their content are kept; everything else is revalidated', async () => {
    const names = ['assets/icon-32.png', 'taskpane.js', 'functions.json', 'taskpane.html', SPLIT];
    const answers = await Promise.all(names.map((file) => relay.ask(`/${file}`)));
    expect(answers.map(({ headers }) => headers['cache-control'])).toEqual([
      undefined,
      'no-cache',
      'no-cache',
      'no-cache',
      'public, max-age=31536000, immutable',
    ]);
  });

  it.each(['taskpane.html', 'functions.js', 'functions.json', 'assets/icon-32.png', 'docs/index.html'])(
    '%s is not sent again to a client that has it',
    async (file) => {
      const { headers: first } = await relay.ask(`/${file}`);
      const again = await relay.ask(`/${file}`, { headers: { 'If-None-Match': String(first.etag) } });
      expect({ status: again.status, body: again.body, etag: again.headers.etag, vary: again.headers.vary }).toEqual({
        status: 304,
        body: '',
        etag: first.etag,
        vary: 'Accept-Encoding',
      });
      const other = await relay.ask(`/${file}`, { headers: { 'If-None-Match': '"another"' } });
      expect(other.status).toBe(200);
    },
  );

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
      cache: 'no-store, no-transform',
      cookie: undefined,
    });
    expect({
      method: got?.method,
      path: got?.path,
      body: got?.body,
      key: got?.headers['x-api-key'],
      cookie: got?.headers.cookie,
      other: got?.headers['x-other'],
    }).toEqual({
      method: 'POST',
      path: '/v1/companies/batch?a=b',
      body: '{"domains":["stripe.com"]}',
      key: 'trace_demo',
      cookie: undefined,
      other: undefined,
    });
  });

  it('a redirect of the API is not followed', async () => {
    const { status, body } = await relay.ask('/v1/lists/moved', { headers: { 'X-API-Key': 'trace_demo' } });
    expect({ status, body: JSON.parse(body) }).toEqual({
      status: 502,
      body: expect.objectContaining({ error: 'upstream_redirect' }),
    });
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
    expect({ status, policy: headers['content-security-policy'] }).toEqual({
      status: 404,
      policy: "default-src 'none'; frame-ancestors 'none'",
    });
  });

  it.each(['POST', 'PUT', 'DELETE'])('files are not there for %s', async (method) => {
    expect((await relay.ask('/taskpane.html', { method })).status).toBe(404);
  });
});

describe('run by Node', () => {
  let relay: RunningRelay;
  beforeAll(async () => {
    relay = await startNodeRelay(new URL('http://127.0.0.1:1'));
  });
  afterAll(() => relay.stop());

  // Cloudflare packs what leaves a Worker.
  it('what is text is packed for those who can unpack it, with a tag that says so', async () => {
    const plain = await relay.ask('/functions.js');
    const packed = await relay.ask('/functions.js', { headers: { 'Accept-Encoding': 'gzip' } });
    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([undefined, 'gzip']);
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
    expect(packed.bytes.length * 2).toBeLessThan(plain.bytes.length);
    expect({ tag: packed.headers.etag, vary: packed.headers.vary }).toEqual({
      tag: `W/${plain.headers.etag}`,
      vary: 'Accept-Encoding',
    });
    const headers = { 'Accept-Encoding': 'gzip', 'If-None-Match': String(packed.headers.etag) };
    expect((await relay.ask('/functions.js', { headers })).status).toBe(304);
  });

  it.each([
    ['as browsers ask', 'gzip, deflate, br, zstd', 'gzip'],
    ['for those who unpack nothing', 'identity', undefined],
    ['for those who only unpack in other ways', 'zstd', undefined],
  ])('pages, scripts and styles come packed %s', async (_who, accepted, expected) => {
    const names = ['taskpane.html', 'taskpane.css', 'functions.json', 'docs/index.html', SPLIT];
    for (const name of names) {
      const { status, headers } = await relay.ask(`/${name}`, { headers: { 'Accept-Encoding': accepted } });
      expect({ name, status, encoding: headers['content-encoding'], vary: headers.vary }).toEqual({
        name,
        status: 200,
        encoding: expected,
        vary: 'Accept-Encoding',
      });
    }
  });

  it('a tag of one form is good for the other: nothing is sent again', async () => {
    const { headers: plain } = await relay.ask('/functions.json');
    const again = await relay.ask('/functions.json', {
      headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': String(plain.etag) },
    });
    const other = await relay.ask('/functions.json', {
      headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': 'W/"another"' },
    });
    expect({
      againStatus: again.status,
      againBody: again.body,
      otherStatus: other.status,
      otherEncoding: other.headers['content-encoding'],
    }).toEqual({ againStatus: 304, againBody: '', otherStatus: 200, otherEncoding: 'gzip' });
  });

  it.each(['assets/icon-32.png', 'healthz'])('%s is not packed', async (file) => {
    const { headers } = await relay.ask(`/${file}`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('says nothing of https to browsers on this machine, which has other servers', async () => {
    const { headers } = await relay.ask('/taskpane.html');
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});
