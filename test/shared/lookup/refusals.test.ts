import { lookup } from '../../../shared/lookup/ports';
import { runSync } from '../../../shared/task';
import type { Exchange } from '../../../shared/client/exchange';
import { endPause, readCreditsLeft } from '../../../shared/lookup/refusals';
import { companyApi, json, MemoryHost } from '../../fakes/memory-host';

const MONTH = { maxAgeMs: 30 * 86_400_000, isAgeAsked: false };
const ask = (host: MemoryHost): unknown => {
  const outcome = runSync(lookup('company', ['stripe.com'], MONTH), host.performers).get('stripe.com');
  return outcome?.is === 'failed' ? outcome.error.code : outcome?.is;
};

const API = companyApi({ 'stripe.com': { name: 'Stripe', primary_domain: 'stripe.com' } });

/** A service that refuses once, in one of two ways, and then would answer. */
const refusing = (refusal: Exchange): MemoryHost =>
  new MemoryHost((request, host) => (host.requests.length === 1 ? refusal : API(request)));

const OUT = json(402, { error: 'credit_exhausted', context: { requested: 1, shortfall: 1 } });
const LIMITED = json(429, { detail: 'Too many requests' }, '600');

test('a pause ends when a person tries again', () => {
  const host = refusing(OUT);
  const shown = [ask(host), ask(host)];
  runSync(endPause('acc-1'), host.performers);
  expect([...shown, ask(host)]).toEqual(['creditsOut', 'creditsOut', 'found']);
});

test('a rate limit does not: it ends when the service says', () => {
  const host = refusing(LIMITED);
  const shown = [ask(host)];
  runSync(endPause('acc-1'), host.performers);
  expect([...shown, ask(host), host.requests.length]).toEqual(['rateLimited', 'rateLimited', 1]);
});

test('what one key of an account met is no matter of the next', () => {
  const host = refusing(OUT);
  const shown = [ask(host)];
  host.account = { ...host.account!, keyId: 'key-2' };
  expect([...shown, ask(host)]).toEqual(['creditsOut', 'found']);
});

test.each<[string, Exchange, number | null]>([
  ['a refusal that tells', json(402, { error: 'credit_exhausted', requested: 10, shortfall: 7 }), 3],
  ['a refusal that tells nothing', json(402, { error: 'credit_exhausted' }), null],
  ['a rate limit', LIMITED, null],
])('%s: what the account has left is %j', (_name, refusal, left) => {
  const host = refusing(refusal);
  ask(host);
  expect(runSync(readCreditsLeft('acc-1'), host.performers)).toBe(left);
});

test('once something is answered again, it is unknown what is left', () => {
  const host = refusing(OUT);
  ask(host);
  runSync(endPause('acc-1'), host.performers);
  ask(host);
  expect(runSync(readCreditsLeft('acc-1'), host.performers)).toBeNull();
});

test('if nothing is paused, nothing is written', () => {
  const host = refusing(OUT);
  runSync(endPause('acc-1'), host.performers);
  expect(host.cache.size).toBe(0);
});
