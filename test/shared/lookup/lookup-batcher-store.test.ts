import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import { cell, numbered, ScriptedHost, TWO_COMPANIES } from '../../fakes/batcher-host';
import { json } from '../../fakes/memory-host';

const DAY_MS = 86_400_000;

describe('the next session', () => {
  async function firstSession(host: ScriptedHost): Promise<void> {
    const { shown } = cell(new LookupBatcher(host), ['a.com', 'x.com']);
    await host.endWindow();
    await shown;
  }

  it('finds in the store what was answered, with one read for all cells', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    await firstSession(host);
    host.storeReads = 0;
    const batcher = new LookupBatcher(host);
    const cells = ['a.com', 'x.com', 'a.com'].map((domain) => cell(batcher, [domain]));
    await host.endWindow();
    expect({
      shown: await Promise.all(cells.map(({ shown }) => shown)),
      requests: host.requests.length,
      storeReads: host.storeReads,
    }).toEqual({ shown: [['found'], ['notTracked'], ['found']], requests: 1, storeReads: 1 });
  });

  it('asks in full batches for what the store has not', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    await firstSession(host);
    const batcher = new LookupBatcher(host);
    const cells = ['a.com', ...numbered(100)].map((domain) => cell(batcher, [domain]));
    await host.endWindow();
    await Promise.all(cells.map(({ shown }) => shown));
    expect(host.batches.slice(1).map((domains) => domains.length)).toEqual([100]);
  });

  it('asks again for what is older than a cell allows, and shows the old where that fails', async () => {
    let isDown = false;
    const host = new ScriptedHost((request) => (isDown ? json(400, {}) : TWO_COMPANIES(request)));
    await firstSession(host);
    isDown = true;
    host.clockMs += 2 * DAY_MS;
    const { shown } = cell(new LookupBatcher(host), ['a.com'], DAY_MS);
    await host.endWindow();
    expect({ shown: await shown, requests: host.requests.length }).toEqual({ shown: ['found'], requests: 2 });
  });

  it('shows in a preview what the store has', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    await firstSession(host);
    expect((await new LookupBatcher(host).outcomesNow('company', ['a.com'])).get('a.com')?.is).toBe('found');
  });

  it('knows that the batch route was missing', async () => {
    const host = new ScriptedHost((request) =>
      request.operation === 'companies.batch' ? json(405, {}) : TWO_COMPANIES(request),
    );
    await firstSession(host);
    const { shown } = cell(new LookupBatcher(host), ['b.com']);
    await host.endWindow();
    await shown;
    expect(host.requests.map(({ operation }) => operation)).toEqual([
      'companies.batch',
      'companies.show',
      'companies.show',
      'companies.show',
    ]);
  });
});

it('a store that fails is a store that has nothing', async () => {
  const host = new ScriptedHost(TWO_COMPANIES);
  host.breakStore();
  const { shown } = cell(new LookupBatcher(host), ['a.com']);
  await host.endWindow();
  expect(await shown).toEqual(['found']);
});

it('an answer of this session outlives an older one that comes back into the store', async () => {
  const host = new ScriptedHost(TWO_COMPANIES);
  const batcher = new LookupBatcher(host);
  const ask = async (maxAgeMs: number): Promise<void> => {
    const { shown } = cell(batcher, ['a.com'], maxAgeMs);
    await host.endWindow();
    await shown;
  };
  await ask(DAY_MS);
  const old = new Map(host.store);
  host.clockMs += 2 * DAY_MS;
  await ask(DAY_MS);
  for (const [key, text] of old) host.store.set(key, text);
  await batcher.outcomesNow('company', ['a.com']);
  await ask(DAY_MS);
  expect(host.requests).toHaveLength(2);
});
