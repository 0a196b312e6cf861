import { atMost } from '../../../shared/lookup/lookup-batcher';
import { BatchQueue, type QueueHost } from '../../../shared/lookup/batch-queue';
import type { LookupOutcome } from '../../../shared/records/outcome';
import { numbered } from '../../fakes/batcher-host';

const AGE = { maxAgeMs: 86_400_000, isAgeAsked: true };
const NOT_TRACKED: LookupOutcome = { is: 'notTracked', asOfMs: 0 };

/** A queue whose windows and quiet end, and whose store answers, when the test says so. */
function makeQueue() {
  const windows: (() => void)[] = [];
  const quiets: (() => void)[] = [];
  const reads: { readonly answer: () => void; readonly fail: () => void }[] = [];
  const batches: number[] = [];
  const host: QueueHost = {
    schedule: (callback, afterMs) => void (afterMs < 100 ? windows : quiets).push(callback),
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
      return Promise.all(
        identifiers.map(
          (identifier) =>
            new Promise<string>((resolve) => {
              let told = '';
              queue.ask([identifier], {
                wish: AGE,
                take: (_identifier, { is }) => (told = is),
                end: () => resolve(told),
              });
            }),
        ),
      );
    },
    /** One cell asks for so many. */
    askTogether(count: number, first: number): Promise<void> {
      return new Promise((resolve) => {
        let left = count;
        const end = (): void => {
          left -= 1;
          if (left === 0) resolve();
        };
        queue.ask(numbered(count, first), { wish: AGE, take: () => undefined, end });
      });
    },
    /** Asks, and asks again at the moment of the answer. */
    askWhenTold(identifier: string, told: (is: string) => void): void {
      const cell = { wish: AGE, take: () => undefined };
      const second = { ...cell, take: (_identifier: string, { is }: LookupOutcome) => told(is), end: () => undefined };
      queue.ask([identifier], { ...cell, end: () => queue.ask([identifier], second) });
    },
    async endWindow(): Promise<void> {
      windows.shift()?.();
      await turn();
    },
    /** A hundred milliseconds have passed. */
    async endQuiet(): Promise<void> {
      quiets.shift()?.();
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

  it('waits for what may follow, and goes with it', async () => {
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

  it('goes once nothing has followed', async () => {
    const queue = makeQueue();
    const first = queue.ask(150, 1);
    await queue.endWindow();
    await queue.read('answer');
    expect(queue.batches).toEqual([100]);
    await queue.endQuiet();
    await first;
    expect(queue.batches).toEqual([100, 50]);
  });

  it('waits again where something has followed', async () => {
    const queue = makeQueue();
    const first = queue.ask(50, 1);
    await queue.endWindow();
    await queue.read('answer');
    const second = queue.ask(20, 51);
    await queue.endWindow();
    await queue.read('answer');
    await queue.endQuiet();
    expect(queue.batches).toEqual([]);
    await queue.endQuiet();
    await Promise.all([first, second]);
    expect(queue.batches).toEqual([70]);
  });

  it('goes by itself where what follows needs nothing', async () => {
    const queue = makeQueue();
    const first = queue.ask(50, 1);
    await queue.endWindow();
    const second = queue.ask(50, 51);
    await queue.read('answer');
    await queue.endWindow();
    await queue.read('fail');
    await queue.endQuiet();
    expect(queue.batches).toEqual([50]);
    expect({ first: new Set(await first), second: new Set(await second) }).toEqual({
      first: new Set(['notTracked']),
      second: new Set(['failed']),
    });
  });
});

describe('while others wait', () => {
  it('a company that was answered is asked for again, in the window that is open', async () => {
    const queue = makeQueue();
    const first = queue.ask(150, 1);
    await queue.endWindow();
    const second = queue.ask(49, 151);
    await queue.read('answer');
    const again = queue.ask(1, 1);
    await queue.endWindow();
    await queue.read('answer');
    expect(await Promise.all([first, second, again])).toHaveLength(3);
    expect(queue.batches).toEqual([100, 100]);
  });

  it('a company that was answered is asked for again, in a new window, and one that waits is not', async () => {
    const queue = makeQueue();
    const first = queue.ask(150, 1);
    await queue.endWindow();
    await queue.read('answer');
    const again = [queue.ask(1, 1), queue.ask(1, 150)];
    await queue.endWindow();
    await queue.read('answer');
    await queue.endQuiet();
    await queue.endQuiet();
    expect(await Promise.all([first, ...again])).toHaveLength(3);
    expect(queue.batches).toEqual([100, 51]);
  });

  it('a cell that asks for one that was answered and one that waits asks for the first alone', async () => {
    const queue = makeQueue();
    const first = queue.ask(150, 1);
    await queue.endWindow();
    await queue.read('answer');
    const both = queue.askTogether(2, 100);
    await queue.endWindow();
    await queue.read('answer');
    await queue.endQuiet();
    await queue.endQuiet();
    expect(await Promise.all([first, both])).toHaveLength(2);
    expect(queue.batches).toEqual([100, 51]);
  });

  it('a cell that asks again as it is told gets another answer', async () => {
    const queue = makeQueue();
    const first = queue.ask(150, 1);
    await queue.endWindow();
    const again = new Promise<string>((resolve) => queue.askWhenTold('company-1.example', resolve));
    await queue.read('answer');
    await queue.endWindow();
    await queue.read('answer');
    await queue.endQuiet();
    await queue.endQuiet();
    expect({ again: await again, first: (await first).length }).toEqual({ again: 'notTracked', first: 150 });
    expect(queue.batches).toEqual([100, 51]);
  });
});
