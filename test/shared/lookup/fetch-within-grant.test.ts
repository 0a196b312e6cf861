import { runSync } from '../../../shared/task';
import { fetchPaid } from '../../../shared/lookup/fetch-within-grant';
import { lookup, type FetchPorts } from '../../../shared/lookup/ports';
import { TraceError } from '../../../shared/errors/trace-error';
import { ACCOUNT_KEY } from '../../../shared/functions/column/formula-cache';
import type { LookupOutcome } from '../../../shared/records/outcome';
import { companyApi, json, MemoryHost } from '../../fakes/memory-host';

const DAY_MS = 86_400_000;
const STRIPE = { 'stripe.com': { name: 'Stripe', primary_domain: 'stripe.com' } };
const MONTH = { maxAgeMs: 30 * DAY_MS, isAgeAsked: false };

test('an answer is booked before it is saved, so that a host that is stopped in between counts no less', () => {
  const host = new MemoryHost(companyApi(STRIPE));
  const request = { kind: 'company', needed: ['stripe.com'], ifFree: [] } as const;
  const known = { missingRoutes: new Map<string, number>(), pauseText: undefined };
  const asked: (keyof FetchPorts)[] = [];
  const noting = Object.fromEntries(
    Object.entries(host.performers).map(([ask, perform]) => [
      ask,
      (effect: never) => {
        asked.push(ask as keyof FetchPorts);
        return perform(effect);
      },
    ]),
  ) as unknown as typeof host.performers;
  runSync(fetchPaid(host.account!, request, known, host.limits), noting);
  expect(asked.filter((ask) => ask === 'settle' || ask === 'cachePut')).toEqual(['settle', 'cachePut']);
});

test('an answer is kept for longer than it is fresh, so that it can be shown and need not be paid for again', () => {
  const host = new MemoryHost(companyApi(STRIPE));
  const kept: number[] = [];
  const { cachePut } = host.performers;
  Object.assign(host.performers, {
    cachePut: (effect: Parameters<typeof cachePut>[0]) => {
      if (!effect.entries.has(ACCOUNT_KEY)) kept.push(effect.keepForSeconds / 86_400);
      cachePut(effect);
    },
  });
  runSync(lookup('company', ['stripe.com'], MONTH), host.performers);
  expect(kept).toEqual([366]);
});

/** Domains one by one: `a.com` brings an answer, that of `b.com` is lost. */
function halfLost(): MemoryHost {
  return new MemoryHost(({ path }) =>
    path.endsWith('/a')
      ? json(200, { slug: 'a', name: 'A', primary_domain: 'a.com' })
      : { ok: false, reason: 'timedOut' },
  );
}

const ASKED = { missingRoutes: new Map<string, number>(), pauseText: undefined };
const slugs = { kind: 'company', needed: ['a', 'b'], ifFree: [] } as const;

describe('where the host refuses to send again', () => {
  it.each(['accountChanged', 'runElsewhere', 'cancelled'] as const)(
    'what was sent and not answered stays in doubt, and what was answered is kept: %s',
    (code) => {
      const host = halfLost();
      host.spending.ownerLimit = 10;
      const { http } = host.performers;
      const sendOnce: typeof http = (effect) => {
        if (host.waves.length > 0) throw new TraceError(code, {});
        return http(effect);
      };
      const ports = { ...host.performers, http: sendOnce };
      expect(() => runSync(fetchPaid(host.account!, slugs, ASKED, host.limits), ports)).toThrow(
        new TraceError(code, {}),
      );
      const { formulas, reservations, doubts } = host.spending.counters;
      expect({ formulas, reservations, areInDoubt: doubts !== '', kept: host.cache.size }).toEqual({
        formulas: 2,
        reservations: [],
        areInDoubt: true,
        // By its slug, and by its domain.
        kept: 2,
      });
    },
  );

  it('what was never sent costs nothing', () => {
    const host = halfLost();
    host.spending.ownerLimit = 10;
    const http = (): never => {
      throw new TraceError('accountChanged', {});
    };
    const asked = fetchPaid(host.account!, slugs, ASKED, host.limits);
    expect(() => runSync(asked, { ...host.performers, http })).toThrow(new TraceError('accountChanged', {}));
    expect(host.spending.counters).toMatchObject({ formulas: 0, reservations: [], doubts: '' });
  });
});

describe('where the ledger cannot be written once an answer is there', () => {
  const fetchWith = (host: MemoryHost, settle: FetchPorts['settle']): LookupOutcome | undefined => {
    const request = { kind: 'company', needed: ['stripe.com'], ifFree: [] } as const;
    const ports = { ...host.performers, settle };
    return runSync(fetchPaid(host.account!, request, ASKED, host.limits), ports).outcomes.get('stripe.com');
  };
  const limited = (): MemoryHost => {
    const host = new MemoryHost(companyApi(STRIPE));
    host.spending.ownerLimit = 10;
    return host;
  };

  it('the answer is shown and remembered, and what was set aside for it stays so', () => {
    const host = limited();
    const outcome = fetchWith(host, () => {
      throw new Error('the ledger is closed');
    });
    expect({ is: outcome?.is, remembered: host.cache.size }).toEqual({ is: 'found', remembered: 1 });
    expect(host.spending.counters).toMatchObject({ formulas: 0, reservations: [{ credits: 1 }] });
  });
});

test('lists that the service does not offer are asked for once, and booked once', () => {
  const host = new MemoryHost(() => json(404, { detail: 'Not Found' }));
  host.spending.ownerLimit = 60;
  const needed = Array.from({ length: 50 }, (_each, at) => `company-${at}.example`);
  let reserved = 0;
  const { reserve } = host.performers;
  const counting: typeof reserve = (effect) => {
    reserved += 1;
    return reserve(effect);
  };
  const ports = { ...host.performers, reserve: counting };
  const { outcomes } = runSync(
    fetchPaid(host.account!, { kind: 'partners', needed, ifFree: [] }, ASKED, host.limits),
    ports,
  );
  const codes = needed.map((each) => {
    const outcome = outcomes.get(each);
    return outcome?.is === 'failed' ? outcome.error.code : outcome?.is;
  });
  expect({ codes: [...new Set(codes)], requests: host.waves.flat().length, reserved }).toEqual({
    codes: ['routeMissing'],
    requests: 1,
    reserved: 1,
  });
});
