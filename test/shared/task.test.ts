import { http, now, sleep, type ClientPorts, type ClientTask } from '../../shared/client/ports';
import { cacheGet, type RecordsPorts } from '../../shared/records/ports';
import { runAsync, runSync, type Async, type Task } from '../../shared/task';
import { json, MemoryHost } from '../fakes/memory-host';

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
    return `caught ${(error as Error).message}`;
  }
}

const brokenHttp = (): never => {
  throw new Error('no network');
};

describe('the two drivers', () => {
  it('runs a task with a host that answers at once', () => {
    expect(runSync(work(), new MemoryHost(() => json(200, {})).performers)).toBe('250 ms, 200');
  });

  it('runs the same task with a host that answers later', async () => {
    const host = new MemoryHost(() => json(200, {}));
    const later = Object.fromEntries(
      Object.entries(host.performers).map(([name, perform]) => [
        name,
        async (effect: never) => {
          await Promise.resolve();
          return (perform as (effect: never) => unknown)(effect);
        },
      ]),
    ) as unknown as Async<ClientPorts>;
    expect(await runAsync(work(), later)).toBe('250 ms, 200');
  });

  it('throws inside the task what the host throws', () => {
    expect(runSync(carefulWork(), { ...new MemoryHost(brokenHttp).performers, http: brokenHttp })).toBe(
      'caught no network',
    );
  });

  it('throws inside the task what the host rejects with', async () => {
    const performers: Async<ClientPorts> = {
      ...new MemoryHost(brokenHttp).performers,
      http: () => Promise.reject(new Error('no network')),
    };
    expect(await runAsync(carefulWork(), performers)).toBe('caught no network');
  });

  it('lets an error that the task does not catch out', () => {
    const performers = { ...new MemoryHost(brokenHttp).performers, http: brokenHttp };
    expect(() => runSync(work(), performers)).toThrow('no network');
  });
});

describe('a port that is missing', () => {
  const MISSING = 'This task asks its host for "cacheGet", and the host has no such port.';

  /** As the store's readers do: a store that fails has nothing. */
  function* forgivingWork(): Task<number, RecordsPorts> {
    try {
      return (yield* cacheGet(['a'])).size;
    } catch {
      return 0;
    }
  }
  const ports = { account: () => null } as unknown as RecordsPorts;

  it('ends the run with a sentence that names it, whatever the task forgives', () => {
    expect(() => runSync(forgivingWork(), ports)).toThrow(MISSING);
  });

  it('does so with a host that answers later', async () => {
    await expect(runAsync(forgivingWork(), ports)).rejects.toThrow(MISSING);
  });

  it('is none that every object has', () => {
    function* odd(): Task<void, { readonly constructor: () => void }> {
      yield { ask: 'constructor' };
    }
    expect(() => runSync(odd(), {} as never)).toThrow('"constructor"');
  });

  it('is refused by the compiler, where the host says what it has', () => {
    const { account, cachePut } = new MemoryHost(brokenHttp).performers;
    // @ts-expect-error cacheGet is missing
    expect(() => runSync(forgivingWork(), { account, cachePut })).toThrow(MISSING);
  });
});
