import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import { cell, numbered, ScriptedHost } from '../../fakes/batcher-host';
import { companyApi } from '../../fakes/memory-host';

/** Excel hands cells over in messages with gaps between them. Time is the test's own. */

class TimedHost extends ScriptedHost {
  override schedule = (callback: () => void, afterMs: number): void => void setTimeout(callback, afterMs);
  override nowMs = (): number => Date.now();
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
afterEach(() => jest.useRealTimers());

async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 5) {
    await jest.advanceTimersByTimeAsync(5);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

it.each([
  [20, 30, 15],
  [37, 60, 16],
  [100, 60, 12],
  [50, 90, 13],
])('1,000 cells in messages of %i every %i ms are at most %i requests', async (perMessage, gapMs, most) => {
  const host = new TimedHost(companyApi({}));
  const batcher = new LookupBatcher(host);
  const shown: Promise<unknown>[] = [];
  for (let first = 1; first <= 1_000; first += perMessage) {
    const count = Math.min(perMessage, 1_001 - first);
    shown.push(...numbered(count, first).map((domain) => cell(batcher, [domain]).shown));
    await pass(gapMs);
  }
  await pass(1_000);
  expect((await Promise.all(shown)).length).toBe(1_000);
  expect(host.batches.length).toBeLessThanOrEqual(most);
});

it('a lone cell is asked for within 150 ms', async () => {
  const host = new TimedHost(companyApi({}));
  void cell(new LookupBatcher(host), ['a.com']);
  await pass(150);
  expect(host.batches).toEqual([['a.com']]);
});

it('the first cell is asked for within half a second, however many follow', async () => {
  const host = new TimedHost(companyApi({}));
  const batcher = new LookupBatcher(host);
  for (const domain of numbered(10)) {
    void cell(batcher, [domain]);
    await pass(50);
  }
  expect(host.batches[0]?.[0]).toBe('company-1.example');
});

it('10,000 cells at once are 100 requests', async () => {
  const host = new TimedHost(companyApi({}));
  const batcher = new LookupBatcher(host);
  for (const domain of numbered(10_000)) void cell(batcher, [domain]);
  await pass(500);
  expect(host.batches.length).toBe(100);
});

it('a cell whose answer is saved waits for no other', async () => {
  const host = new TimedHost(companyApi({}));
  host.store.set('trace1|acc-1|company|a.com', JSON.stringify(['a.com', Date.now(), { name: 'A' }]));
  const answered = jest.fn();
  void cell(new LookupBatcher(host), ['a.com']).shown.then(answered);
  await pass(40);
  expect(answered).toHaveBeenCalledWith(['found']);
});
