import { http, now, runAsync, runSync, sleep, type AsyncPerformers, type Task } from '../../shared/task';
import { json, MemoryHost } from '../fakes/memory-host';

const request = { operation: 'companies.show', method: 'GET', path: '/companies/a.example' } as const;

function* work(): Task<string> {
  const startMs = yield* now();
  yield* sleep(250);
  const [exchange] = yield* http([request]);
  return `${(yield* now()) - startMs} ms, ${exchange?.ok === true ? exchange.response.status : 'none'}`;
}

function* carefulWork(): Task<string> {
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
    ) as unknown as AsyncPerformers;
    expect(await runAsync(work(), later)).toBe('250 ms, 200');
  });

  it('throws inside the task what the host throws', () => {
    expect(runSync(carefulWork(), { ...new MemoryHost(brokenHttp).performers, http: brokenHttp })).toBe(
      'caught no network',
    );
  });

  it('throws inside the task what the host rejects with', async () => {
    const performers: AsyncPerformers = {
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
