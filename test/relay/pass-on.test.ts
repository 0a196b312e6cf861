import { type RequestListener } from 'node:http';
import { ask, relayTo, sayNothing, upstreamThat, useRelay } from './passed-on';

const MEBIBYTE = 1_048_576;
const JSON_TYPE = 'application/json';
const UNREACHABLE = { error: 'upstream_unreachable', message: 'The Trace API could not be reached.' };
const TOO_SLOW = { error: 'upstream_timeout', message: 'The Trace API did not answer in time.' };

useRelay();

function afterAMoment(act: () => void): void {
  setTimeout(act, 50);
}

describe('what goes up', () => {
  it.each([
    ['GET', '/v1/companies/b%C3%BCcher.example'],
    ['POST', '/v1/companies/b%C3%BCcher.example/flags'],
    ['PUT', '/v1/lists/l1/definition'],
    ['PATCH', '/v1/lists/l1'],
    ['DELETE', '/v1/lists/l1'],
  ])('%s, with its path and its query', async (method, path) => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    await ask(relay, `${path}?page=2&q=a%2Fb+c&q=../x`, { method });
    expect(upstream.received).toMatchObject([{ method, path: `${path}?page=2&q=a%2Fb+c&q=../x`, body: '' }]);
  });

  it('the body, letter by letter', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const body = '{"domains": ["bücher.example", "例え.example"]}\n';
    await ask(relay, '/v1/companies/batch', { method: 'POST', body });
    expect(upstream.received).toMatchObject([{ body }]);
  });

  it('the API key, and the types that are sent and asked for', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const headers = { 'X-API-Key': 'trace_demo', 'Content-Type': JSON_TYPE, Accept: 'text/csv' };
    await ask(relay, '/v1/companies/batch', { method: 'POST', headers, body: '{}' });
    expect(upstream.received).toMatchObject([
      { headers: { 'x-api-key': 'trace_demo', 'content-type': 'application/json', accept: 'text/csv' } },
    ]);
  });

  it('nothing of a page that was opened for another service: its key is not for this one', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const of = (service: string) => ask(relay, '/v1/companies/a', { headers: { 'X-Trace-Service': service } });
    const refused = await of('https://other.example');
    expect({ status: refused.status, body: JSON.parse(refused.body), received: upstream.received }).toEqual({
      status: 409,
      body: { error: 'service_changed', message: 'The server asks another service now. Reload the page.' },
      received: [],
    });
    await of(upstream.url.origin);
    expect(upstream.received).toHaveLength(1);
    expect(upstream.received[0]!.headers['x-trace-service']).toBeUndefined();
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
      'X-Custom': 'of-the-page',
    };
    await ask(relay, '/v1/technologies', { headers });
    const names = ['cookie', 'authorization', 'proxy-authorization', 'origin', 'x-forwarded-for', 'x-custom'];
    const [received] = upstream.received;
    expect(names.filter((name) => received?.headers[name] !== undefined)).toEqual([]);
    expect(Object.entries(received!.headers).filter(([, value]) => String(value).includes('of-the-page'))).toEqual([]);
  });

  it('the host of the Trace API in place of our own', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    await ask(relay, '/v1/technologies');
    expect(upstream.received[0]?.headers.host).toBe(upstream.url.host);
  });

  it('a body of exactly 1 MB', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const { status } = await ask(relay, '/v1/lists', { method: 'POST', body: 'x'.repeat(MEBIBYTE) });
    expect({ status, bodyLength: upstream.received[0]?.body.length }).toEqual({ status: 200, bodyLength: 1_048_576 });
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
    expect(await ask(relay, '/v1/technologies')).toMatchObject({ status, body });
  });

  it('an answer without a body', async () => {
    const upstream = await upstreamThat((_request, response) => response.writeHead(204).end());
    const relay = await relayTo(upstream.url);
    expect(await ask(relay, '/v1/lists/1', { method: 'DELETE' })).toMatchObject({ status: 204, body: '' });
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
    const answer = await ask(relay, '/v1/companies/refresh', { method: 'POST' });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json', 'retry-after': '60' });
    // The rest is from the server that passes on.
    expect(Object.keys(answer.headers).sort()).toEqual([
      'cache-control',
      'connection',
      'content-length',
      'content-security-policy',
      'content-type',
      'date',
      'referrer-policy',
      'retry-after',
      'x-content-type-options',
    ]);
  });

  it.each([301, 302, 303, 304, 307, 308])('a redirect with %i is not followed, but an error', async (status) => {
    const elsewhere = await upstreamThat(sayNothing);
    const location = { Location: `${elsewhere.url.origin}/v1/technologies` };
    const upstream = await upstreamThat((_request, response) => response.writeHead(status, location).end());
    const relay = await relayTo(upstream.url);
    const answer = await ask(relay, '/v1/technologies', { headers: { 'X-API-Key': 'trace_demo' } });
    expect({
      status: answer.status,
      location: answer.headers.location,
      body: JSON.parse(answer.body),
      elsewhere: elsewhere.received,
    }).toEqual({
      status: 502,
      location: undefined,
      body: { error: 'upstream_redirect', message: 'The Trace API answered with a redirect, which is not followed.' },
      elsewhere: [],
    });
  });
});

describe('when the Trace API fails', () => {
  it('and is not there, it is said to be unreachable', async () => {
    const upstream = await upstreamThat(sayNothing);
    await upstream.stop();
    const relay = await relayTo(upstream.url);
    const { status, headers, body } = await ask(relay, '/v1/technologies');
    expect({ status, type: headers['content-type'], body: JSON.parse(body) }).toEqual({
      status: 502,
      type: 'application/json',
      body: UNREACHABLE,
    });
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
    const { status, body } = await ask(relay, '/v1/technologies');
    expect({ status, body: JSON.parse(body) }).toEqual({ status: 502, body: UNREACHABLE });
  });

  it.each<[string, RequestListener]>([
    ['does not answer', () => undefined],
    ['stops within its answer', (_request, response) => void response.writeHead(200).write('{"name":')],
  ])('and %s in time, it is said to be too slow', async (_name, answer) => {
    const upstream = await upstreamThat(answer);
    const relay = await relayTo(upstream.url, 200);
    const { status, body } = await ask(relay, '/v1/technologies');
    expect({ status, body: JSON.parse(body) }).toEqual({ status: 504, body: TOO_SLOW });
  });
});

it('nothing is written to the console, whatever happens', async () => {
  const written = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((method) =>
    jest.spyOn(console, method).mockImplementation(() => undefined),
  );
  const upstream = await upstreamThat((request, response) => {
    if (request.url === '/v1/lists/hang-up') request.socket.destroy();
    else if (request.url === '/v1/lists/stop') response.writeHead(200).write('{');
    else if (request.url === '/v1/lists/break-off') {
      response.writeHead(200, { 'Content-Length': 100 }).write('{');
      afterAMoment(() => request.socket.destroy());
    } else response.writeHead(request.url === '/v1/lists/redirect' ? 302 : 500, { Location: '/' }).end();
  });
  const relay = await relayTo(upstream.url, 1_000);
  const statuses: number[] = [];
  for (const path of ['fail', 'redirect', 'hang-up', 'stop', 'break-off', '../../x']) {
    const sent = { method: 'PATCH', headers: { 'X-API-Key': 'trace_0wner5ecret' }, body: '{}' };
    statuses.push((await ask(relay, `/v1/lists/${path}`, sent)).status);
  }
  await upstream.stop();
  statuses.push((await ask(relay, '/v1/lists/gone')).status);
  expect(statuses).toEqual([500, 502, 502, 504, 502, 404, 502]);
  expect(written.flatMap(({ mock }) => mock.calls)).toEqual([]);
});

it('no answer of our own repeats the API key', async () => {
  const upstream = await upstreamThat((request) => request.socket.destroy());
  const relay = await relayTo(upstream.url);
  const headers = { 'X-API-Key': 'trace_0wner5ecret' };
  const answers = [
    await ask(relay, '/v1/technologies', { headers }),
    await ask(relay, '/v1/../trace_0wner5ecret', { headers }),
    await ask(relay, '/v1/technologies', { headers, method: 'OPTIONS' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([502, 404, 405]);
  expect(JSON.stringify(answers)).not.toContain('0wner5ecret');
});
