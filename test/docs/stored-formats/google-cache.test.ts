import { readBucket } from '../../../apps-script/stored/document-cache';
import { readDeposited } from '../../../apps-script/formulas/turn';
import { readRefusals, refusalKeys, readPause } from '../../../shared/lookup/refusals';
import { shownKey } from '../../../shared/lookup/cache';
import { readKeptAccount } from '../../../shared/functions/column/formula-cache';
import { blocks, exampleOf } from './examples';

it("an item of Google's cache holds an answer until it lapses", () => {
  const [item = ''] = blocks("Google's cache", 'text');
  expect([...readBucket(item, 1_790_000_040_000)]).toEqual([
    ['trace1|4711|company|gone.example', { expiresAtMs: 1_790_021_640_000, text: '["gone.example",1790000040000]' }],
  ]);
});

it('the example of a refusal counts under the stamp of its example, and under no other', () => {
  const [, key = ''] = refusalKeys('4711', 'company', ['stripe.com']);
  const refused = (stamp: string) =>
    readRefusals(
      '4711',
      'company',
      ['stripe.com'],
      new Map([
        ['trace1|!agreed', stamp],
        [key, exampleOf(key)],
      ]),
    );
  const outcome = refused(exampleOf('trace1|!agreed')).get('stripe.com');
  expect(key).toBe(shownKey('4711', '!waits|company', 'stripe.com'));
  expect(outcome?.is === 'failed' && [outcome.error.code, outcome.error.facts]).toEqual([
    'dailyLimitReached',
    { credits: 1, limit: 500, status: 0, operation: '_', message: '' },
  ]);
  expect(refused('1790000040000.0.5').size).toBe(0);
});

it('the examples of a pause and of the kept account are read', () => {
  const pause = readPause(exampleOf('trace1|4711|!pause'), 'k1', 1_790_000_040_000);
  expect({ code: pause?.error.code, facts: pause?.error.facts }).toEqual({
    code: 'creditsOut',
    facts: { requested: 12, missing: 7, lookups: 10, waitSeconds: 600 },
  });
  expect(readKeptAccount(exampleOf('trace1|!account'))).toEqual({
    id: '4711',
    keyId: 'k1',
    keyClass: 'user',
    readsLists: true,
  });
});

it('the example of a call that waits is read within its half minute', () => {
  const getAll = () => ({ 'trace|!left0': exampleOf('trace|!left0` to `trace|!left95') });
  jest.useFakeTimers({ now: 1_790_000_041_000 });
  Object.assign(globalThis, { CacheService: { getDocumentCache: () => ({ getAll }), getUserCache: () => null } });
  expect(readDeposited()).toEqual([{ id: 'TRACE_TECH', args: ['a.example'] }]);
  jest.useRealTimers();
});
