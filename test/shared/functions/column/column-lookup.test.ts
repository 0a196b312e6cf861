import { runSync } from '../../../../shared/task';
import { cacheShown } from '../../../../shared/lookup/shown-answers';
import { companyApi, json, MemoryHost } from '../../../fakes/memory-host';

const DAY_MS = 86_400_000;
const API = companyApi({
  'a.com': { slug: 'a', name: 'A', primary_domain: 'a.com' },
  a: { slug: 'a', name: 'A', primary_domain: 'a.com' },
});

const look = (host: MemoryHost, identifiers: string[], maxAgeMs = 30 * DAY_MS) =>
  runSync(
    host.newFormula().answer({ kind: 'company', identifiers, maxAgeMs, isAgeAsked: true, shownAs: '' }),
    host.performers,
  );

describe('a lookup', () => {
  it('asks for what is not remembered, and for nothing the second time', () => {
    const host = new MemoryHost(API);
    look(host, ['a.com', 'x.com']);
    const again = look(host, ['a.com', 'x.com']);
    expect(host.requests).toHaveLength(1);
    expect([again.get('a.com')?.is, again.get('x.com')?.is]).toEqual(['found', 'notTracked']);
  });

  it('reads the cache once where it knows', () => {
    const host = new MemoryHost(API);
    look(host, ['a.com']);
    host.cacheReads = 0;
    look(host, ['a.com']);
    expect({ cacheReads: host.cacheReads, turnsAsked: host.turnsAsked }).toEqual({ cacheReads: 1, turnsAsked: 1 });
  });

  it('looks again once it has its turn: what another formula fetched meanwhile is not asked for', () => {
    const host = new MemoryHost(API);
    const other = new MemoryHost(API);
    look(other, ['a.com']);
    host.onTurn = () => other.cache.forEach((text, key) => host.cache.set(key, text));
    expect({ outcome: look(host, ['a.com']).get('a.com')?.is, requests: host.requests.length }).toEqual({
      outcome: 'found',
      requests: 0,
    });
  });

  it('waits for its turn as long as there is time to ask, and says so where it does not come', () => {
    const host = new MemoryHost(API);
    host.isMyTurn = false;
    const outcome = look(host, ['a.com']).get('a.com');
    const sleptMs = host.sleptMs.reduce((sum, delayMs) => sum + delayMs, 0);
    expect({ code: outcome?.is === 'failed' && outcome.error.code, requests: host.requests.length }).toEqual({
      code: 'notFetchedYet',
      requests: 0,
    });
    expect({ isLongEnough: sleptMs > 22_000, isInTime: sleptMs <= 23_000 }).toEqual({
      isLongEnough: true,
      isInTime: true,
    });
    // A turn costs Google's scarce calls: it looks into the cache in between.
    expect(host.turnsAsked).toBeLessThan(host.sleptMs.length);
  });

  it.each([
    ['never', 0, [0, 700, 1_400]],
    ['as long as it may', 0.999, [0, 1_400, 2_800]],
  ])('looks twice as often as it asks for its turn, and chance puts those who wait apart: %s', (_name, chance, at) => {
    const host = new MemoryHost(API);
    host.random = chance;
    host.isMyTurn = false;
    const startMs = host.nowMs;
    const asked: number[] = [];
    host.onTurn = () => void asked.push(host.nowMs - startMs);
    look(host, ['a.com']);
    expect(asked.slice(0, 3)).toEqual(at);
  });

  it('asks for its turn as long as its requests would be in time', () => {
    const host = new MemoryHost(API);
    host.isMyTurn = false;
    const startMs = host.nowMs;
    let lastMs = 0;
    host.onTurn = () => void (lastMs = host.nowMs - startMs);
    look(host, ['a.com']);
    expect({ isLongEnough: lastMs > 16_000, isInTime: lastMs <= 17_000 }).toEqual({
      isLongEnough: true,
      isInTime: true,
    });
  });

  it('shows what another formula fetched while it waits', () => {
    const host = new MemoryHost(API);
    const other = new MemoryHost(API);
    look(other, ['a.com']);
    host.isMyTurn = false;
    host.onTurn = () => other.cache.forEach((text, key) => host.cache.set(key, text));
    expect({
      outcome: look(host, ['a.com']).get('a.com')?.is,
      requests: host.requests.length,
      turnsAsked: host.turnsAsked,
    }).toEqual({ outcome: 'found', requests: 0, turnsAsked: 1 });
  });

  it('does not wait, and asks nothing, while a failure lasts that every request would meet', () => {
    const host = new MemoryHost(() => json(402, { error: 'insufficient_credits', requested: 1, shortfall: 1 }));
    look(host, ['a.com']);
    host.turnsAsked = 0;
    const outcome = look(host, ['b.com']).get('b.com');
    expect({
      code: outcome?.is === 'failed' && outcome.error.code,
      requests: host.requests.length,
      turnsAsked: host.turnsAsked,
    }).toEqual({ code: 'creditsOut', requests: 1, turnsAsked: 0 });
  });

  it('has its call left only where it ends without an answer', () => {
    const host = new MemoryHost(API);
    const formula = host.newFormula();
    const isDeposited = (identifier: string): boolean => {
      const asked = { kind: 'company' as const, identifiers: [identifier], shownAs: '' };
      runSync(formula.answer({ ...asked, maxAgeMs: 30 * DAY_MS, isAgeAsked: true }), host.performers);
      return formula.isDeposited;
    };
    const answered = isDeposited('a.com');
    host.spending.policy = { mode: 'daily', limit: 0 };
    const refused = isDeposited('b.com');
    // Its refusals are still there.
    expect({ answered, refused, answeredAfter: isDeposited('a.com') }).toEqual({
      answered: false,
      refused: true,
      answeredAfter: true,
    });
  });

  it('remembers what the policy refuses, so that the ledger is not asked by each cell again', () => {
    const host = new MemoryHost(API);
    host.spending.policy = { mode: 'daily', limit: 0 };
    const codes = [1, 2].map(() => {
      const outcome = look(host, ['a.com']).get('a.com');
      return outcome?.is === 'failed' ? outcome.error.code : outcome?.is;
    });
    expect({ codes, turnsAsked: host.turnsAsked, requests: host.requests.length }).toEqual({
      codes: ['dailyLimitReached', 'dailyLimitReached'],
      turnsAsked: 1,
      requests: 0,
    });
  });

  describe('while another formula reads the same column', () => {
    const lookAfter = (host: MemoryHost, meanwhile: () => void) => {
      const asked = { kind: 'company', identifiers: ['a.com'], maxAgeMs: 30 * DAY_MS, isAgeAsked: true } as const;
      const columnFormulas = () => {
        meanwhile();
        return { formulas: [], isWhole: true };
      };
      const task = host.newFormula().answer({ ...asked, shownAs: 'name' });
      return runSync(task, { ...host.performers, columnFormulas }).get('a.com');
    };

    it('says why it waits where that one was refused the same', () => {
      const host = new MemoryHost(API);
      host.spending.policy = { mode: 'daily', limit: 0 };
      expect(lookAfter(host, () => look(host, ['a.com']))).toMatchObject({
        is: 'failed',
        error: { code: 'dailyLimitReached' },
      });
    });

    it('shows what that one showed, and asks for nothing', () => {
      const host = new MemoryHost(API);
      const shown = { signature: 'name', key: 'a.com', asOfMs: host.nowMs, lines: [['A']] };
      const meanwhile = () => runSync(cacheShown('acc-1', [shown], []), host.performers);
      expect({ outcome: lookAfter(host, meanwhile)?.is, requests: host.requests.length }).toEqual({
        outcome: 'shown',
        requests: 0,
      });
    });
  });

  it('remembers for ten minutes which list the service does not offer, and by which word it is called', () => {
    const host = new MemoryHost(() => json(404, { detail: 'Not Found' }));
    const ask = () => {
      const outcome = look(host, ['a']).get('a');
      return [outcome?.is === 'failed' && outcome.error.facts, host.requests.length];
    };
    const [first, again] = [ask(), ask()];
    host.nowMs += 601_000;
    expect({ first, again, later: ask() }).toEqual({
      first: [{ operation: 'companies.show' }, 1],
      again: [expect.objectContaining({ operation: 'companies.show' }), 1],
      later: [{ operation: 'companies.show' }, 2],
    });
  });

  it('knows a company by its domain once it was asked for by its slug', () => {
    const host = new MemoryHost(API);
    look(host, ['a']);
    expect({ outcome: look(host, ['a.com']).get('a.com')?.is, requests: host.requests.length }).toEqual({
      outcome: 'found',
      requests: 1,
    });
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
    expect([...host.cache.keys()].filter((key) => key.includes('|company|'))).toHaveLength(100);
  });

  it('asks nothing without a key', () => {
    const host = new MemoryHost(API);
    host.account = null;
    const outcome = look(host, ['a.com']).get('a.com');
    expect({
      code: outcome?.is === 'failed' && outcome.error.code,
      requests: host.requests.length,
      cacheReads: host.cacheReads,
    }).toEqual({ code: 'noKey', requests: 0, cacheReads: 1 });
  });

  it('shows practice answers without a key, in the same reading of the cache', () => {
    const host = new MemoryHost(API);
    host.account = null;
    host.cache.set('trace1||company|a.example', JSON.stringify(['a.example', host.nowMs, { name: 'A' }]));
    host.cache.set('trace1|acc-1|company|b.com', JSON.stringify(['b.com', host.nowMs, { name: 'B' }]));
    const outcomes = look(host, ['a.example', 'b.com']);
    const missing = outcomes.get('b.com');
    expect({
      practice: outcomes.get('a.example')?.is,
      missing: missing?.is === 'failed' && missing.error.code,
      cacheReads: host.cacheReads,
    }).toEqual({ practice: 'found', missing: 'noKey', cacheReads: 1 });
    expect({ requests: host.requests.length, turnsAsked: host.turnsAsked }).toEqual({ requests: 0, turnsAsked: 0 });
  });

  it('does not show practice answers with a key', () => {
    const host = new MemoryHost(API);
    host.cache.set('trace1||company|a.example', JSON.stringify(['a.example', host.nowMs, { name: 'A' }]));
    expect({ outcome: look(host, ['a.example']).get('a.example')?.is, requests: host.requests.length }).toEqual({
      outcome: 'notTracked',
      requests: 1,
    });
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
    const key = [...host.cache.keys()].find((each) => each.includes('|company|'));
    host.cache.set(key!, entry);
    expect({ outcome: look(host, ['a.com']).get('a.com')?.is, requests: host.requests.length }).toEqual({
      outcome: 'found',
      requests: 2,
    });
  });
});
