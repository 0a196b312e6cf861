import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { ask, begin, dial, MEBIBYTE, packed, statusOf, useUpstream } from './asking';
import { SERVERS } from './servers';

/** So that what is too long or too much comes soon. */
const STRICT = {
  maxAnswerBytes: 200_000,
  // Two bodies and a half.
  maxHeldBytes: 2_621_440,
  upstreamAtOnce: 2,
  maxWaiting: 1,
  waitMs: 60_000,
};
const BUSY = { error: 'busy', message: 'Too many requests are under way. Wait a moment, then retry.' };

const asking = useUpstream();

/** Endless, unless it is not read. */
const pourOut: RequestListener = (_request, response) => {
  const pour = (): void => {
    while (!response.destroyed && response.write('x'.repeat(65_536)));
  };
  response.on('drain', pour);
  pour();
};

describe.each(SERVERS)('%s, with strict limits', (name, start) => {
  const server = asking.useServer(start, STRICT);

  it.each<[string, RequestListener]>([
    ['without an end', pourOut],
    ['that says its length', (_request, response) => response.end('x'.repeat(200_001))],
    ['that is short as long as it is packed', packed('x'.repeat(200_001))],
  ])('takes an answer %s for an error, and does not read it to its end', async (_name, answer) => {
    asking.upstream.behave(answer);
    const { status, body } = await ask(server().origin);
    expect({ status, body: JSON.parse(body) }).toEqual({
      status: 502,
      body: { error: 'upstream_too_long', message: 'The answer of the Trace API is too long.' },
    });
  });

  it.each<[string, RequestListener]>([
    ['plain', (_request, response) => response.end('x'.repeat(200_000))],
    ['packed', packed('x'.repeat(200_000))],
  ])('passes an answer of exactly the limit on, %s', async (_name, answer) => {
    asking.upstream.behave(answer);
    const { status, body } = await ask(server().origin);
    expect({ status, isWhole: body === 'x'.repeat(200_000) }).toEqual({ status: 200, isWhole: true });
  });

  it.each([
    ['that says so', { 'Content-Length': MEBIBYTE + 1 }],
    ['that does not say so', { 'Transfer-Encoding': 'chunked' }],
  ])('does not pass a request of more than 1 MB on %s', async (_name, headers) => {
    const sent = { method: 'POST', headers, body: 'x'.repeat(MEBIBYTE + 1) };
    const { status } = await ask(server().origin, '/v1/companies/batch', sent);
    expect({ status, came: asking.upstream.came() }).toEqual({ status: 413, came: 0 });
  });

  it('asks so much at once, lets the next wait in turn, and tells the others to come again', async () => {
    const first = [begin(server().origin), begin(server().origin)];
    await asking.upstream.until(2);
    // One of them waits, and with it the room for those who wait is full.
    const more = [ask(server().origin), ask(server().origin)];
    const refused = await Promise.race(more);
    expect({
      status: refused.status,
      retryAfter: refused.headers['retry-after'],
      body: JSON.parse(refused.body),
      came: asking.upstream.came(),
    }).toEqual({ status: 503, retryAfter: '2', body: BUSY, came: 2 });
    const statuses = await asking.upstream.answerWhile(
      Promise.all([...first.map(statusOf), ...more.map(async (asked) => (await asked).status)]),
    );
    expect(statuses.sort()).toEqual([200, 200, 200, 503]);
  });

  it('holds no more bodies than that while it asks, and while they wait for their turn', async () => {
    const sent = { method: 'POST', body: 'x'.repeat(MEBIBYTE) };
    const held = [ask(server().origin, '/v1/lists', sent), ask(server().origin, '/v1/lists', sent)];
    await asking.upstream.until(2);
    const refused = await ask(server().origin, '/v1/lists', sent);
    expect({ status: refused.status, body: JSON.parse(refused.body), came: asking.upstream.came() }).toEqual({
      status: 503,
      body: BUSY,
      came: 2,
    });
    const statuses = await asking.upstream.answerWhile(Promise.all(held.map(async (asked) => (await asked).status)));
    expect(statuses).toEqual([200, 200]);
  });

  it('holds so much of what is being received, all requests together', async () => {
    const head =
      'POST /v1/lists HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: trace_demo\r\nContent-Length: 1048576\r\n\r\n';
    const begun = `${head}${'x'.repeat(1_000_000)}`;
    const third = { method: 'POST', body: 'x'.repeat(MEBIBYTE) };
    asking.upstream.behave((_request, response) => response.end('{}'));
    const halves: Socket[] = [];
    let refused = await ask(server().origin, '/v1/lists', third);
    // Until two have arrived there is room.
    while (refused.status === 200) {
      for (let half = 0; half < 2; half += 1) halves.push(dial(server().origin, begun));
      refused = await ask(server().origin, '/v1/lists', third);
    }
    expect({ status: refused.status, body: JSON.parse(refused.body) }).toEqual({ status: 503, body: BUSY });
    for (const half of halves) half.destroy();
    while ((await ask(server().origin, '/v1/lists', third)).status !== 200);
  });

  // Miniflare does not tell a Worker that a client has disconnected, whatever its flags: `worker.test.ts` does.
  if (name.includes('Worker')) return;

  it('ends the request to the Trace API when the client disconnects', async () => {
    const begun = begin(server().origin);
    await asking.upstream.until(1);
    begun.destroy();
    await asking.upstream.until(0);
    expect(asking.upstream.came()).toBe(1);
  });

  it('gives no turn to a client that has disconnected', async () => {
    const first = [begin(server().origin), begin(server().origin)];
    await asking.upstream.until(2);
    const waiting = [begin(server().origin), begin(server().origin)];
    await Promise.race(waiting.map(statusOf));
    for (const begun of waiting) begun.destroy();
    const statuses = await asking.upstream.answerWhile(Promise.all([...first, begin(server().origin)].map(statusOf)));
    expect(statuses.slice(0, 2)).toEqual([200, 200]);
    expect(await asking.upstream.answerWhile(statusOf(begin(server().origin)))).toBe(200);
  });
});
