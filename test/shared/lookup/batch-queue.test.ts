import { atMost } from '../../../shared/lookup/at-once';
import { BatchQueue, type QueueHost } from '../../../shared/lookup/batch-queue';
import type { LookupOutcome } from '../../../shared/records/outcome';
import { numbered } from '../../fakes/batcher-host';

const AGE = { maxAgeMs: 86_400_000, isAgeAsked: true };
const NOT_TRACKED: LookupOutcome = { is: 'notTracked', asOfMs: 0 };

/** A queue whose windows end, and whose store answers, when the test says so. */
function makeQueue() {
  const windows: (() => void)[] = [];
  const reads: { readonly answer: () => void; readonly fail: () => void }[] = [];
  const batches: number[] = [];
  const host: QueueHost = {
    schedule: (callback) => void windows.push(callback),
    nowMs: () => 0,
    recall: () =>
      new Promise((resolve, reject) => {
        reads.push({ answer: () => resolve(new Map()), fail: () => reject(new Error('the store is gone')) });
      }),
    fetch: ({ needed }) => {
      batches.push(needed.length);
      return Promise.resolve(new Map(needed.map((identifier) => [identifier, NOT_TRACKED])));
    },
    atOnce: atMost(4),
  };
  const queue = new BatchQueue(host);
  return {
    batches,
    ask(count: number, first: number): Promise<string[]> {
      const identifiers = numbered(count, first);
      queue.hold(identifiers, AGE);
      return Promise.all(identifiers.map(async (identifier) => (await queue.load(identifier)).is));
    },
    async endWindow(): Promise<void> {
      windows.shift()?.();
      await turn();
    },
    async read(does: 'answer' | 'fail'): Promise<void> {
      reads.shift()?.[does]();
      await turn();
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what a window leaves over under a hundred', () => {
  it('goes with the window that gathers meanwhile', async () => {
    const queue = makeQueue();
    const first = queue.ask(150, 1);
    await queue.endWindow();
    const second = queue.ask(50, 151);
    await queue.read('answer');
    expect(queue.batches).toEqual([100]);
    await queue.endWindow();
    await queue.read('answer');
    expect(queue.batches).toEqual([100, 100]);
    expect(new Set([...(await first), ...(await second)])).toEqual(new Set(['notTracked']));
  });

  it('waits for one more window, in which the rest of a large recalculation may come', async () => {
    const queue = makeQueue();
    const first = queue.ask(150, 1);
    await queue.endWindow();
    await queue.read('answer');
    const second = queue.ask(50, 151);
    await queue.endWindow();
    await queue.read('answer');
    await Promise.all([first, second]);
    expect(queue.batches).toEqual([100, 100]);
  });

  it('goes when that has brought nothing', async () => {
    const queue = makeQueue();
    const first = queue.ask(150, 1);
    await queue.endWindow();
    await queue.read('answer');
    expect(queue.batches).toEqual([100]);
    await queue.endWindow();
    await first;
    expect(queue.batches).toEqual([100, 50]);
  });

  it('of a few cells goes at once', async () => {
    const queue = makeQueue();
    const first = queue.ask(50, 1);
    await queue.endWindow();
    await queue.read('answer');
    await first;
    expect(queue.batches).toEqual([50]);
  });

  it('goes by itself where that window needs nothing', async () => {
    const queue = makeQueue();
    const first = queue.ask(50, 1);
    await queue.endWindow();
    const second = queue.ask(50, 51);
    await queue.read('answer');
    await queue.endWindow();
    await queue.read('fail');
    expect(queue.batches).toEqual([50]);
    expect([new Set(await first), new Set(await second)]).toEqual([new Set(['notTracked']), new Set(['failed'])]);
  });
});
