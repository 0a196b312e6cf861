import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { ask, begin, COMPANY, dial, MEBIBYTE, packed, statusOf, useUpstream } from './asking';
import { send, type Sent } from './send';
import { SERVERS } from './servers';

const asking = useUpstream();

/** 200 MB of zeros, packed once for all servers. */
let zeros: Buffer;
beforeAll(async () => {
  zeros = await packedZeros(200 * MEBIBYTE);
});

describe.each(SERVERS)('%s, with its own limits', (name, start) => {
  const server = asking.useServer(start);

  const isMemoryKnown = process.platform === 'linux' || !name.includes('Worker');
  (isMemoryKnown ? it : it.skip)('holds 200 MB in a packed form in no memory', async () => {
    asking.upstream.behave(packed('{}'));
    await ask(server().origin);
    const before = await server().mostMemory();
    asking.upstream.behave(packed(zeros));
    const statuses = await Promise.all([1, 2, 3].map(async () => (await ask(server().origin)).status));
    const grown = (await server().mostMemory()) - before;
    expect({ statuses, hasGrownLittle: grown < 150 * MEBIBYTE }).toEqual({
      statuses: [502, 502, 502],
      hasGrownLittle: true,
    });
  });

  it('never waits for a Trace API that stops within its answer', async () => {
    const answers = Array.from({ length: 20 }, () => ask(server().origin));
    await asking.upstream.until(20);
    for (const response of asking.upstream.open) {
      response.writeHead(200, { 'Content-Length': 100 }).write('{"name":');
      setImmediate(() => response.destroy());
    }
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([502]));
    expect((await asking.upstream.answerWhile(ask(server().origin))).status).toBe(200);
  });

  it('says that it is well', async () => {
    const { status, body, headers } = await send(server().origin, '/healthz');
    expect({ status, body, caching: headers['cache-control'], passedOn: asking.upstream.came() }).toEqual({
      status: 200,
      body: 'ok',
      caching: 'no-store',
      passedOn: 0,
    });
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
    expect({ status, came: asking.upstream.came() }).toEqual({ status: 403, came: 0 });
  });

  it('passes on what its own page sends', async () => {
    const headers = { Origin: server().origin, 'Sec-Fetch-Site': 'same-origin' };
    expect((await asking.upstream.answerWhile(ask(server().origin, COMPANY, { headers }))).status).toBe(200);
  });

  it('passes nothing on without a key', async () => {
    const { status, body } = await send(server().origin, COMPANY);
    expect({ status, body: JSON.parse(body), came: asking.upstream.came() }).toEqual({
      status: 401,
      body: { error: 'key_missing', message: 'The header X-API-Key is missing.' },
      came: 0,
    });
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
    expect({ status, body: JSON.parse(body), came: asking.upstream.came() }).toEqual({
      status: 404,
      body: { error: 'path_refused', message: 'Only requests of Trace are passed on.' },
      came: 0,
    });
  });

  it('lets nothing run in what the Trace API answers, and packs none of it', async () => {
    asking.upstream.behave((_request, response) =>
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

  it('slows down a client that tries one key after another, and no client whose key works', async () => {
    asking.upstream.behave((asked, response) => {
      response.writeHead(asked.headers['x-api-key'] === 'trace_demo' ? 200 : 401).end('{}');
    });
    expect((await ask(server().origin)).status).toBe(200);
    const guesses: number[] = [];
    for (let guess = 1; guess <= 12; guess += 1) {
      guesses.push((await ask(server().origin, COMPANY, { headers: { 'X-API-Key': `trace_guess${guess}` } })).status);
    }
    expect(guesses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect({ status: (await ask(server().origin)).status, came: asking.upstream.came() }).toEqual({
      status: 200,
      came: 12,
    });
    const slowed = await ask(server().origin, COMPANY, { headers: { 'X-API-Key': 'trace_guess13' } });
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
  });

  if (name.includes('Worker')) return;

  it('finishes what is under way when it is stopped, and takes nothing new', async () => {
    const { origin, terminate, ended } = await start(asking.upstream.url);
    const begun = begin(origin);
    await asking.upstream.until(1);
    terminate();
    while (await isTaken(origin));
    expect({ status: await asking.upstream.answerWhile(statusOf(begun)), exitCode: await ended }).toEqual({
      status: 200,
      exitCode: 0,
    });
  });

  it('does not wait when it is stopped twice', async () => {
    const { origin, terminate, ended } = await start(asking.upstream.url);
    begin(origin);
    await asking.upstream.until(1);
    terminate();
    while (await isTaken(origin));
    terminate();
    expect(await ended).toBe(0);
  });

  it('cuts off what has not finished in time when it is stopped', async () => {
    const { origin, terminate, ended } = await start(asking.upstream.url, { finishMs: 300, upstreamMs: 8_000 });
    const half = closed(dial(origin, 'GET / HTTP/1.1\r\nHost: 127').resume());
    const answered = jest.fn();
    const begun = begin(origin).on('response', answered);
    const cut = closed(begun);
    await asking.upstream.until(1);
    terminate();
    await Promise.all([half, cut]);
    expect({ answered: answered.mock.calls.length, exitCode: await ended }).toEqual({ answered: 0, exitCode: 0 });
  });
});

function closed(connection: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => connection.once('close', resolve));
}

function isTaken(origin: string): Promise<boolean> {
  return send(origin, '/healthz').then(
    () => true,
    () => false,
  );
}

async function packedZeros(bytes: number): Promise<Buffer> {
  const packing = createGzip({ level: 1 });
  const chunks: Buffer[] = [];
  packing.on('data', (chunk: Buffer) => chunks.push(chunk));
  const mebibyte = Buffer.alloc(MEBIBYTE);
  for (let at = 0; at < bytes; at += MEBIBYTE) {
    if (!packing.write(mebibyte)) await once(packing, 'drain');
  }
  packing.end();
  await once(packing, 'end');
  return Buffer.concat(chunks);
}
