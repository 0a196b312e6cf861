import { atMost } from '../../../shared/lookup/at-once';

/** Work that ends when the test says so. */
class Work {
  readonly started: string[] = [];
  private readonly ends = new Map<string, (error?: Error) => void>();

  readonly do = (name: string) => (): Promise<string> => {
    this.started.push(name);
    return new Promise((resolve, reject) => {
      this.ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error)));
    });
  };

  async end(name: string, error?: Error): Promise<void> {
    this.ends.get(name)!(error);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a limit', () => {
  it('lets so many begin, and the others in order as there is room', async () => {
    const [work, limit] = [new Work(), atMost(2)];
    const all = ['a', 'b', 'c', 'd'].map((name) => limit(work.do(name)));
    expect(work.started).toEqual(['a', 'b']);
    await work.end('b');
    expect(work.started).toEqual(['a', 'b', 'c']);
    await work.end('a');
    await work.end('c');
    await work.end('d');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('hands a failure on, and makes room', async () => {
    const [work, limit] = [new Work(), atMost(1)];
    const failing = limit(work.do('a')).catch((error: unknown) => String(error));
    void limit(work.do('b'));
    await work.end('a', new Error('no'));
    expect(await failing).toBe('Error: no');
    expect(work.started).toEqual(['a', 'b']);
  });

  it('makes room again when all is done', async () => {
    const [work, limit] = [new Work(), atMost(1)];
    void limit(work.do('a'));
    await work.end('a');
    void limit(work.do('b'));
    expect(work.started).toEqual(['a', 'b']);
  });
});
