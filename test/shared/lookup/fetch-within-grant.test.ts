import { runSync } from '../../../shared/task';
import { fetchPaid } from '../../../shared/lookup/fetch-within-grant';
import { lookup, type FetchPorts } from '../../../shared/lookup/ports';
import { companyApi, MemoryHost } from '../../fakes/memory-host';

const DAY_MS = 86_400_000;
const STRIPE = { 'stripe.com': { name: 'Stripe', primary_domain: 'stripe.com' } };
const MONTH = { maxAgeMs: 30 * DAY_MS, isAgeAsked: false };

test('what was brought is booked before it is remembered, so that a host that is stopped in between counts no less', () => {
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
      kept.push(effect.keepForSeconds / 86_400);
      cachePut(effect);
    },
  });
  runSync(lookup('company', ['stripe.com'], MONTH), host.performers);
  expect(kept).toEqual([366]);
});
