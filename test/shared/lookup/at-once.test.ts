import { atMost, type Work } from '../../../shared/lookup/at-once';

/** Tasks that are sent, and end, when the test says so. */
class Tasks {
  readonly said: string[] = [];
  private readonly sends = new Map<string, () => void>();
  private readonly ends = new Map<string, (error?: Error) => void>();

  readonly do =
    (name: string): Work =>
    (sent) => {
      this.said.push(`${name} begins`);
      this.sends.set(name, sent);
      return new Promise((resolve, reject) => {
        const answer = (): void => void this.said.push(`${name} is answered`);
        this.ends.set(name, (error) => (error === undefined ? resolve(answer) : reject(error)));
      });
    };

  send(name: string): void {
    this.sends.get(name)!();
  }

  async end(name: string, error?: Error): Promise<void> {
    this.ends.get(name)!(error);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a limit', () => {
  it('lets so many begin, and the others in order as there is room', async () => {
    const [tasks, limit] = [new Tasks(), atMost(2)];
    const all = ['a', 'b', 'c', 'd'].map((name) => limit(tasks.do(name)));
    expect(tasks.said).toEqual(['a begins', 'b begins']);
    for (const name of ['b', 'a', 'c', 'd']) await tasks.end(name);
    await Promise.all(all);
    expect(tasks.said.filter((said) => said.endsWith('begins'))).toEqual([
      'a begins',
      'b begins',
      'c begins',
      'd begins',
    ]);
  });

  it('hands a failure on, and makes room', async () => {
    const [tasks, limit] = [new Tasks(), atMost(1)];
    const failing = limit(tasks.do('a')).catch((error: unknown) => String(error));
    void limit(tasks.do('b'));
    await tasks.end('a', new Error('no'));
    expect(await failing).toBe('Error: no');
    expect(tasks.said).toEqual(['a begins', 'b begins']);
  });

  it('makes room again when all is done', async () => {
    const [tasks, limit] = [new Tasks(), atMost(1)];
    void limit(tasks.do('a'));
    await tasks.end('a');
    void limit(tasks.do('b'));
    expect(tasks.said).toEqual(['a begins', 'a is answered', 'b begins']);
  });
});

describe('whoever waits for a task is answered', () => {
  it('once the next one in its place is on its way', async () => {
    const [tasks, limit] = [new Tasks(), atMost(1)];
    void limit(tasks.do('a'));
    void limit(tasks.do('b'));
    await tasks.end('a');
    expect(tasks.said).toEqual(['a begins', 'b begins']);
    tasks.send('b');
    expect(tasks.said).toEqual(['a begins', 'b begins', 'a is answered']);
  });

  it('once the next one has ended without being sent, or has failed', async () => {
    const [tasks, limit] = [new Tasks(), atMost(1)];
    void limit(tasks.do('a'));
    const failing = limit(tasks.do('b')).catch(String);
    void limit(tasks.do('c'));
    await tasks.end('a');
    await tasks.end('b', new Error('no'));
    await failing;
    await tasks.end('c');
    expect(tasks.said).toEqual(['a begins', 'b begins', 'a is answered', 'c begins', 'c is answered']);
  });

  it('only once, however often the next one sends', async () => {
    const [tasks, limit] = [new Tasks(), atMost(1)];
    void limit(tasks.do('a'));
    void limit(tasks.do('b'));
    await tasks.end('a');
    tasks.send('b');
    tasks.send('b');
    await tasks.end('b');
    expect(tasks.said).toEqual(['a begins', 'b begins', 'a is answered', 'b is answered']);
  });
});
