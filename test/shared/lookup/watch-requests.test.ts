import { http, now } from '../../../shared/client/ports';
import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import type { Grant } from '../../../shared/credits/ledger';
import { reserve } from '../../../shared/credits/ports';
import type { FetchPorts, FetchTask } from '../../../shared/lookup/ports';
import { watchRequests } from '../../../shared/lookup/watch-requests';
import { runSync } from '../../../shared/task';
import { json } from '../../fakes/memory-host';

const BATCH: HttpRequest = { operation: 'companies.batch', method: 'POST', path: '/companies/batch' };
const ONE: HttpRequest = { operation: 'companies.show', method: 'GET', path: '/companies/stripe' };
const NOTHING: Grant = { granted: [], refused: new Map(), credits: 0 };

/** What a fetch tells, in order, with what it asks its host. */
function told(requests: readonly HttpRequest[], exchanges: readonly Exchange[], grant: Grant = NOTHING): string[] {
  const said: string[] = [];
  function* fetch(): FetchTask<number> {
    yield* reserve({ kind: 'company', needed: [], ifFree: [] });
    const answered = yield* http(requests);
    yield* now();
    return answered.length;
  }
  const ports = {
    reserve: () => grant,
    http: () => (said.push('http'), exchanges),
    now: () => said.push('now'),
  } as unknown as FetchPorts;
  said.push(
    `${runSync(
      watchRequests(fetch(), 'company', () => void said.push('received')),
      ports,
    )} answered`,
  );
  return said;
}

it('tells when its answer has come, before anything is done with it', () => {
  expect(told([BATCH], [json(200, {})])).toEqual(['http', 'received', 'now', '1 answered']);
});

it.each([
  ['a company by its slug may have more pages', [ONE], [json(200, {})], NOTHING],
  ['one of several', [BATCH, ONE], [json(200, {}), json(200, {})], NOTHING],
  ['a refusal may stop the others', [BATCH], [json(429, {})], NOTHING],
  ['nothing came', [BATCH], [{ ok: false, reason: 'timedOut' }], NOTHING],
  ['what was set aside under a limit is settled first', [BATCH], [json(200, {})], { ...NOTHING, id: 'a' }],
] as const)('keeps its place to the end: %s', (_why, requests, exchanges, grant) => {
  expect(told(requests, exchanges, grant)).not.toContain('received');
});

it('hands the errors of its host to the fetch', () => {
  function* fetch(): FetchTask<string> {
    try {
      yield* http([BATCH]);
    } catch (thrown) {
      return String(thrown);
    }
    return 'none';
  }
  const offline = (): never => {
    throw new Error('offline');
  };
  expect(
    runSync(
      watchRequests(fetch(), 'company', () => undefined),
      { http: offline } as unknown as FetchPorts,
    ),
  ).toBe('Error: offline');
});
