import type { Work } from '../../../shared/lookup/batch-sender';
import { atMost } from '../../../shared/lookup/lookup-batcher';

/** Tasks whose answers come, and that end, when the test says so. */
class Tasks {
  readonly begun: string[] = [];
  private readonly receives = new Map<string, () => void>();
  private readonly ends = new Map<string, (error?: Error) => void>();

  readonly do =
    (name: string): Work =>
    (received) => {
      this.begun.push(name);
      this.receives.set(name, received);
      return new Promise((resolve, reject) => {
        this.ends.set(name, (error) => (error === undefined ? resolve() : reject(error)));
      });
    };

  async receive(name: string): Promise<void> {
    this.receives.get(name)?.();
    await turn();
  }

  async end(name: string, error?: Error): Promise<void> {
    this.ends.get(name)?.(error);
    await turn();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a limit', () => {
  it('lets so many begin, and the others in order as there is room', async () => {
    const [tasks, limit] = [new Tasks(), atMost(2)];
    const all = ['a', 'b', 'c', 'd'].map((name) => limit(tasks.do(name)));
    await turn();
    expect(tasks.begun).toEqual(['a', 'b']);
    for (const name of ['b', 'a', 'c', 'd']) await tasks.end(name);
    await Promise.all(all);
    expect(tasks.begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('hands a failure on, and makes room', async () => {
    const [tasks, limit] = [new Tasks(), atMost(1)];
    const failing = limit(tasks.do('a')).catch((error: unknown) => String(error));
    void limit(tasks.do('b'));
    await turn();
    await tasks.end('a', new Error('no'));
    expect(await failing).toBe('Error: no');
    expect(tasks.begun).toEqual(['a', 'b']);
  });

  it('makes room again when all is done', async () => {
    const [tasks, limit] = [new Tasks(), atMost(1)];
    void limit(tasks.do('a'));
    await turn();
    await tasks.end('a');
    void limit(tasks.do('b'));
    await turn();
    expect(tasks.begun).toEqual(['a', 'b']);
  });
});

describe('a task whose answer has come', () => {
  it('lets the next one begin while it is read', async () => {
    const [tasks, limit] = [new Tasks(), atMost(1)];
    void limit(tasks.do('a'));
    void limit(tasks.do('b'));
    await turn();
    await tasks.receive('a');
    expect(tasks.begun).toEqual(['a', 'b']);
  });

  it('makes room for one other, however often it says so, and none when it ends', async () => {
    const [tasks, limit] = [new Tasks(), atMost(1)];
    for (const name of ['a', 'b', 'c']) void limit(tasks.do(name));
    await turn();
    await tasks.receive('a');
    await tasks.receive('a');
    await tasks.end('a');
    expect(tasks.begun).toEqual(['a', 'b']);
  });

  it('makes no room once as many are read as may be sent', async () => {
    const [tasks, limit] = [new Tasks(), atMost(2)];
    for (const name of ['a', 'b', 'c', 'd', 'e']) void limit(tasks.do(name));
    await turn();
    for (const name of ['a', 'b', 'c', 'd']) await tasks.receive(name);
    expect(tasks.begun).toEqual(['a', 'b', 'c', 'd']);
    await tasks.end('b');
    expect(tasks.begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('makes room again when it fails', async () => {
    const [tasks, limit] = [new Tasks(), atMost(1)];
    const failing = limit(tasks.do('a')).catch(String);
    await turn();
    await tasks.receive('a');
    await tasks.end('a', new Error('no'));
    expect(await failing).toBe('Error: no');
    void limit(tasks.do('b'));
    await turn();
    expect(tasks.begun).toEqual(['a', 'b']);
  });
});
