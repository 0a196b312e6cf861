import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFolders } from '../workbook/built';
import { makeCertifiedHome, type CertifiedHome } from './dev-certificates';
import { send } from './send';
import { serverScripts } from './server-scripts';
import { startUpstream } from './upstream';

const DIST = join(builtFolders().addinDir, '..');
const stops: (() => void)[] = [];
let certified: CertifiedHome;
let addin: string;

beforeAll(async () => {
  [certified, { addin }] = await Promise.all([makeCertifiedHome(), serverScripts()]);
});

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

afterAll(() => certified.remove());

/** What `npm run addin` runs. The other tests run the same as one script. */
const FROM_SOURCES = { script: 'relay/node.ts', execArgv: ['--import', 'tsx'] };

/** `npm run addin`, with what it has written. */
function run(
  environment: Readonly<Record<string, string>>,
  { script, execArgv } = { script: addin, execArgv: [] as string[] },
) {
  const { home } = certified;
  const child = fork(script, {
    execArgv,
    env: { PATH: process.env['PATH'], HOME: home, USERPROFILE: home, TRACE_DIST: DIST, PORT: '0', ...environment },
    silent: true,
  });
  stops.push(() => child.kill('SIGKILL'));
  const written = { out: '', error: '' };
  child.stdout?.on('data', (text: Buffer) => (written.out += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (written.error += text.toString()));
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => written.out.includes(' ready ') && resolve());
  });
  return { child, written, ready, ended: once(child, 'close') as Promise<[number]> };
}

/** The code with which it ended, and the sentence. */
async function refusal(environment: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const { written, ended } = run(environment);
  const [code] = await ended;
  return [code, written.error, written.out];
}

it('says where requests go and where the add-in is, and ends cleanly', async () => {
  const { child, written, ready, ended } = run({ TRACE_API_URL: 'http://127.0.0.1:4010' }, FROM_SOURCES);
  await ready;
  child.kill('SIGTERM');
  const [code] = await ended;
  expect({ code, out: written.out.replace(/localhost:\d+/g, 'localhost:0'), error: written.error }).toEqual({
    code: 0,
    out: 'Requests to https://localhost:0/v1 go to http://127.0.0.1:4010.\nTrace add-in ready at https://localhost:0/\n',
    error: '',
  });
});

it('for other machines it needs no certificate, and says what must be in front of it', async () => {
  const { written, ready } = run({ TRACE_ADDIN_URL: 'https://addin.example.com', HOME: tmpdir() });
  await ready;
  const [, port] =
    /at http:\/\/127\.0\.0\.1:(\d+)\/\. Put a server with a certificate in front/.exec(written.out) ?? [];
  expect({ isAddinReady: written.out.endsWith('Trace add-in ready at https://addin.example.com/\n'), port }).toEqual({
    isAddinReady: true,
    port: expect.any(String) as unknown,
  });
  const { status, headers } = await send(`http://127.0.0.1:${port}`, '/taskpane.html');
  expect({ status, transportSecurity: headers['strict-transport-security'] }).toEqual({
    status: 200,
    transportSecurity: 'max-age=31536000',
  });
  // A server in front keeps the name, and so is asked from this machine at most.
  const asked = await Promise.all(
    ['addin.example.com', 'elsewhere.example'].map((Host) =>
      send(`http://127.0.0.1:${port}`, '/v1/technologies', { headers: { Host } }),
    ),
  );
  expect(asked.map((answer) => [answer.status, (JSON.parse(answer.body) as { message: string }).message])).toEqual([
    [401, 'The header X-API-Key is missing.'],
    [
      403,
      'Only pages of https://addin.example.com may ask. A server in front of this one has to keep the header Host.',
    ],
  ]);
});

it('behind a server in front, wrong keys hold up those of their sender alone', async () => {
  const upstream = await startUpstream((_request, response) => response.writeHead(401).end('{}'));
  stops.push(() => void upstream.stop());
  const { written, ready } = run({ TRACE_ADDIN_URL: 'https://addin.example.com', TRACE_API_URL: upstream.url.origin });
  await ready;
  const [origin = ''] = /http:\/\/127\.0\.0\.1:\d+(?=\/\. Put)/.exec(written.out) ?? [];
  const tryKey = async (key: string, from: string): Promise<number> => {
    const headers = { Host: 'addin.example.com', 'X-API-Key': key, ...(from ? { 'X-Forwarded-For': from } : {}) };
    return (await send(origin, '/v1/technologies', { headers })).status;
  };
  const guesses: number[] = [];
  for (let guess = 1; guess <= 11; guess += 1)
    guesses.push(await tryKey(`guess ${guess}`, `10.9.9.${guess}, 192.0.2.1`));
  expect(guesses).toEqual([...Array<number>(10).fill(401), 429]);
  expect(await tryKey('mine', '192.0.2.2')).toBe(401);
  // The client is unknown: no one is held up for another one.
  for (let guess = 1; guess <= 11; guess += 1) expect(await tryKey(`guess ${guess}`, '')).toBe(401);
});

it('without a certificate it says how to get one, and does not start', async () => {
  expect(await refusal({ HOME: join(tmpdir(), 'nobody'), USERPROFILE: join(tmpdir(), 'nobody') })).toEqual([
    1,
    'This machine has no https certificate yet. Run npx office-addin-dev-certs install, then start again.\n',
    '',
  ]);
});

it('a port that is taken is one sentence', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  expect(await refusal({ PORT: String(port) })).toEqual([
    1,
    `Port ${port} is in use. Choose another one: PORT=${port + 1} npm run addin\n`,
    '',
  ]);
});

it.each([
  [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535.'],
  [
    { HOST: '192.0.2.1' },
    'HOST 192.0.2.1 is not an address of this machine. Remove HOST, or set it to 0.0.0.0 for all addresses.',
  ],
  [{ TRACE_API_URL: 'http://api.tracedata.ai' }, 'TRACE_API_URL must begin with https:// to protect your API key.'],
])('%j is one sentence', async (environment, sentence) => {
  expect(await refusal(environment)).toEqual([1, `${sentence}\n`, '']);
});
