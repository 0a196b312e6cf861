import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { dirname, join } from 'node:path';
import { send } from '../relay/send';
import { serverScripts } from '../relay/server-scripts';
import { close, listen, startUpstream, type Upstream } from '../relay/upstream';
import { builtFolders } from './built';

const PROJECT = join(__dirname, '../..');
const FROM_SANDBOX = 'Answers come from the embedded sandbox.\n';

/** Without one, nothing is passed on. */
const KEY = { 'X-API-Key': 'trace_demo' };

const children: ChildProcess[] = [];
const upstreams: Upstream[] = [];
afterEach(() => Promise.all(upstreams.splice(0).map((upstream) => upstream.stop())));
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

async function apiThat(answer: RequestListener): Promise<Upstream> {
  const upstream = await startUpstream(answer);
  upstreams.push(upstream);
  return upstream;
}

interface Started {
  readonly child: ChildProcess;
  readonly written: { out: string; error: string };
  /** The exit code and the signal. */
  readonly ended: Promise<unknown[]>;
  /** Its address, once it has said it. Rejects where it ends before. */
  readonly ready: () => Promise<string>;
}

/** What `npm start` runs. */
const FROM_SOURCES = ['--import', 'tsx', 'workbook/main.ts'];
/** The same as one script, given a build. Where nothing is built, a newcomer starts it (`test/browser/workbook/first-walk.test.ts`). */
let asScript: readonly string[];
beforeAll(async () => {
  asScript = [(await serverScripts()).workbook];
});

/** `npm start`, with what it has written and how it ended. What is built already is served. */
function start(env: NodeJS.ProcessEnv, script = asScript): Started {
  const child = spawn(process.execPath, script, {
    cwd: PROJECT,
    // Jest's own loader options are not for the child.
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      TRACE_API_URL: '',
      TRACE_DIST: dirname(builtFolders().workbookDir),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const written = { out: '', error: '' };
  child.stdout.on('data', (text: Buffer) => (written.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (written.error += text.toString()));
  const ended = once(child, 'close');
  const ready = async (): Promise<string> => {
    for (;;) {
      const origin = / ready at (\S+)\/\n/.exec(written.out)?.[1];
      if (origin !== undefined) return origin;
      if (child.exitCode !== null) throw new Error(`it did not start: ${written.error}`);
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
  };
  return { child, written, ended, ready };
}

describe('npm start', () => {
  it('says in one line where the workbook is, and serves it there', async () => {
    const { written, ready } = start({ PORT: '0' }, FROM_SOURCES);
    const origin = await ready();
    const { status, body } = await send(origin, '/');
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect({ status, isWorkbook: body.includes('<title>Trace workbook</title>') }).toEqual({
      status: 200,
      isWorkbook: true,
    });
    expect(written).toEqual({ out: `${FROM_SANDBOX}Trace workbook ready at ${origin}/\n`, error: '' });
  });

  describe('at a port that it is given', () => {
    let port: string;
    let started: Started;
    beforeAll(async () => {
      const free = createServer();
      ({ port } = await listen(free));
      await close(free);
      started = start({ PORT: port });
    });
    const origin = (): string => `http://127.0.0.1:${port}`;

    it('serves there', async () => {
      expect(await started.ready()).toBe(origin());
    });

    it('lets the sandbox answer for trace_demo', async () => {
      expect(await send(origin(), '/v1/companies/stripe', { headers: KEY })).toMatchObject({ status: 200 });
    });

    it("keeps the sandbox's controls to itself", async () => {
      expect(await send(origin(), '/_sandbox/log')).toMatchObject({ status: 404 });
    });

    it('ends cleanly on SIGINT', async () => {
      started.child.kill('SIGINT');
      expect(await started.ended).toEqual([0, null]);
    });
  });

  it('ends cleanly on SIGTERM although a request still waits', async () => {
    const silent = await apiThat(() => undefined);
    const { child, ended, ready } = start({ PORT: '0', TRACE_API_URL: silent.url.origin });
    const origin = await ready();
    const waiting = send(origin, '/v1/companies/stripe', { headers: KEY }).catch(() => 'broken off');
    while (silent.received.length === 0) await Promise.race([send(origin, '/nothing'), waiting]);
    child.kill('SIGTERM');
    expect(await Promise.all([ended, waiting])).toEqual([[0, null], 'broken off']);
  });
});

describe('npm start with TRACE_API_URL', () => {
  it('says who answers, and passes on to it', async () => {
    const api = await apiThat((_request, response) => response.end('{"name":"Stripe"}'));
    const { written, ready } = start({ PORT: '0', TRACE_API_URL: api.url.origin });
    const origin = await ready();
    const { body } = await send(origin, '/v1/companies/stripe', { headers: KEY });
    expect({ body, received: api.received.length }).toEqual({ body: '{"name":"Stripe"}', received: 1 });
    expect(written.out).toBe(`Answers come from ${api.url.origin}.\nTrace workbook ready at ${origin}/\n`);
  });

  it('writes nothing about requests, and the API key nowhere', async () => {
    const api = await apiThat((request, response) => {
      if (request.url === '/v1/companies/hang-up') request.socket.destroy();
      else response.writeHead(500).end('{"error":"server_error"}');
    });
    const { child, ended, written, ready } = start({ PORT: '0', TRACE_API_URL: api.url.origin });
    const origin = await ready();
    const headers = { 'X-API-Key': 'trace_0wner5ecret' };
    const statuses = [
      (await send(origin, '/v1/companies/stripe', { headers })).status,
      (await send(origin, '/v1/companies/hang-up', { headers })).status,
      (await send(origin, '/v1/../trace_0wner5ecret', { headers })).status,
    ];
    await api.stop();
    statuses.push((await send(origin, '/v1/companies/stripe', { headers })).status);
    child.kill('SIGTERM');
    await ended;
    expect(statuses).toEqual([500, 502, 404, 502]);
    expect(written).toEqual({
      out: `Answers come from ${api.url.origin}.\nTrace workbook ready at ${origin}/\n`,
      error: '',
    });
  });
});

describe('npm start that cannot', () => {
  it('says in one sentence that its port is taken', async () => {
    const taken = createServer();
    const port = Number((await listen(taken)).port);
    const { written, ended } = start({ PORT: String(port) });
    const [code] = await ended;
    await close(taken);
    const sentence = `Port ${port} is in use. Choose another one: PORT=${port + 1} npm start\n`;
    expect({ code, written }).toEqual({ code: 1, written: { out: '', error: sentence } });
  });

  it.each(['abc', '-1', '65536', ' '])('says in one sentence that PORT=%j is no port', async (PORT) => {
    const { written, ended } = start({ PORT });
    const [code] = await ended;
    const sentence = 'PORT has to be a number from 0 to 65535.\n';
    expect({ code, written }).toEqual({ code: 1, written: { out: '', error: sentence } });
  });

  it.each([
    ['nonsense', 'TRACE_API_URL must be an address such as https://api.tracedata.ai.\n'],
    ['http://api.tracedata.ai', 'TRACE_API_URL must begin with https:// to protect your API key.\n'],
  ])('says in one sentence what is wrong with TRACE_API_URL=%s', async (TRACE_API_URL, sentence) => {
    const { written, ended } = start({ PORT: '0', TRACE_API_URL });
    const [code] = await ended;
    expect({ code, written }).toEqual({ code: 1, written: { out: '', error: sentence } });
  });
});
