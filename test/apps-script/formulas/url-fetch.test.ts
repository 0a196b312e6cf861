import type { Exchange, HttpRequest } from '../../../shared/ports';

// Its types are Google's, which the tests' are not.
const { exchangeAll }: { exchangeAll(requests: readonly HttpRequest[], apiKey: string, times: object): Exchange[] } =
  jest.requireActual('../../../apps-script/formulas/url-fetch');

const TIMES = { noRequestAfterMs: Infinity, answeredByMs: Infinity };
const calls: string[] = [];
const response = { getResponseCode: () => 200, getHeaders: () => ({}), getContentText: () => '{}' };

beforeAll(() => {
  const fail = (name: string) => () => {
    calls.push(name);
    throw new Error('Address unavailable: https://api.tracedata.ai');
  };
  Object.assign(globalThis, {
    TRACE_API_ORIGIN: 'https://api.tracedata.ai',
    UrlFetchApp: { fetchAll: fail('fetchAll'), fetch: () => (calls.push('fetch'), response) },
  });
});
beforeEach(() => void calls.splice(0));
afterAll(() => Object.assign(globalThis, { TRACE_API_ORIGIN: undefined, UrlFetchApp: undefined }));

const post = (isRepeatable: boolean): HttpRequest => ({
  operation: 'x',
  method: 'POST',
  path: '/x',
  ...(isRepeatable ? { isRepeatable } : {}),
});

it.each([
  ['may all be repeated, are sent together, and alone after a failure', [true, true], ['fetchAll', 'fetch', 'fetch']],
  ['may not all be repeated, are sent once', [true, false], ['fetch', 'fetch']],
])('requests that %s', (_what, repeatable, expected) => {
  exchangeAll(repeatable.map(post), 'trace_demo', TIMES);
  expect(calls).toEqual(expected);
});

it('an answer that we read wrongly is no lost connection, after which all would be sent and paid for again', () => {
  const fetchAll = () => (calls.push('fetchAll'), [{ ...response, getHeaders: () => null }, response]);
  Object.assign(globalThis, { UrlFetchApp: { fetchAll, fetch: () => (calls.push('fetch'), response) } });
  expect(() => exchangeAll([post(true), post(true)], 'trace_demo', TIMES)).toThrow(TypeError);
  expect(calls).toEqual(['fetchAll']);
});
