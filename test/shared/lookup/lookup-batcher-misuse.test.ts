import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import { cell, ScriptedHost } from '../../fakes/batcher-host';
import { companyApi, json } from '../../fakes/memory-host';

/** If a host, or a caller, misbehaves, the cell is answered, and others are spared. */

const API = companyApi({ 'a.com': { slug: 'a', name: 'A', primary_domain: 'a.com' } });
const AGE = { maxAgeMs: 86_400_000, isAgeAsked: true };

interface Said {
  /** By company, what is known or the sentence of what went wrong. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly requests: number;
}

async function ask(host: ScriptedHost, domains: readonly string[], age = AGE): Promise<Said> {
  const batcher = new LookupBatcher(host);
  const asked = batcher.lookup('company', domains, age);
  await host.endWindow();
  const outcomes = [...(await asked)].map(([domain, outcome]) => [
    domain,
    outcome.is === 'failed' ? outcome.error.message : outcome.is,
  ]);
  return { outcomes: Object.fromEntries(outcomes) as Said['outcomes'], requests: host.requests.length };
}

const throws = (message: string) => (): never => {
  throw new Error(message);
};
const WENT_WRONG = (detail: string): string =>
  `Something went wrong (${detail}). In the Trace panel on a computer, open Settings > Maintenance > Diagnose and copy the details.`;

describe('a host', () => {
  it.each<readonly [string, (host: ScriptedHost) => void, Said]>([
    [
      'that cannot say whose key it is',
      (host) => void (host.account = throws('no account')),
      { outcomes: { 'a.com': WENT_WRONG('no account') }, requests: 0 },
    ],
    [
      'that cannot end a window',
      (host) => void (host.schedule = throws('no timer')),
      { outcomes: { 'a.com': WENT_WRONG('no timer') }, requests: 0 },
    ],
    [
      'that cannot run a task',
      (host) => void (host.run = throws('no network')),
      { outcomes: { 'a.com': WENT_WRONG('no network') }, requests: 0 },
    ],
    [
      'that cannot say how long it may take',
      (host) => void (host.toLimits = throws('no limits')),
      { outcomes: { 'a.com': WENT_WRONG('no limits') }, requests: 0 },
    ],
    [
      'without a port for requests',
      (host) => host.misuse({ http: undefined }),
      {
        outcomes: { 'a.com': WENT_WRONG('This task asks its host for "http", and the host has no suc…') },
        requests: 0,
      },
    ],
    [
      'that grants nothing, since it has no port for it',
      (host) => host.misuse({ reserve: undefined }),
      {
        outcomes: { 'a.com': WENT_WRONG('This task asks its host for "reserve", and the host has no …') },
        requests: 0,
      },
    ],
    [
      'that answers fewer requests than it was given',
      (host) => host.misuse({ http: () => [] }),
      {
        outcomes: {
          'a.com': 'Trace could not be reached. Check your connection, then choose Retry problems on a computer.',
        },
        requests: 0,
      },
    ],
  ])('%s: the cell says so', async (_name, misuse, said) => {
    const host = new ScriptedHost(API);
    misuse(host);
    expect(await ask(host, ['a.com'])).toEqual(said);
  });

  it.each<readonly [string, (host: ScriptedHost) => void]>([
    ['that ends a window at once', (host) => void (host.schedule = (callback) => callback())],
    [
      'that ends a window twice',
      (host) => {
        const { schedule } = host;
        host.schedule = (callback) => [callback, callback].forEach(schedule);
      },
    ],
    ['whose clock says nothing', (host) => void (host.nowMs = () => NaN)],
    [
      'whose store holds what is no answer',
      (host) =>
        host.misuse({
          cacheGet: ({ keys }: { readonly keys: readonly string[] }) => new Map(keys.map((key) => [key, '{"half an '])),
        }),
    ],
  ])('%s: the cell has its answer, for one request', async (_name, misuse) => {
    const host = new ScriptedHost(API);
    misuse(host);
    expect(await ask(host, ['a.com'])).toEqual({ outcomes: { 'a.com': 'found' }, requests: 1 });
  });
});

describe('a service', () => {
  it.each([
    ['that leaves rows out', { results: [] }, 'Trace answered without this row. Choose Retry problems on a computer.'],
    [
      'that answers nothing',
      null,
      'The answer from Trace could not be read. Wait a minute, then choose Retry problems on a computer.',
    ],
  ])('%s: each cell says so', async (_name, body, sentence) => {
    const host = new ScriptedHost(() => json(200, body));
    expect(await ask(host, ['a.com', 'b.com'])).toEqual({
      outcomes: { 'a.com': sentence, 'b.com': sentence },
      requests: 1,
    });
  });
});

describe('a caller', () => {
  it('that asks for nothing is answered with nothing', async () => {
    expect(await ask(new ScriptedHost(API), [])).toEqual({ outcomes: {}, requests: 0 });
  });

  it('that asks three times for the same is answered once', async () => {
    const host = new ScriptedHost(API);
    await ask(host, ['a.com', 'a.com', 'a.com']);
    expect(host.batches).toEqual([['a.com']]);
  });

  it.each([NaN, -1])('that wants an answer no older than %d ms gets a new one', async (maxAgeMs) => {
    const host = new ScriptedHost(API);
    await ask(host, ['a.com'], { ...AGE, maxAgeMs });
    expect(await ask(host, ['a.com'], { ...AGE, maxAgeMs })).toEqual({ outcomes: { 'a.com': 'found' }, requests: 2 });
  });

  it('that lets go three times does not let go for others', async () => {
    const host = new ScriptedHost(API);
    const batcher = new LookupBatcher(host);
    const [one, other] = [cell(batcher, ['a.com']), cell(batcher, ['a.com'])];
    for (let times = 0; times < 3; times += 1) one.cancel();
    await host.endWindow();
    expect({ shown: await other.shown, batches: host.batches }).toEqual({ shown: ['found'], batches: [['a.com']] });
  });
});
