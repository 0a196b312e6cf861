import type { LoggedRequest } from '../../../shared/panel';
import type { Exchange, HttpRequest } from '../../../shared/ports';

// Its types are a browser's, which the tests' are not.
const { logRequest, onRequest, readRequestLog }: RequestLog = jest.requireActual(
  '../../../excel-addin/functions/network',
);

interface RequestLog {
  logRequest(request: HttpRequest, exchange: Exchange, atMs: number, durationMs: number): void;
  readRequestLog(): readonly LoggedRequest[];
  onRequest(listener: () => void): () => void;
}

const request: HttpRequest = {
  operation: 'companies.batch',
  method: 'POST',
  path: '/companies/batch?secret=1',
  body: { domains: ['stripe.com'] },
};
const answered = (status: number, body: unknown = {}): Exchange => ({
  ok: true,
  response: { status, retryAfter: null, text: JSON.stringify(body) },
});

it('tells the newest first, without what was asked about', () => {
  logRequest(request, answered(200), 1_000, 12);
  logRequest(request, { ok: false, reason: 'timedOut' }, 2_000, 30_000);
  expect(readRequestLog().slice(0, 2)).toEqual([
    {
      atMs: 2_000,
      operation: 'companies.batch',
      outcome: 'timedOut',
      durationMs: 30_000,
      creditsMissing: null,
      isRouteMissing: false,
    },
    {
      atMs: 1_000,
      operation: 'companies.batch',
      outcome: 200,
      durationMs: 12,
      creditsMissing: null,
      isRouteMissing: false,
    },
  ]);
});

it('tells the credits that an answer says are missing', () => {
  const body = { error: 'credit_exhausted', message: 'No.', requested: 5, shortfall: 3 };
  logRequest(request, answered(402, body), 0, 1);
  expect(readRequestLog()[0]).toMatchObject({ outcome: 402, creditsMissing: 3 });
});

it('keeps the last 50', () => {
  for (let at = 0; at < 60; at += 1) logRequest(request, answered(200), at, 1);
  const times = readRequestLog().map(({ atMs }) => atMs);
  expect({ count: times.length, newest: times[0], oldest: times[49] }).toEqual({ count: 50, newest: 59, oldest: 10 });
});

it('is one for all scripts of the page', () => {
  jest.resetModules();
  const other: { logRequest: typeof logRequest } = jest.requireActual('../../../excel-addin/functions/network');
  other.logRequest(request, answered(201), 0, 1);
  expect(readRequestLog()[0]).toMatchObject({ outcome: 201 });
});

it('calls back after each request, until told to stop', () => {
  const calls: number[] = [];
  const stop = onRequest(() => calls.push(readRequestLog().length));
  logRequest(request, answered(200), 0, 1);
  stop();
  logRequest(request, answered(200), 0, 1);
  expect(calls).toEqual([50]);
});
