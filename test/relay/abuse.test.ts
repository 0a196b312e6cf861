import { request, type ClientRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import { startHolding, type HoldingUpstream } from './open-requests';
import { send, type Answered, type Sent } from './send';
import { SERVERS, type Server, type StartServer } from './servers';

const MEBIBYTE = 1_048_576;
const COMPANY = '/v1/companies/stripe.com';
/** So that what is too long, too slow or too much comes soon. */
const STRICT = {
  maxAnswerBytes: 200_000,
  // Two bodies and a half.
  maxHeldBytes: 2_621_440,
  upstreamAtOnce: 2,
  maxWaiting: 1,
  waitMs: 60_000,
  slowMs: 300,
};
const BUSY = { error: 'busy', message: 'Too many requests are under way. Try again in a moment.' };

let upstream: HoldingUpstream;
beforeAll(async () => {
  upstream = await startHolding();
});
afterEach(async () => {
  for (const response of upstream.open) response.destroy();
  await upstream.until(0);
  upstream.behave(null);
});
afterAll(() => upstream.stop());

function ask(origin: string, path = COMPANY, { headers, ...sent }: Sent = {}): Promise<Answered> {
  return send(origin, path, { ...sent, headers: { 'X-API-Key': 'trace_demo', ...headers } });
}

/** A request that has been sent as a whole, and whose answer nobody waits for yet. */
function begin(origin: string): ClientRequest {
  const { hostname, port } = new URL(origin);
  const headers = { 'X-API-Key': 'trace_demo' };
  const begun = request({ hostname, port, path: COMPANY, headers, agent: false });
  begun.on('error', () => undefined);
  return begun.end();
}

async function statusOf(begun: ClientRequest): Promise<number | undefined> {
  const [answer] = (await once(begun, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

/** Speaks to a server by the letter. */
function dial(origin: string, sent: string): Socket {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(sent);
  return socket;
}

/** Endless, unless nobody reads it. */
const pourOut: RequestListener = (_request, response) => {
  const pour = (): void => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
  };
  response.on('drain', pour);
  pour();
};

const packed =
  (text: string | Buffer): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(typeof text === 'string' ? gzipSync(text) : text);

/** A server for all tests of a block. */
function useServer(start: StartServer, limits: typeof STRICT | object = {}): () => Server {
  let server: Server;
  beforeAll(async () => {
    server = await start(upstream.url, limits);
  });
  afterAll(() => server.kill());
  return () => server;
}

describe.each(SERVERS)('%s, with strict limits', (name, start) => {
  const server = useServer(start, STRICT);

  it.each<[string, RequestListener]>([
    ['without an end', pourOut],
    ['that says its length', (_request, response) => response.end('x'.repeat(200_001))],
    ['that is short as long as it is packed', packed('x'.repeat(200_001))],
  ])('takes an answer %s for an error, and does not read it to its end', async (_name, answer) => {
    upstream.behave(answer);
    const { status, body } = await ask(server().origin);
    expect([status, JSON.parse(body)]).toEqual([
      502,
      { error: 'upstream_too_long', message: 'The answer of the Trace API is too long.' },
    ]);
  });

  it.each<[string, RequestListener]>([
    ['plain', (_request, response) => response.end('x'.repeat(200_000))],
    ['packed', packed('x'.repeat(200_000))],
  ])('passes an answer of exactly the limit on, %s', async (_name, answer) => {
    upstream.behave(answer);
    const { status, body } = await ask(server().origin);
    expect([status, body === 'x'.repeat(200_000)]).toEqual([200, true]);
  });

  it.each([
    ['that says so', { 'Content-Length': MEBIBYTE + 1 }],
    ['that does not say so', { 'Transfer-Encoding': 'chunked' }],
  ])('does not pass a request of more than 1 MB on %s', async (_name, headers) => {
    const sent = { method: 'POST', headers, body: 'x'.repeat(MEBIBYTE + 1) };
    const { status } = await ask(server().origin, '/v1/companies/batch', sent);
    expect([status, upstream.came()]).toEqual([413, 0]);
  });

  it('asks so much at once, lets the next wait in turn, and tells the others to come again', async () => {
    const first = [begin(server().origin), begin(server().origin)];
    await upstream.until(2);
    // One of them waits, and with it the room for those who wait is full.
    const more = [ask(server().origin), ask(server().origin)];
    const refused = await Promise.race(more);
    expect([refused.status, refused.headers['retry-after'], JSON.parse(refused.body), upstream.came()]).toEqual([
      503,
      '2',
      BUSY,
      2,
    ]);
    const statuses = await upstream.answerWhile(
      Promise.all([...first.map(statusOf), ...more.map(async (asked) => (await asked).status)]),
    );
    expect(statuses.sort()).toEqual([200, 200, 200, 503]);
  });

  it('does not wait for a body that does not arrive', async () => {
    const socket = dial(
      server().origin,
      'POST /v1/companies/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: trace_demo\r\nContent-Length: 50\r\n\r\n{',
    );
    const [head] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect([head.toString().slice(0, 12), upstream.came()]).toEqual(['HTTP/1.1 408', 0]);
  });

  it('holds no more bodies than that while it asks, and while they wait for their turn', async () => {
    const sent = { method: 'POST', body: 'x'.repeat(MEBIBYTE) };
    const held = [ask(server().origin, '/v1/lists', sent), ask(server().origin, '/v1/lists', sent)];
    await upstream.until(2);
    const refused = await ask(server().origin, '/v1/lists', sent);
    expect([refused.status, JSON.parse(refused.body), upstream.came()]).toEqual([503, BUSY, 2]);
    const statuses = await upstream.answerWhile(Promise.all(held.map(async (asked) => (await asked).status)));
    expect(statuses).toEqual([200, 200]);
  });

  it('holds so much of what is being received, all requests together', async () => {
    const begun =
      'POST /v1/lists HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: trace_demo\r\nContent-Length: 1000000\r\n\r\n{';
    const third = { method: 'POST', body: 'x'.repeat(MEBIBYTE) };
    upstream.behave((_request, response) => response.end('{}'));
    const halves: Socket[] = [];
    let refused = await ask(server().origin, '/v1/lists', third);
    // Until two have arrived there is room, and those that have been given up hold none.
    while (refused.status === 200) {
      for (let half = 0; half < 2; half += 1) halves.push(dial(server().origin, begun));
      refused = await ask(server().origin, '/v1/lists', third);
    }
    expect([refused.status, JSON.parse(refused.body)]).toEqual([503, BUSY]);
    for (const half of halves) half.destroy();
    while ((await ask(server().origin, '/v1/lists', third)).status !== 200);
  });

  // Miniflare does not tell a Worker that somebody has gone, whatever its flags.
  if (name.includes('Worker')) return;

  it('ends the request to the Trace API when somebody goes', async () => {
    const begun = begin(server().origin);
    await upstream.until(1);
    begun.destroy();
    await upstream.until(0);
    expect(upstream.came()).toBe(1);
  });

  it('gives nobody’s turn to somebody who has gone', async () => {
    const first = [begin(server().origin), begin(server().origin)];
    await upstream.until(2);
    const waiting = [begin(server().origin), begin(server().origin)];
    await Promise.race(waiting.map(statusOf));
    for (const begun of waiting) begun.destroy();
    const statuses = await upstream.answerWhile(Promise.all([...first, begin(server().origin)].map(statusOf)));
    expect(statuses.slice(0, 2)).toEqual([200, 200]);
    expect(await upstream.answerWhile(statusOf(begin(server().origin)))).toBe(200);
  });

  it('does not wait for headers that do not arrive', async () => {
    const socket = dial(server().origin, 'GET / HTTP/1.1\r\nHost: 127');
    await once(socket.resume(), 'close');
  });
});

describe.each(SERVERS)('%s, with its own limits', (name, start) => {
  const server = useServer(start);

  it('holds 200 MB in a packed form in no memory', async () => {
    upstream.behave(packed(await packedZeros(200 * MEBIBYTE)));
    await ask(server().origin);
    const before = (await server().memory()) ?? 0;
    const statuses = await Promise.all([1, 2, 3].map(async () => (await ask(server().origin)).status));
    const grown = ((await server().memory()) ?? 0) - before;
    expect([statuses, grown < 150 * MEBIBYTE]).toEqual([[502, 502, 502], true]);
  });

  it('lets nobody wait for a Trace API that dies within its answer', async () => {
    const answers = Array.from({ length: 20 }, () => ask(server().origin));
    await upstream.until(20);
    for (const response of upstream.open) {
      response.writeHead(200, { 'Content-Length': 100 }).write('{"name":');
      setImmediate(() => response.destroy());
    }
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([502]));
    expect((await upstream.answerWhile(ask(server().origin))).status).toBe(200);
  });

  it('says that it is well', async () => {
    const { status, body, headers } = await send(server().origin, '/healthz');
    expect([status, body, headers['cache-control'], upstream.came()]).toEqual([200, 'ok', 'no-store', 0]);
  });

  it.each<[string, Sent['headers']]>([
    ['another page', { Origin: 'https://elsewhere.example' }],
    ['a page that hides its origin', { Origin: 'null' }],
    ['another server on the same machine', { Origin: 'http://127.0.0.1:1' }],
    ['a page of another site, as its browser says', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page of the same site, as its browser says', { 'Sec-Fetch-Site': 'same-site' }],
    ['somebody who typed the address', { 'Sec-Fetch-Site': 'none' }],
  ])('passes nothing on for %s', async (_name, headers = {}) => {
    const { status } = await ask(server().origin, COMPANY, { headers });
    expect([status, upstream.came()]).toEqual([403, 0]);
  });

  it('passes on what its own page sends', async () => {
    const headers = { Origin: server().origin, 'Sec-Fetch-Site': 'same-origin' };
    expect((await upstream.answerWhile(ask(server().origin, COMPANY, { headers }))).status).toBe(200);
  });

  it('passes nothing on without a key', async () => {
    const { status, body } = await send(server().origin, COMPANY);
    expect([status, JSON.parse(body), upstream.came()]).toEqual([
      401,
      { error: 'key_missing', message: 'The header X-API-Key is missing.' },
      0,
    ]);
  });

  it.each([
    ['GET', '/v1/accounts/me'],
    ['GET', '/v1/companies/stripe.com/export'],
    ['POST', '/v1/companies'],
    ['PUT', '/v1/companies/stripe.com'],
    ['DELETE', '/v1/companies/stripe.com'],
    ['POST', '/v1/lists/l1/unknown'],
    ['POST', '/v1/webhooks'],
  ])('does not pass %s %s on, which the client never asks for', async (method, path) => {
    const { status, body } = await ask(server().origin, path, { method });
    expect([status, JSON.parse(body), upstream.came()]).toEqual([
      404,
      { error: 'path_refused', message: 'Only requests of Trace are passed on.' },
      0,
    ]);
  });

  it('lets nothing run in what the Trace API answers, and packs none of it', async () => {
    upstream.behave((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify('x'.repeat(5_000))),
    );
    const { headers } = await ask(server().origin, COMPANY, { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store, no-transform',
    });
    // Miniflare packs whatever leaves it; Cloudflare heeds `no-transform`.
    if (!name.includes('Worker')) expect(headers['content-encoding']).toBeUndefined();
  });

  it('slows down who tries one key after another, and nobody whose key works', async () => {
    upstream.behave((asked, response) => {
      response.writeHead(asked.headers['x-api-key'] === 'trace_demo' ? 200 : 401).end('{}');
    });
    expect((await ask(server().origin)).status).toBe(200);
    const guesses: number[] = [];
    for (let guess = 1; guess <= 12; guess += 1) {
      guesses.push((await ask(server().origin, COMPANY, { headers: { 'X-API-Key': `trace_guess${guess}` } })).status);
    }
    expect(guesses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect([(await ask(server().origin)).status, upstream.came()]).toEqual([200, 12]);
    const slowed = await ask(server().origin, COMPANY, { headers: { 'X-API-Key': 'trace_guess13' } });
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
  });

  if (name.includes('Worker')) return;

  it('finishes what is under way when it is stopped, and takes nothing new', async () => {
    const { origin, terminate, ended } = await start(upstream.url);
    const begun = begin(origin);
    await upstream.until(1);
    terminate();
    while (await isTaken(origin));
    expect([await upstream.answerWhile(statusOf(begun)), await ended]).toEqual([200, 0]);
  });

  it('does not wait when it is stopped twice', async () => {
    const { origin, terminate, ended } = await start(upstream.url);
    begin(origin);
    await upstream.until(1);
    terminate();
    while (await isTaken(origin));
    terminate();
    expect(await ended).toBe(0);
  });
});

function isTaken(origin: string): Promise<boolean> {
  return send(origin, '/healthz').then(
    () => true,
    () => false,
  );
}

async function packedZeros(bytes: number): Promise<Buffer> {
  const packing = createGzip();
  const chunks: Buffer[] = [];
  packing.on('data', (chunk: Buffer) => chunks.push(chunk));
  const zeros = Buffer.alloc(MEBIBYTE);
  for (let at = 0; at < bytes; at += MEBIBYTE) {
    if (!packing.write(zeros)) await once(packing, 'drain');
  }
  packing.end();
  await once(packing, 'end');
  return Buffer.concat(chunks);
}
