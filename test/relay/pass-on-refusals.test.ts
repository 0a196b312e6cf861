import { ask, passOnTo, relayTo, sayNothing, upstreamThat, useRelay } from './passed-on';

const MEBIBYTE = 1_048_576;

useRelay();

describe('what is refused before it goes up', () => {
  const tooLarge = { error: 'too_large', message: 'A request may have at most 1 MB.' };

  it.each([
    ['that says so', { 'Content-Length': MEBIBYTE + 1 }],
    ['that does not say so', { 'Transfer-Encoding': 'chunked' }],
  ])('a body of more than 1 MB %s', async (_name, headers) => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const sent = { method: 'POST', headers, body: 'x'.repeat(MEBIBYTE + 1) };
    const { status, body } = await ask(relay, '/v1/lists', sent);
    expect({ status, body: JSON.parse(body), received: upstream.received }).toEqual({
      status: 413,
      body: tooLarge,
      received: [],
    });
  });

  it('a body that breaks off', async () => {
    const upstream = await upstreamThat(sayNothing);
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"domains":'));
        controller.error(new Error('the page has gone'));
      },
    });
    const request = new Request('http://127.0.0.1/v1/lists', {
      method: 'POST',
      headers: { 'X-API-Key': 'trace_demo' },
      body,
      duplex: 'half',
    } as RequestInit);
    const answer = await passOnTo(upstream.url)(request, 'here');
    expect({ status: answer.status, body: await answer.json(), received: upstream.received }).toEqual({
      status: 400,
      body: { error: 'broken_off', message: 'The request broke off.' },
      received: [],
    });
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
    const { status } = await ask(relay, path, { headers: { 'X-API-Key': 'trace_demo' } });
    expect({ status, received: upstream.received }).toEqual({ status: expected, received: [] });
  });

  it('a path, with what is wrong as JSON', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const { headers, body } = await ask(relay, '/v2/credits');
    expect({ contentType: headers['content-type'], body: JSON.parse(body) }).toEqual({
      contentType: 'application/json',
      body: { error: 'path_refused', message: 'Only requests of Trace are passed on.' },
    });
  });

  it.each(['OPTIONS', 'TRACE', 'HEAD', 'PROPFIND', 'QUERY'])('the method %s', async (method) => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const { status } = await ask(relay, '/v1/technologies', { method });
    expect({ status, received: upstream.received }).toEqual({ status: 405, received: [] });
  });

  it('a method, with what is wrong as JSON', async () => {
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    const { body } = await ask(relay, '/v1/technologies', { method: 'OPTIONS' });
    expect(JSON.parse(body)).toEqual({
      error: 'method_not_allowed',
      message: 'Only GET, POST, PUT, PATCH, DELETE are passed on.',
    });
  });

  it('a request that names another server still goes to ours', async () => {
    const other = await upstreamThat(sayNothing);
    const upstream = await upstreamThat(sayNothing);
    const relay = await relayTo(upstream.url);
    await ask(relay, `${other.url.origin}/v1/technologies`);
    expect({ ours: upstream.received.length, other: other.received }).toEqual({ ours: 1, other: [] });
  });
});
