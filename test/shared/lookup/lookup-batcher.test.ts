import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import { cell, numbered, ScriptedHost, TWO_COMPANIES } from '../../fakes/batcher-host';
import { json } from '../../fakes/memory-host';

const DAY_MS = 86_400_000;

describe('cells that ask in the same window', () => {
  it('are asked for together', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const cells = ['a.com', 'b.com', 'x.com'].map((domain) => cell(batcher, [domain]));
    await host.endWindow();
    expect({ shown: await Promise.all(cells.map(({ shown }) => shown)), batches: host.batches }).toEqual({
      shown: [['found'], ['found'], ['notTracked']],
      batches: [['a.com', 'b.com', 'x.com']],
    });
  });

  it('are asked for once where they ask the same', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const cells = [cell(batcher, ['a.com']), cell(batcher, ['a.com']), cell(batcher, ['a.com', 'b.com'])];
    await host.endWindow();
    expect({ shown: await Promise.all(cells.map(({ shown }) => shown)), batches: host.batches }).toEqual({
      shown: [['found'], ['found'], ['found', 'found']],
      batches: [['a.com', 'b.com']],
    });
  });

  it('are asked for once where one names a company twice', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const { shown } = cell(new LookupBatcher(host), ['a.com', 'b.com', 'a.com']);
    await host.endWindow();
    expect({ shown: await shown, batches: host.batches }).toEqual({
      shown: ['found', 'found', 'found'],
      batches: [['a.com', 'b.com']],
    });
  });

  it('are cut at a hundred', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const cells = numbered(250).map((domain) => cell(batcher, [domain]));
    await host.endWindow();
    await Promise.all(cells.map(({ shown }) => shown));
    expect(host.batches.map((domains) => domains.length)).toEqual([100, 100, 50]);
  });

  it('are answered only once the next batch is on its way, so that no connection waits for the page', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    host.isHeld = true;
    const batcher = new LookupBatcher(host);
    const sentByThen = numbered(500).map(async (domain) => {
      await cell(batcher, [domain]).shown;
      return host.requests.length;
    });
    await host.endWindow();
    expect(host.requests).toHaveLength(4);
    await host.release();
    expect(await Promise.race(sentByThen)).toBe(5);
    expect(await Promise.all(sentByThen)).toHaveLength(500);
  });

  it('ask nothing without a key', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    host.payer = null;
    const { shown } = cell(new LookupBatcher(host), ['a.com']);
    await host.endWindow();
    expect({ shown: await shown, requests: host.requests }).toEqual({ shown: ['noKey'], requests: [] });
  });

  it('show practice answers without a key, and say of the others that it is missing', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    host.payer = null;
    host.store.set('trace1||company|a.example', JSON.stringify(['a.example', host.clockMs, { name: 'A' }]));
    host.store.set('trace1|acc-1|company|b.com', JSON.stringify(['b.com', host.clockMs, { name: 'B' }]));
    const { shown } = cell(new LookupBatcher(host), ['a.example', 'b.com']);
    await host.endWindow();
    expect({ shown: await shown, requests: host.requests }).toEqual({ shown: ['found', 'noKey'], requests: [] });
  });

  it('do not show practice answers with a key', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    host.store.set('trace1||company|a.example', JSON.stringify(['a.example', host.clockMs, { name: 'A' }]));
    const { shown } = cell(new LookupBatcher(host), ['a.example']);
    await host.endWindow();
    expect({ shown: await shown, batches: host.batches }).toEqual({ shown: ['notTracked'], batches: [['a.example']] });
  });

  it('that began without a key pay nothing once one is set', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const [key] = [host.payer];
    host.payer = null;
    const { shown } = cell(new LookupBatcher(host), ['a.com']);
    host.payer = key;
    await host.endWindow();
    expect({ shown: await shown, requests: host.requests }).toEqual({ shown: ['noKey'], requests: [] });
  });
});

describe('a key that was asked for before', () => {
  it('costs no request while its answer is on its way', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    host.isHeld = true;
    const batcher = new LookupBatcher(host);
    const first = cell(batcher, ['a.com']);
    await host.endWindow();
    const second = cell(batcher, ['a.com']);
    await host.endWindow();
    await host.release();
    expect({ first: await first.shown, second: await second.shown, batches: host.batches }).toEqual({
      first: ['found'],
      second: ['found'],
      batches: [['a.com']],
    });
  });

  it('costs no request while it is remembered', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const first = cell(batcher, ['a.com', 'x.com']);
    await host.endWindow();
    await first.shown;
    expect({ shown: await cell(batcher, ['a.com', 'x.com']).shown, requests: host.requests.length }).toEqual({
      shown: ['found', 'notTracked'],
      requests: 1,
    });
  });

  it('is asked for again when it is older than max_age', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const first = cell(batcher, ['a.com']);
    await host.endWindow();
    await first.shown;
    host.clockMs += 2 * DAY_MS;
    const second = cell(batcher, ['a.com'], DAY_MS);
    await host.endWindow();
    expect({ shown: await second.shown, requests: host.requests.length }).toEqual({ shown: ['found'], requests: 2 });
  });

  it('keeps its last good answer where asking again fails', async () => {
    let isDown = false;
    const host = new ScriptedHost((request) => (isDown ? json(500, {}) : TWO_COMPANIES(request)));
    const batcher = new LookupBatcher(host);
    const first = cell(batcher, ['a.com']);
    await host.endWindow();
    await first.shown;
    isDown = true;
    const second = cell(batcher, ['a.com'], -1);
    await host.endWindow();
    expect(await second.shown).toEqual(['found']);
  });

  it('is not paid for again where the store has lost it', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const byDefault = { maxAgeMs: 30 * 86_400_000, isAgeAsked: false };
    const look = () => batcher.lookup('company', ['a.com'], byDefault);
    const first = look();
    await host.endWindow();
    await first;
    host.store.clear();
    host.clockMs += 31 * 86_400_000;
    const second = look();
    await host.endWindow();
    expect({ outcome: (await second).get('a.com')?.is, requests: host.requests.length }).toEqual({
      outcome: 'found',
      requests: 1,
    });
  });

  it('is asked for again on behalf of another account', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const first = cell(batcher, ['a.com']);
    await host.endWindow();
    await first.shown;
    host.payer = { id: 'acc-2', keyId: 'key-2', keyClass: 'user', readsLists: true };
    const second = cell(batcher, ['a.com']);
    await host.endWindow();
    expect({ shown: await second.shown, requests: host.requests.length }).toEqual({ shown: ['found'], requests: 2 });
  });
});

describe('a preview', () => {
  it('shows what is remembered and asks for nothing', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const first = cell(batcher, ['a.com']);
    await host.endWindow();
    await first.shown;
    const peeked = await batcher.outcomesNow('company', ['a.com', 'b.com']);
    expect({
      remembered: peeked.get('a.com')?.is,
      other: peeked.get('b.com')?.is,
      requests: host.requests.length,
    }).toEqual({ remembered: 'found', other: 'notAsked', requests: 1 });
  });

  it('needs no key', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    host.payer = null;
    expect((await new LookupBatcher(host).outcomesNow('company', ['a.com'])).get('a.com')?.is).toBe('notAsked');
  });
});
