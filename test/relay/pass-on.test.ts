import { createAdaptorServer } from '@hono/node-server';
import { createServer, type RequestListener, type Server } from 'node:http';
import { makePassOn } from '../../relay/pass-on';
import { send } from './send';
import { close, listen, startUpstream, type Upstream } from './upstream';

const MEBIBYTE = 1_048_576;
const JSON_TYPE = 'application/json';
const UNREACHABLE = { error: 'upstream_unreachable', message: 'The Trace API could not be reached.' };
const TOO_SLOW = { error: 'upstream_timeout', message: 'The Trace API did not answer in time.' };

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function upstreamThat(answer: RequestListener): Promise<Upstream> {
  const upstream = await startUpstream(answer);
  stops.push(() => upstream.stop());
  return upstream;
}

/** A server that passes on to this address and does nothing else; its own is the answer. */
async function relayTo(upstream: URL, timeoutMs = 10_000): Promise<URL> {
  const passOn = makePassOn({ upstream, timeoutMs });
  const server = createAdaptorServer({ fetch: passOn, createServer, overrideGlobalObjects: false }) as Server;
  stops.push(() => close(server));
  return listen(server);
}

const sayNothing: RequestListener = (_request, response) => response.end();

function afterAMoment(act: () => void): void {
  setTimeout(act, 50);
}

describe('what goes up', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('%s, with its path and its query', async (method) => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    await send(relay, '/v1/companies/b%C3%BCcher.example?page=2&q=a%2Fb+c&q=../x', { method });
    expect(upstream.received).toMatchObject([
      { method, path: '/v1/companies/b%C3%BCcher.example?page=2&q=a%2Fb+c&q=../x', body: '' },
    ]);
  });

  it('the body, letter by letter', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const body = '{"domains": ["bücher.example", "例え.example"]}\n';
    await send(relay, '/v1/companies/batch', { method: 'POST', body });
    expect(upstream.received).toMatchObject([{ body }]);
  });

  it('the API key, and the types that are sent and asked for', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const headers = { 'X-API-Key': 'trace_demo', 'Content-Type': JSON_TYPE, Accept: 'text/csv' };
    await send(relay, '/v1/companies/batch', { method: 'POST', headers, body: '{}' });
    expect(upstream.received).toMatchObject([
      { headers: { 'x-api-key': 'trace_demo', 'content-type': 'application/json', accept: 'text/csv' } },
    ]);
  });

  it('no other header of the page', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const headers = {
      'X-API-Key': 'trace_demo',
      Cookie: 'session=of-the-page',
      Authorization: 'Bearer of-the-page',
      'Proxy-Authorization': 'Basic of-the-page',
      Origin: 'http://of-the-page.example',
      Referer: 'http://of-the-page.example/',
      Host: 'of-the-page.example',
      'User-Agent': 'of-the-page',
      'Accept-Language': 'of-the-page',
      'X-Forwarded-For': 'of-the-page',
      'X-Forwarded-Host': 'of-the-page',
      Forwarded: 'for=of-the-page',
      'X-Sandbox-Fault': 'of-the-page',
      'X-Custom': 'of-the-page',
    };
    await send(relay, '/v1/credits', { headers });
    const names = ['cookie', 'authorization', 'proxy-authorization', 'origin', 'x-forwarded-for', 'x-custom'];
    const [received] = upstream.received;
    expect(names.filter((name) => received?.headers[name] !== undefined)).toEqual([]);
    expect(Object.entries(received!.headers).filter(([, value]) => String(value).includes('of-the-page'))).toEqual([]);
  });

  it('the host of the Trace API in place of our own', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    await send(relay, '/v1/credits');
    expect(upstream.received[0]?.headers.host).toBe(upstream.url.host);
  });

  it('a body of exactly 1 MB', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const { status } = await send(relay, '/v1/lists', { method: 'POST', body: 'x'.repeat(MEBIBYTE) });
    expect([status, upstream.received[0]?.body.length]).toEqual([200, 1_048_576]);
  });
});

describe('what is refused before it goes up', () => {
  const tooLarge = { error: 'too_large', message: 'A request may have at most 1 MB.' };

  it.each([
    ['that says so', { 'Content-Length': MEBIBYTE + 1 }],
    ['that does not say so', { 'Transfer-Encoding': 'chunked' }],
  ])('a body of more than 1 MB %s', async (_name, headers) => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const sent = { method: 'POST', headers, body: 'x'.repeat(MEBIBYTE + 1) };
    const { status, body } = await send(relay, '/v1/lists', sent);
    expect([status, JSON.parse(body), upstream.received]).toEqual([413, tooLarge, []]);
  });

  it('a body that breaks off', async () => {
    const upstream = await upstreamThat(sayNothing);
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"domains":'));
        controller.error(new Error('the page has gone'));
      },
    });
    const request = new Request('http://127.0.0.1/v1/lists', { method: 'POST', body, duplex: 'half' } as RequestInit);
    const answer = await makePassOn({ upstream: upstream.url })(request);
    expect([answer.status, await answer.json(), upstream.received]).toEqual([
      400,
      { error: 'broken_off', message: 'The request broke off.' },
      [],
    ]);
  });

  it.each([
    ['the folder above', '/v1/../x', 404],
    ['the folder above, encoded', '/v1/%2e%2e/x', 404],
    ['the folder above, encoded twice', '/v1/%252e%252e/x', 404],
    ['the folder above with a parameter', '/v1/..;/x', 404],
    ['the folder above behind an encoded slash', '/v1/..%2fx', 404],
    ['the folder above behind a backslash', '/v1/..\\x', 400],
    ['the folder above behind an encoded backslash', '/v1/..%5cx', 404],
    ['another host after /v1', '/v1//evil.example', 404],
    ['another host before /v1', '//evil.example/v1/x', 404],
    ['a backslash in place of a slash', '/v1\\x', 400],
    ['an encoded slash', '/v1/a%2Fb', 404],
    ['a zero byte', '/v1/x%00', 404],
    ['nothing below /v1', '/v1/', 404],
    ['another version', '/v2/credits', 404],
    ['the root', '/', 404],
  ])('a path with %s', async (_name, path, expected) => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const { status } = await send(relay, path, { headers: { 'X-API-Key': 'trace_demo' } });
    expect([status, upstream.received]).toEqual([expected, []]);
  });

  it('a path, with what is wrong as JSON', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const { headers, body } = await send(relay, '/v2/credits');
    expect([headers['content-type'], JSON.parse(body)]).toEqual([
      'application/json',
      { error: 'not_found', message: 'Only paths below /v1 are passed on.' },
    ]);
  });

  it.each(['OPTIONS', 'TRACE', 'HEAD', 'PROPFIND', 'QUERY'])('the method %s', async (method) => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const { status } = await send(relay, '/v1/credits', { method });
    expect([status, upstream.received]).toEqual([405, []]);
  });

  it('a method, with what is wrong as JSON', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const { body } = await send(relay, '/v1/credits', { method: 'OPTIONS' });
    expect(JSON.parse(body)).toEqual({
      error: 'method_not_allowed',
      message: 'Only GET, POST, PUT, PATCH, DELETE are passed on.',
    });
  });

  it('a request that names another server: ours is asked all the same', async () => {
    const other = await upstreamThat(sayNothing);
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    await send(relay, `${other.url.origin}/v1/credits`);
    expect([upstream.received.length, other.received]).toEqual([1, []]);
  });
});

describe('what comes back', () => {
  it.each([
    [200, '{"name":"Stripe"}'],
    [202, '{"job_id":"job_1"}'],
    [400, '{"error":"bad_request"}'],
    [402, '{"error":"out_of_credits","shortfall":12}'],
    [404, '<h1>Not here</h1>'],
    [429, ''],
    [500, 'Internal Server Error'],
    [503, '{"message":"例え"}'],
  ])('status %i and body %s as they are', async (status, body) => {
    const upstream = await upstreamThat((_request, response) => response.writeHead(status).end(body));
    const relay = await relayTo(upstream.url);
    expect(await send(relay, '/v1/credits')).toMatchObject({ status, body });
  });

  it('an answer without a body', async () => {
    const upstream = await upstreamThat((_request, response) => response.writeHead(204).end());
    const relay = await relayTo(upstream.url);
    expect(await send(relay, '/v1/lists/1', { method: 'DELETE' })).toMatchObject({ status: 204, body: '' });
  });

  it('its type and when to ask again, and no other header', async () => {
    const headers = {
      'Content-Type': 'application/problem+json',
      'Retry-After': '60',
      'Set-Cookie': 'session=1',
      Server: 'nginx',
      Location: 'http://elsewhere.example/v1/jobs/1',
      'Access-Control-Allow-Origin': '*',
      'X-Request-Id': '1',
    };
    const upstream = await upstreamThat((_request, response) => response.writeHead(202, headers).end('{}'));
    const relay = await relayTo(upstream.url);
    const answer = await send(relay, '/v1/jobs', { method: 'POST' });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json', 'retry-after': '60' });
    // The rest is from the server that passes on.
    const names = ['connection', 'content-length', 'content-type', 'date', 'retry-after'];
    expect(Object.keys(answer.headers).sort()).toEqual(names);
  });

  it.each([301, 302, 303, 304, 307, 308])('a redirect with %i is not followed, but an error', async (status) => {
    const elsewhere = await upstreamThat(sayNothing);
    const location = { Location: `${elsewhere.url.origin}/v1/credits` };
    const upstream = await upstreamThat((_request, response) => response.writeHead(status, location).end());
    const relay = await relayTo(upstream.url);
    const answer = await send(relay, '/v1/credits', { headers: { 'X-API-Key': 'trace_demo' } });
    expect([answer.status, answer.headers.location, JSON.parse(answer.body), elsewhere.received]).toEqual([
      502,
      undefined,
      { error: 'upstream_redirect', message: 'The Trace API answered with a redirect, which is not followed.' },
      [],
    ]);
  });
});

describe('when the Trace API fails', () => {
  it('and is not there, it is said to be unreachable', async () => {
    const upstream = await upstreamThat(sayNothing);
    await upstream.stop();
    const relay = await relayTo(upstream.url);
    const { status, headers, body } = await send(relay, '/v1/credits');
    expect([status, headers['content-type'], JSON.parse(body)]).toEqual([502, 'application/json', UNREACHABLE]);
  });

  it.each<[string, RequestListener]>([
    ['hangs up', (request) => request.socket.destroy()],
    ['does not speak HTTP', (request) => request.socket.end('220 mail.example ready\r\n')],
    [
      'breaks off within its answer',
      (request, response) => {
        response.writeHead(200, { 'Content-Length': 100 }).write('{"name":');
        afterAMoment(() => request.socket.destroy());
      },
    ],
  ])('and %s, it is said to be unreachable', async (_name, answer) => {
    const upstream = await upstreamThat(answer);
    const relay = await relayTo(upstream.url);
    const { status, body } = await send(relay, '/v1/credits');
    expect([status, JSON.parse(body)]).toEqual([502, UNREACHABLE]);
  });

  it.each<[string, RequestListener]>([
    ['does not answer', () => undefined],
    ['stops within its answer', (_request, response) => void response.writeHead(200).write('{"name":')],
  ])('and %s in time, it is said to be too slow', async (_name, answer) => {
    const upstream = await upstreamThat(answer);
    const relay = await relayTo(upstream.url, 200);
    const { status, body } = await send(relay, '/v1/credits');
    expect([status, JSON.parse(body)]).toEqual([504, TOO_SLOW]);
  });
});

it('nothing is written to the console, whatever happens', async () => {
  const written = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((method) =>
    jest.spyOn(console, method).mockImplementation(() => undefined),
  );
  const upstream = await upstreamThat((request, response) => {
    if (request.url === '/v1/hang-up') request.socket.destroy();
    else if (request.url === '/v1/stop') response.writeHead(200).write('{');
    else if (request.url === '/v1/break-off') {
      response.writeHead(200, { 'Content-Length': 100 }).write('{');
      afterAMoment(() => request.socket.destroy());
    } else response.writeHead(request.url === '/v1/redirect' ? 302 : 500, { Location: '/' }).end();
  });
  const relay = await relayTo(upstream.url, 200);
  const statuses: number[] = [];
  for (const path of ['/v1/fail', '/v1/redirect', '/v1/hang-up', '/v1/stop', '/v1/break-off', '/v1/../x']) {
    const sent = { method: 'POST', headers: { 'X-API-Key': 'trace_0wner5ecret' }, body: '{}' };
    statuses.push((await send(relay, path, sent)).status);
  }
  await upstream.stop();
  statuses.push((await send(relay, '/v1/gone')).status);
  expect(statuses).toEqual([500, 502, 502, 504, 502, 404, 502]);
  expect(written.flatMap(({ mock }) => mock.calls)).toEqual([]);
});

it('no answer of our own repeats the API key', async () => {
  const upstream = await upstreamThat((request) => request.socket.destroy());
  const relay = await relayTo(upstream.url);
  const headers = { 'X-API-Key': 'trace_0wner5ecret' };
  const answers = [
    await send(relay, '/v1/credits', { headers }),
    await send(relay, '/v1/../trace_0wner5ecret', { headers }),
    await send(relay, '/v1/credits', { headers, method: 'OPTIONS' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([502, 404, 405]);
  expect(JSON.stringify(answers)).not.toContain('0wner5ecret');
});
