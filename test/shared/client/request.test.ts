import { keyClassOf, maskApiKey, readApiKey, toPath, toWireRequest } from '../../../shared/client/request';

describe('a request on the wire', () => {
  it('has the origin, the key and a JSON body', () => {
    const request = { operation: 'x', method: 'POST', path: '/companies/batch', body: { domains: ['a.com'] } } as const;
    expect(toWireRequest(request, 'https://api.tracedata.ai', 'trace_abc')).toEqual({
      url: 'https://api.tracedata.ai/v1/companies/batch',
      method: 'POST',
      headers: { Accept: 'application/json', 'X-API-Key': 'trace_abc', 'Content-Type': 'application/json' },
      body: '{"domains":["a.com"]}',
    });
  });

  it('has no body where there is none', () => {
    const request = { operation: 'x', method: 'GET', path: '/companies/a.com' } as const;
    expect(toWireRequest(request, 'https://api.tracedata.ai', 'trace_abc')).toEqual({
      url: 'https://api.tracedata.ai/v1/companies/a.com',
      method: 'GET',
      headers: { Accept: 'application/json', 'X-API-Key': 'trace_abc' },
      body: null,
    });
  });
});

it('a request for text says which', () => {
  const request = { operation: 'x', method: 'GET', path: '/lists/1/export', reads: 'text' } as const;
  expect(toWireRequest(request, 'https://api.tracedata.ai', 'trace_abc').headers['Accept']).toBe(
    'text/csv, text/plain',
  );
});

describe('a path', () => {
  it('encodes its parameters and its query', () => {
    expect(
      toPath('/companies/{identifier}/partnerships', { identifier: 'a/b?c' }, { q: 'R & D', page: 2, sort: null }),
    ).toBe('/companies/a%2Fb%3Fc/partnerships?q=R%20%26%20D&page=2');
  });
});

it('a path takes half a character for an unknown one', () => {
  expect(toPath('/x/{id}', { id: 'a\ud83d' }, { q: '\ude00\ud83d\ude00' })).toBe(
    '/x/a%EF%BF%BD?q=%EF%BF%BD%F0%9F%98%80',
  );
});

describe('API keys', () => {
  it.each([
    ['trace_abc123', 'trace_abc123'],
    ['  trace_abc123\n', 'trace_abc123'],
    ['"trace_abc123"', 'trace_abc123'],
    ['trace_\nabc 123', 'trace_abc123'],
    ['\u201ctrace_org_abc\u201d', 'trace_org_abc'],
  ])('%j is read as %s', (pasted, apiKey) => {
    expect(readApiKey(pasted)).toBe(apiKey);
  });

  it.each([[''], ['sk_live_1'], ['trace_'], [42], [null], ['trace_ключ'], [`trace_${'x'.repeat(500)}`]])(
    '%j is no key',
    (pasted) => {
      expect(() => readApiKey(pasted)).toThrow(
        'This is not a Trace API key, which begins with trace_. Copy yours at app.tracedata.ai, under Settings > API Key.',
      );
    },
  );

  it.each([
    ['trace_abc', 'user'],
    ['trace_org_abc', 'organization'],
  ])('%s is of class %s', (apiKey, keyClass) => {
    expect(keyClassOf(apiKey)).toBe(keyClass);
  });

  it.each([
    ['trace_1234567890', 'trace_…7890'],
    ['trace_org_1234567890', 'trace_org_…7890'],
    ['trace_short', 'trace_…'],
  ])('%s is shown as %s', (apiKey, shown) => {
    expect(maskApiKey(apiKey)).toBe(shown);
  });
});
