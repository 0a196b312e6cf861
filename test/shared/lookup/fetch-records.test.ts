import { runSync } from '../../../shared/task';
import { fetchRecords, type FetchLimits } from '../../../shared/lookup/fetch-records';
import type { LookupKind, LookupOutcome } from '../../../shared/records/outcome';
import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { companyApi, json, MemoryHost } from '../../fakes/memory-host';

const COMPANIES = {
  'a.com': { slug: 'a', name: 'A', primary_domain: 'a.com' },
  'b.com': { slug: 'b', name: 'B', primary_domain: 'b.com' },
  a: { slug: 'a', name: 'A', primary_domain: 'a.com' },
};

const LIMITS: FetchLimits = {
  deadlineMs: Number.MAX_SAFE_INTEGER,
  requestsAtOnce: 4,
  retry: { maxRetries: 0, waitBudgetMs: 0 },
};

function fetch(
  host: MemoryHost,
  identifiers: string[],
  options: Partial<FetchLimits & { kind: LookupKind; missing: readonly string[] }> = {},
) {
  const { kind = 'company', missing = [], ...limits } = options;
  return runSync(
    fetchRecords(kind, identifiers, new Map(missing.map((operation) => [operation, 0])), { ...LIMITS, ...limits }),
    host.performers,
  );
}

function shown(outcome: LookupOutcome | undefined): unknown {
  if (outcome?.is === 'found') return (outcome.record as { name?: unknown }).name;
  return outcome?.is === 'failed' ? outcome.error.code : outcome?.is;
}

const domains = (count: number) => Array.from({ length: count }, (_domain, index) => `d${index}.example`);
const operationsOf = (host: MemoryHost) => host.requests.map(({ operation }) => operation);
const batchHost = (answer: (domains: readonly string[]) => unknown) =>
  new MemoryHost((request) => json(200, answer((request.body as { domains: string[] }).domains)));

describe('records', () => {
  it('are asked for a hundred domains to a request', () => {
    const host = new MemoryHost(companyApi({}));
    const { outcomes } = fetch(host, domains(250));
    expect(host.requests.map(({ body }) => (body as { domains: string[] }).domains.length)).toEqual([100, 100, 50]);
    expect(outcomes.size).toBe(250);
  });

  it('are found or not tracked', () => {
    const { outcomes } = fetch(new MemoryHost(companyApi(COMPANIES)), ['a.com', 'x.com']);
    expect([shown(outcomes.get('a.com')), shown(outcomes.get('x.com'))]).toEqual(['A', 'notTracked']);
  });

  it.each([
    ['another order', ['www.a.com', 'a.com']],
    ['one left out', ['a.com', 'www.a.com']],
  ])('are of the domain that was asked for, where www. begins another one: %s', (_what, answered) => {
    const host = batchHost(() => ({
      results: answered.map((domain) => ({ domain, status: 'found', company: { slug: 'x', name: domain } })),
    }));
    const { outcomes } = fetch(host, ['a.com', 'www.a.com', 'd.io']);
    expect([...outcomes].map(([domain, outcome]) => [domain, shown(outcome)])).toEqual([
      ['a.com', 'a.com'],
      ['www.a.com', 'www.a.com'],
      ['d.io', 'leftOut'],
    ]);
  });

  it('are known by their domain from the slug, also where the batch with the domain has failed', () => {
    const api = companyApi(COMPANIES);
    const host = new MemoryHost((request) =>
      request.operation === 'companies.batch' ? json(500, { detail: 'Internal Server Error' }) : api(request),
    );
    const { outcomes } = fetch(host, ['a.com', 'b.com', 'a']);
    expect(['a.com', 'b.com', 'a'].map((identifier) => shown(outcomes.get(identifier)))).toEqual([
      'A',
      'serviceFailed',
      'A',
    ]);
  });

  it('are asked for one by one by slug, and known by their domain afterwards', () => {
    const host = new MemoryHost(companyApi(COMPANIES));
    const { outcomes } = fetch(host, ['b.com', 'a']);
    expect(operationsOf(host)).toEqual(['companies.batch', 'companies.show']);
    expect([...outcomes].map(([identifier, outcome]) => [identifier, shown(outcome)])).toEqual([
      ['b.com', 'B'],
      ['a', 'A'],
      ['a.com', 'A'],
    ]);
  });

  it('are joined by domain, whatever their order, case and doubles', () => {
    const host = batchHost(() => ({
      results: [
        { domain: 'www.B.com', company: COMPANIES['b.com'] },
        { domain: 'stranger.com', company: { name: 'Stranger' } },
        { domain: 'a.com', company: COMPANIES['a.com'] },
        { domain: 'a.com', company: { name: 'Double' } },
      ],
    }));
    const { outcomes } = fetch(host, ['a.com', 'b.com']);
    expect([...outcomes].map(([identifier, outcome]) => [identifier, shown(outcome)])).toEqual([
      ['a.com', 'A'],
      ['b.com', 'B'],
    ]);
  });

  it('that the answer leaves out are a problem of their own', () => {
    const host = batchHost(() => ({ results: [{ domain: 'b.com', company: COMPANIES['b.com'] }] }));
    const { outcomes } = fetch(host, ['a.com', 'b.com']);
    expect([shown(outcomes.get('a.com')), shown(outcomes.get('b.com'))]).toEqual(['leftOut', 'B']);
  });

  it('cannot be read from an answer of another kind', () => {
    const { outcomes } = fetch(
      batchHost(() => ({ ok: true })),
      ['a.com'],
    );
    expect(shown(outcomes.get('a.com'))).toBe('unreadable');
  });
});

describe('a missing batch route', () => {
  const api = companyApi(COMPANIES);
  const withoutBatch = (request: HttpRequest): Exchange =>
    request.operation === 'companies.batch' ? json(404, { detail: 'Not Found' }) : api(request);

  it('is answered by the documented route, company by company, and reported', () => {
    const host = new MemoryHost(withoutBatch);
    const { outcomes, missingRoutes } = fetch(host, ['a.com', 'x.com']);
    expect({
      tracked: shown(outcomes.get('a.com')),
      untracked: shown(outcomes.get('x.com')),
      missingRoutes: [...missingRoutes.keys()],
    }).toEqual({ tracked: 'A', untracked: 'notTracked', missingRoutes: ['companies.batch'] });
    expect(operationsOf(host)).toEqual(['companies.batch', 'companies.show', 'companies.show']);
  });

  it('is found out once in a wave, and not asked in the next', () => {
    const host = new MemoryHost(withoutBatch);
    fetch(host, domains(300), { requestsAtOnce: 1 });
    expect(operationsOf(host).filter((operation) => operation === 'companies.batch')).toHaveLength(1);
  });

  it('is not asked where it is known', () => {
    const host = new MemoryHost(withoutBatch);
    fetch(host, ['a.com'], { missing: ['companies.batch'] });
    expect(operationsOf(host)).toEqual(['companies.show']);
  });

  it('of the documented route says so', () => {
    const { outcomes } = fetch(new MemoryHost(() => json(404, { detail: 'Not Found' })), ['a.com']);
    expect(shown(outcomes.get('a.com'))).toBe('routeMissing');
  });
});

describe('pages of partners', () => {
  const page = (names: string[], hasNext: boolean) =>
    json(200, {
      data: names.map((name) => ({ partner_name: name })),
      pagination: { page: 1, has_next: hasNext },
      company: { name: 'A', primary_domain: 'a.com', partnership_count: 3 },
    });

  it('are asked for until the last and put together', () => {
    const host = new MemoryHost(({ path }) => (path.includes('page=1&') ? page(['P', 'Q'], true) : page(['R'], false)));
    const { outcomes } = fetch(host, ['a'], { kind: 'partners' });
    const outcome = outcomes.get('a.com');
    const record = outcome?.is === 'found' ? outcome.record : {};
    expect((record as { partners: { name: string }[] }).partners.map(({ name }) => name)).toEqual(['P', 'Q', 'R']);
    expect(host.requests.map(({ path }) => path)).toEqual([
      '/companies/a/partnerships?page=1&limit=100',
      '/companies/a/partnerships?page=2&limit=100',
    ]);
  });

  it('end when a service says there is always a next one but brings nothing', () => {
    const host = new MemoryHost(({ path }) => (path.includes('page=1&') ? page(['P'], true) : page([], true)));
    fetch(host, ['a'], { kind: 'partners' });
    expect(host.requests).toHaveLength(2);
  });

  it('of which one fails are no answer', () => {
    const host = new MemoryHost(({ path }) => (path.includes('page=1&') ? page(['P'], true) : json(500, {})));
    expect(shown(fetch(host, ['a'], { kind: 'partners' }).outcomes.get('a'))).toBe('serviceFailed');
  });
});

describe('limits', () => {
  it('rows that the time does not reach say so', () => {
    const host = new MemoryHost((request, self) => {
      self.nowMs += 15_000;
      return companyApi({})(request);
    });
    const { outcomes } = fetch(host, domains(300), { deadlineMs: host.nowMs + 20_000, requestsAtOnce: 1 });
    expect([
      shown(outcomes.get('d0.example')),
      shown(outcomes.get('d199.example')),
      shown(outcomes.get('d200.example')),
    ]).toEqual(['notTracked', 'notTracked', 'outOfTime']);
  });

  it.each([
    ['keyRefused', json(401, {})],
    ['creditsOut', json(402, { error: 'credit_exhausted' })],
    ['rateLimited', json(429, {}, '60')],
    ['hostQuota', { ok: false, reason: 'hostQuota' } as const],
    ['addressBlocked', { ok: false, reason: 'addressBlocked' } as const],
  ])('after %s nothing more is sent', (code, exchange) => {
    const host = new MemoryHost(() => exchange);
    const { outcomes } = fetch(host, domains(1_000), { requestsAtOnce: 2 });
    expect({
      requests: host.requests.length,
      first: shown(outcomes.get('d0.example')),
      last: shown(outcomes.get('d999.example')),
    }).toEqual({ requests: 2, first: code, last: code });
  });

  it('a problem of one batch leaves the others alone', () => {
    const api = companyApi({});
    const host = new MemoryHost((request) =>
      (request.body as { domains: string[] }).domains.includes('d0.example') ? json(500, {}) : api(request),
    );
    const { outcomes } = fetch(host, domains(200));
    expect([shown(outcomes.get('d0.example')), shown(outcomes.get('d150.example'))]).toEqual([
      'serviceFailed',
      'notTracked',
    ]);
  });
});
