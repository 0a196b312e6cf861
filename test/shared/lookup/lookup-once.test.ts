import { runSync } from '../../../shared/task';
import { answerLookup } from '../../../shared/lookup/lookup-once';
import { companyApi, json, MemoryHost } from '../../fakes/memory-host';

const DAY_MS = 86_400_000;
const API = companyApi({
  'a.com': { slug: 'a', name: 'A', primary_domain: 'a.com' },
  a: { slug: 'a', name: 'A', primary_domain: 'a.com' },
});

const look = (host: MemoryHost, identifiers: string[], maxAgeMs = 30 * DAY_MS) =>
  runSync(answerLookup('company', identifiers, { maxAgeMs, isAgeAsked: true }, host.limits), host.performers);

describe('a look-up', () => {
  it('asks for what is not remembered, and for nothing the second time', () => {
    const host = new MemoryHost(API);
    look(host, ['a.com', 'x.com']);
    const again = look(host, ['a.com', 'x.com']);
    expect(host.requests).toHaveLength(1);
    expect([again.get('a.com')?.is, again.get('x.com')?.is]).toEqual(['found', 'notTracked']);
  });

  it('reads the cache once, also when it asks', () => {
    const host = new MemoryHost(API);
    look(host, ['a.com']);
    expect(host.cacheReads).toBe(1);
  });

  it('knows a company by its domain once it was asked for by its slug', () => {
    const host = new MemoryHost(API);
    look(host, ['a']);
    expect([look(host, ['a.com']).get('a.com')?.is, host.requests.length]).toEqual(['found', 1]);
  });

  it('asks again for what is older than max_age', () => {
    const host = new MemoryHost(API);
    look(host, ['a.com']);
    host.nowMs += 2 * DAY_MS;
    look(host, ['a.com'], 3 * DAY_MS);
    expect(host.requests).toHaveLength(1);
    look(host, ['a.com'], DAY_MS);
    expect(host.requests).toHaveLength(2);
  });

  it('asks again after a day for what was not tracked', () => {
    const host = new MemoryHost(API);
    look(host, ['x.com']);
    host.nowMs += 25 * 3_600_000;
    look(host, ['x.com']);
    expect(host.requests).toHaveLength(2);
  });

  it('shows the last good answer, with its date, where a new one fails', () => {
    let isDown = false;
    const host = new MemoryHost((request) => (isDown ? json(500, {}) : API(request)));
    const startMs = host.nowMs;
    look(host, ['a.com']);
    isDown = true;
    host.nowMs += 2 * DAY_MS;
    expect(look(host, ['a.com'], DAY_MS).get('a.com')).toMatchObject({ is: 'found', asOfMs: startMs });
  });

  it('does not remember problems', () => {
    let isDown = true;
    const host = new MemoryHost((request) => (isDown ? json(400, {}) : API(request)));
    look(host, ['a.com']);
    isDown = false;
    expect(look(host, ['a.com']).get('a.com')?.is).toBe('found');
  });

  it('keeps what each wave brought: a run that is killed loses one wave at most', () => {
    const host = new MemoryHost((request, self) => {
      if (self.requests.length > 1) throw new Error('Exceeded maximum execution time');
      return API(request);
    });
    host.limits = () => ({ deadlineMs: Infinity, requestsAtOnce: 1, retry: { maxRetries: 0, waitBudgetMs: 0 } });
    const domains = Array.from({ length: 150 }, (_domain, index) => `d${index}.example`);
    expect(() => look(host, domains)).toThrow('Exceeded maximum execution time');
    expect(host.cache.size).toBe(100);
  });

  it('asks nothing without a key', () => {
    const host = new MemoryHost(API);
    host.account = null;
    const outcome = look(host, ['a.com']).get('a.com');
    expect([outcome?.is === 'failed' && outcome.error.code, host.requests.length, host.cacheReads]).toEqual([
      'noKey',
      0,
      0,
    ]);
  });

  it('does not show one account what another was answered', () => {
    const host = new MemoryHost(API);
    look(host, ['a.com']);
    host.account = { id: 'acc-2', keyId: 'key-2', keyClass: 'user', readsLists: true };
    look(host, ['a.com']);
    expect(host.requests).toHaveLength(2);
  });

  it('remembers that the batch route is missing', () => {
    const host = new MemoryHost((request) => (request.operation === 'companies.batch' ? json(405, {}) : API(request)));
    look(host, ['a.com']);
    look(host, ['b.com']);
    expect(host.requests.map(({ operation }) => operation)).toEqual([
      'companies.batch',
      'companies.show',
      'companies.show',
    ]);
  });

  it.each([
    ['damaged {'],
    ['[]'],
    ['["other.com",1,{"name":"X"}]'],
    ['["a.com","?",{"name":"X"}]'],
    ['["a.com",1,7]'],
    ['null'],
  ])('takes a damaged entry for a miss: %s', (entry) => {
    const host = new MemoryHost(API);
    look(host, ['a.com']);
    const [key] = [...host.cache.keys()];
    host.cache.set(key!, entry);
    expect([look(host, ['a.com']).get('a.com')?.is, host.requests.length]).toEqual(['found', 2]);
  });
});
