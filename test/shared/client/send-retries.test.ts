import type { HttpMethod } from '../../../shared/client/exchange';
import { maySendAgain, readRetryAfterMs, retryDelayMs } from '../../../shared/client/send';
import { TraceError } from '../../../shared/errors/trace-error';

const policy = { maxRetries: 4, waitBudgetMs: 10_000 };
const failed = new TraceError('serviceFailed', { status: 503 });

describe('whether and when to send again', () => {
  it.each([
    ['a problem of the service waits half a second at most', failed, null, 1, 0.999_999, 500],
    ['chance halves the wait at most', failed, null, 1, 0, 250],
    ['each further wait doubles', failed, null, 3, 0, 1_000],
    ['a wait is one of whole milliseconds', failed, null, 3, 0.123_456, 1_124],
    ['a wait that the service asks for too', failed, 1_234.5, 1, 0, 1_235],
    ['the wait that the service asks for wins', new TraceError('rateLimited', { waitSeconds: 7 }), 7_000, 1, 0, 7_000],
    [
      'a wait longer than the budget is not slept through',
      new TraceError('rateLimited', { waitSeconds: 60 }),
      60_000,
      1,
      0,
      null,
    ],
    ['a lost connection is tried again', new TraceError('unreachable', {}), null, 1, 0, 250],
    ['an answer that cannot be read is tried again', new TraceError('unreadable', {}), null, 1, 0, 250],
    ['a host that is busy is given the second it asks for', new TraceError('hostBusy', {}), null, 1, 0, 1_000],
    ['the last retry is the last', failed, null, 5, 0, null],
    ['a refused key is not tried again', new TraceError('keyRefused', {}), null, 1, 0, null],
    [
      'missing credits are not asked for again',
      new TraceError('creditsOut', { requested: 1, missing: 1 }),
      null,
      1,
      0,
      null,
    ],
    ['the quota of the host is not asked for again', new TraceError('hostQuota', {}), null, 1, 0, null],
  ])('%s', (_name, error, askedMs, retry, random, expected) => {
    expect(retryDelayMs(error, askedMs, retry, policy, random)).toBe(expected);
  });
});

describe('what may be sent twice', () => {
  const request = (method: HttpMethod) => ({ operation: 'x', method, path: '/x' });

  it.each([
    ['GET', true],
    ['PUT', true],
    ['DELETE', true],
    ['POST', false],
    ['PATCH', false],
  ] as const)('a %s whose answer was lost: %p', (method, may) => {
    const lost = [
      failed,
      new TraceError('unreachable', {}),
      new TraceError('timedOut', {}),
      new TraceError('unreadable', {}),
    ];
    expect(lost.map((error) => maySendAgain(request(method), error))).toEqual([may, may, may, may]);
  });

  it('a POST that was turned away unread', () => {
    expect(maySendAgain(request('POST'), new TraceError('rateLimited', { waitSeconds: 1 }))).toBe(true);
  });

  it('a POST that only looks something up', () => {
    expect(maySendAgain({ ...request('POST'), isRepeatable: true }, failed)).toBe(true);
  });
});

describe('Retry-After', () => {
  const nowMs = Date.parse('2026-06-15T12:00:00Z');
  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['60', 60_000],
    ['0', 0],
    [' 1.5 ', 1_500],
    ['-5', null],
    ['Mon, 15 Jun 2026 12:00:30 GMT', 30_000],
    ['Mon, 15 Jun 2026 11:00:00 GMT', 0],
  ])('%j is %j ms', (header, expected) => {
    expect(readRetryAfterMs(header, nowMs)).toBe(expected);
  });
});
