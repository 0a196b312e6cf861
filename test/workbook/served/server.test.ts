import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkbook, type RunningWorkbook, type WorkbookOptions } from '../../../workbook/served/server';
import { send } from '../../relay/send';
import { startUpstream } from '../../relay/upstream';
import { builtFolders } from '../built';
import { start, startApi, stops, useWorkbook, workbook } from '../started';

const WITH_KEY = { headers: { 'X-API-Key': 'trace_demo' } };

useWorkbook();

function settingsIn(html: string): unknown {
  const [, settings] = /<script type="application\/json" id="page-settings">([^<]*)<\/script>/.exec(html) ?? [];
  return JSON.parse(settings ?? 'null');
}

function withoutSettings(html: string): string {
  const own = html.replace(/\n *<meta name="trace-service"[^>]*>/, '').replace(/(<span id="answered-by">)[^<]*/, '$1');
  return own.replace(/\{[^{}<]*\}\s*(?=<\/script>)/, '').replace(/id="page-settings">\s*/, 'id="page-settings">');
}

describe('the page', () => {
  it('is told that the sandbox answers', async () => {
    const { status, body } = await send(workbook.origin, '/');
    expect(status).toBe(200);
    expect(settingsIn(body)).toMatchObject({ sandbox: true, live: false });
    expect(body).toContain('<span id="answered-by">The sandbox answers:');
  });

  it('is told that the Trace API answers', async () => {
    const origin = await start({ apiUrl: new URL('https://api.tracedata.ai') });
    const { status, body } = await send(origin, '/');
    expect(status).toBe(200);
    expect(settingsIn(body)).toMatchObject({ sandbox: false, answeredBy: 'https://api.tracedata.ai' });
  });

  it('is the same by its name', async () => {
    const [page, named] = [await send(workbook.origin, '/'), await send(workbook.origin, '/index.html')];
    expect(named.body).toBe(page.body);
  });

  it('is told nothing but the settings: the rest is as it was built', async () => {
    const { body } = await send(workbook.origin, '/');
    const built = await readFile(join(builtFolders().workbookDir, 'index.html'), 'utf8');
    expect(withoutSettings(body)).toBe(withoutSettings(built));
    expect(withoutSettings(built)).toContain('id="page-settings"></script>');
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/main.js', 'text/javascript; charset=utf-8'],
    ['/before-functions.js', 'text/javascript; charset=utf-8'],
    ['/functions.js', 'text/javascript; charset=utf-8'],
    ['/functions.json', 'application/json'],
    ['/main.css', 'text/css; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
  ])('%s comes as %s', async (path, type) => {
    const { status, headers } = await send(workbook.origin, path);
    expect({ status, contentType: headers['content-type'] }).toEqual({ status: 200, contentType: type });
  });

  it('finds every file that it names', async () => {
    const { body } = await send(workbook.origin, '/');
    const named = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name);
    const statuses = await Promise.all(named.map(async (name) => (await send(workbook.origin, `/${name}`)).status));
    expect(named).toContain('functions.js');
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it.each(['functions.js', 'functions.json'])('gets the %s that Excel gets', async (name) => {
    const { body } = await send(workbook.origin, `/${name}`);
    expect(body).toBe(await readFile(join(builtFolders().addinDir, name), 'utf8'));
  });
});

it.each<[string, Partial<WorkbookOptions>, string]>([
  ['the sandbox', {}, 'sandbox'],
  ['a service that was named', { apiUrl: new URL('https://api.tracedata.ai') }, 'https://api.tracedata.ai'],
])('the page is told that it asks %s, so that it sends no key of another one', async (_name, options, service) => {
  const { body } = await send(await start(options), '/');
  expect(/<meta name="trace-service" content="([^"]*)" \/>/.exec(body)?.[1]).toBe(service);
});

describe('help pages', () => {
  it('are made when one is first asked for, once', async () => {
    const help = await mkdtemp(join(tmpdir(), 'help-'));
    stops.push(() => rm(help, { recursive: true }));
    await writeFile(join(help, 'index.html'), 'the index');
    let made = 0;
    const makeHelp = async (): Promise<string> => {
      made += 1;
      return help;
    };
    const origin = await start({ makeHelp });
    await send(origin, '/');
    const before = made;
    const answers = [await send(origin, '/docs/'), await send(origin, '/docs/index.html')];
    expect({ before, made, bodies: answers.map(({ body }) => body) }).toEqual({
      before: 0,
      made: 1,
      bodies: ['the index', 'the index'],
    });
    expect(await send(origin, '/docs/later.html')).toMatchObject({ status: 404 });
  });

  it('that could not be made are tried again', async () => {
    const help = await mkdtemp(join(tmpdir(), 'help-'));
    stops.push(() => rm(help, { recursive: true }));
    await writeFile(join(help, 'index.html'), 'the index');
    let tries = 0;
    const makeHelp = async (): Promise<string> => {
      tries += 1;
      if (tries === 1) throw new Error('no room');
      return help;
    };
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const origin = await start({ makeHelp });
    expect(await send(origin, '/docs/')).toMatchObject({ status: 500 });
    expect(told.mock.calls.map(String)).toEqual(['Error: no room']);
    told.mockRestore();
    expect(await send(origin, '/docs/')).toMatchObject({ status: 200, body: 'the index' });
  });
});

describe('files beside the page', () => {
  let folder: string;
  let running: RunningWorkbook;
  let origin: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workbook-'));
    const [workbookDir, addinDir] = [join(folder, 'workbook'), join(folder, 'excel-addin')];
    await mkdir(workbookDir);
    await mkdir(addinDir);
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(workbookDir, 'index.html'), 'the page');
    await writeFile(join(addinDir, 'functions.js'), 'functions');
    await writeFile(join(addinDir, 'functions.json'), '{}');
    running = await startWorkbook({ port: 0, apiUrl: null, workbookDir, addinDir });
    ({ origin } = running);
  });

  afterAll(async () => {
    await running.stop();
    await rm(folder, { recursive: true });
  });

  it.each([
    '/secret.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/index.html/../../secret.txt',
    '/../excel-addin/secret.txt',
    '//secret.txt',
    '/secret.txt%00.js',
  ])('cannot be read by %s', async (path) => {
    const { status, body } = await send(origin, path);
    expect({ isRefused: status === 404 || status === 400, hasSecret: body.includes('secret') }).toEqual({
      isRefused: true,
      hasSecret: false,
    });
  });

  it('that come after the start are not there', async () => {
    await writeFile(join(folder, 'workbook', 'later.js'), 'later');
    expect(await send(origin, '/later.js')).toMatchObject({ status: 404 });
  });
});

describe('/v1', () => {
  it('is answered by the sandbox, for its key', async () => {
    const { status, headers, body } = await send(workbook.origin, '/v1/companies/stripe', WITH_KEY);
    expect({ status, isJson: headers['content-type']?.startsWith('application/json') }).toEqual({
      status: 200,
      isJson: true,
    });
    expect(JSON.parse(body)).toMatchObject({ name: 'Stripe' });
  });

  it('is refused by the sandbox for another key', async () => {
    const { status } = await send(workbook.origin, '/v1/companies/stripe', { headers: { 'X-API-Key': 'another' } });
    expect(status).toBe(401);
  });

  it('is answered by the Trace API that was named', async () => {
    const api = await startApi();
    const origin = await start({ apiUrl: api.url });
    const sent = { ...WITH_KEY, method: 'POST', body: '{"domains":["stripe.com"]}' };
    const answer = await send(origin, '/v1/companies/batch?page=2', sent);
    expect(answer).toMatchObject({ status: 200, body: '{"name":"Stripe"}' });
    expect(api.received).toMatchObject([
      {
        method: 'POST',
        path: '/v1/companies/batch?page=2',
        headers: { 'x-api-key': 'trace_demo' },
        body: '{"domains":["stripe.com"]}',
      },
    ]);
  });

  it('alone is passed on', async () => {
    const api = await startApi();
    const origin = await start({ apiUrl: api.url });
    const others = ['/', '/main.js', '/nothing', '/v1', '/v1/', '/v1/../x', '/v1/%2e%2e/x', '/v1//evil', '/v1/..%2fx'];
    for (const path of [...others, '/v2/x']) await send(origin, path, WITH_KEY);
    expect(api.received).toEqual([]);
  });
});

describe('starting and stopping', () => {
  it('rejects where the port is taken', async () => {
    const port = Number(new URL(workbook.origin).port);
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('rejects where nothing is built', async () => {
    await expect(start({ workbookDir: join(tmpdir(), 'nothing-is-built-here') })).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it('frees its port when it is stopped, whatever still waits', async () => {
    const silent = await startUpstream(() => undefined);
    stops.push(() => silent.stop());
    const first = await startWorkbook({ port: 0, apiUrl: silent.url, ...builtFolders() });
    const waiting = send(first.origin, '/v1/companies/stripe', WITH_KEY).then(
      () => 'answered',
      () => 'broken off',
    );
    while (silent.received.length === 0) await send(first.origin, '/nothing');
    await first.stop();
    const second = await start({ port: Number(new URL(first.origin).port) });
    expect({ waiting: await waiting, second }).toEqual({ waiting: 'broken off', second: first.origin });
  });
});
