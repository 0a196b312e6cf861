import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import { cell, numbered, ScriptedHost, TWO_COMPANIES } from '../../fakes/batcher-host';
import { json } from '../../fakes/memory-host';

describe('a failure', () => {
  it('of one key spoils no other', async () => {
    const host = new ScriptedHost((request) =>
      request.operation === 'companies.show' ? json(500, { detail: 'Internal Server Error' }) : TWO_COMPANIES(request),
    );
    const batcher = new LookupBatcher(host);
    const cells = [cell(batcher, ['a.com']), cell(batcher, ['a-slug'])];
    await host.endWindow();
    expect(await Promise.all(cells.map(({ shown }) => shown))).toEqual([['found'], ['serviceFailed']]);
  });

  it('of a whole batch is told to all who wait', async () => {
    const host = new ScriptedHost(() => {
      throw new Error('no network at all');
    });
    const batcher = new LookupBatcher(host);
    const cells = [cell(batcher, ['a.com']), cell(batcher, ['b.com'])];
    await host.endWindow();
    expect(await Promise.all(cells.map(({ shown }) => shown))).toEqual([['internal'], ['internal']]);
  });

  it('before there is a promise is told too', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    host.run = () => {
      throw new Error('the host cannot run');
    };
    const { shown } = cell(new LookupBatcher(host), ['a.com']);
    await host.endWindow();
    expect(await shown).toEqual(['internal']);
  });

  it('is told to a key that the answer left out, and to no other', async () => {
    const host = new ScriptedHost(() =>
      json(200, { results: [{ domain: 'a.com', status: 'found', company: { slug: 'a', primary_domain: 'a.com' } }] }),
    );
    const batcher = new LookupBatcher(host);
    const cells = [cell(batcher, ['b.com']), cell(batcher, ['a.com'])];
    await host.endWindow();
    expect(await Promise.all(cells.map(({ shown }) => shown))).toEqual([['leftOut'], ['found']]);
  });

  it('is not remembered', async () => {
    let isDown = true;
    const host = new ScriptedHost((request) => (isDown ? json(500, {}) : TWO_COMPANIES(request)));
    const batcher = new LookupBatcher(host);
    const first = cell(batcher, ['a.com']);
    await host.endWindow();
    isDown = false;
    const second = cell(batcher, ['a.com']);
    await host.endWindow();
    expect({ first: await first.shown, second: await second.shown }).toEqual({
      first: ['serviceFailed'],
      second: ['found'],
    });
  });

  it.each([
    [401, 'keyRefused'],
    [402, 'creditsOut'],
    [429, 'rateLimited'],
  ])('that all requests of the key would share (HTTP %i) stops the batches that wait', async (status, code) => {
    const host = new ScriptedHost(() => json(status, {}));
    const batcher = new LookupBatcher(host);
    const cells = numbered(1_000).map((domain) => cell(batcher, [domain]));
    await host.endWindow();
    const shown = await Promise.all(cells.map((each) => each.shown));
    expect({ codes: new Set(shown.flat()), requests: host.requests.length }).toEqual({
      codes: new Set([code]),
      requests: 4,
    });
  });

  it('that only one batch has stops no other', async () => {
    let answered = 0;
    const host = new ScriptedHost(() => {
      answered += 1;
      return answered === 1 ? json(500, {}) : json(200, { results: [] });
    });
    const batcher = new LookupBatcher(host);
    const cells = numbered(1_000).map((domain) => cell(batcher, [domain]));
    await host.endWindow();
    await Promise.all(cells.map(({ shown }) => shown));
    expect(host.requests).toHaveLength(10);
  });
});
