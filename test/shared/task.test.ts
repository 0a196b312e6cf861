import { http, now, sleep, type ClientTask } from '../../shared/client/ports';
import { cacheGet, type RecordsPorts } from '../../shared/lookup/ports';
import { runAsync, runSync, type Async, type Task } from '../../shared/task';
import { json, MemoryHost } from '../fakes/memory-host';

type Drive = <T, P extends object>(task: Task<T, P>, ports: P) => Promise<T>;

/** The same ports, each of which answers, or throws, in a later turn. */
function later<P extends object>(ports: P): Async<P> {
  const entries = Object.entries(ports).map(([name, port]: [string, (asked: unknown) => unknown]) => [
    name,
    async (asked: unknown) => {
      await Promise.resolve();
      return port(asked);
    },
  ]);
  return Object.fromEntries(entries) as Async<P>;
}

const DRIVERS: readonly (readonly [string, Drive])[] = [
  ['runSync', async (task, ports) => runSync(task, ports)],
  ['runAsync with a host that answers later', (task, ports) => runAsync(task, later(ports))],
  ['runAsync with a host that answers at once', (task, ports) => runAsync(task, ports as Async<typeof ports>)],
];

const request = { operation: 'companies.show', method: 'GET', path: '/companies/a.example' } as const;

function* work(): ClientTask<string> {
  const startMs = yield* now();
  yield* sleep(250);
  const [exchange] = yield* http([request]);
  return `${(yield* now()) - startMs} ms, ${exchange?.ok === true ? exchange.response.status : 'none'}`;
}

function* carefulWork(): ClientTask<string> {
  try {
    yield* http([request]);
    return 'no error';
  } catch (error) {
    const atMs = yield* now();
    return `caught ${(error as Error).message}, and went on: ${atMs > 0}`;
  }
}

const brokenHttp = (): never => {
  throw new Error('no network');
};
const broken = { ...new MemoryHost(brokenHttp).performers, http: brokenHttp };

describe.each(DRIVERS)('%s', (_name, drive) => {
  it('runs a task to its end', async () => {
    expect(await drive(work(), new MemoryHost(() => json(200, {})).performers)).toBe('250 ms, 200');
  });

  it('gives back what a task answers that asks nothing', async () => {
    function* idle(): ClientTask<number> {
      return 7;
    }
    expect(await drive(idle(), broken)).toBe(7);
  });

  it('throws inside the task what the host throws, which may go on', async () => {
    expect(await drive(carefulWork(), broken)).toBe('caught no network, and went on: true');
  });

  it('lets an error that the task does not catch out', async () => {
    await expect(drive(work(), broken)).rejects.toThrow('no network');
  });

  it('lets out what the task itself throws', async () => {
    function* wrong(): ClientTask<string> {
      yield* now();
      throw new Error('wrong from the start');
    }
    await expect(drive(wrong(), broken)).rejects.toThrow('wrong from the start');
  });

  describe('with a port that is missing', () => {
    const MISSING = 'This task asks its host for "cacheGet", and the host has no such port.';

    /** As the store's readers do: a store that fails has nothing. */
    function* forgivingWork(): Task<number, RecordsPorts> {
      try {
        return (yield* cacheGet(['a'])).size;
      } catch {
        return 0;
      }
    }

    it('ends the run with a sentence that names it, whatever the task forgives', async () => {
      const ports = { account: () => null } as unknown as RecordsPorts;
      await expect(drive(forgivingWork(), ports)).rejects.toThrow(MISSING);
    });

    it('does not take for one what every object has', async () => {
      function* odd(): Task<void, { readonly constructor: () => void }> {
        yield { ask: 'constructor' };
      }
      const sentence = 'This task asks its host for "constructor", and the host has no such port.';
      await expect(drive(odd(), {} as never)).rejects.toThrow(sentence);
    });

    it('is refused by the compiler, where the host says what it has', async () => {
      const { account, cachePut } = new MemoryHost(brokenHttp).performers;
      // @ts-expect-error cacheGet is missing
      await expect(drive(forgivingWork(), { account, cachePut })).rejects.toThrow(MISSING);
    });
  });
});
