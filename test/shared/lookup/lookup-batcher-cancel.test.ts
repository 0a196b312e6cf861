import { LookupBatcher } from '../../../shared/lookup/lookup-batcher';
import { cell, numbered, ScriptedHost, TWO_COMPANIES } from '../../fakes/batcher-host';

describe('a cell that is gone', () => {
  it('before its window ends is not asked for, and settles', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const cells = [cell(batcher, ['a.com']), cell(batcher, ['b.com'])];
    cells[0]!.cancel();
    await host.endWindow();
    expect({ shown: await Promise.all(cells.map(({ shown }) => shown)), batches: host.batches }).toEqual({
      shown: [['cancelled'], ['found']],
      batches: [['b.com']],
    });
  });

  it('takes nothing from another cell that asks the same', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const cells = [cell(batcher, ['a.com']), cell(batcher, ['a.com'])];
    cells[0]!.cancel();
    cells[0]!.cancel();
    await host.endWindow();
    expect({ shown: await cells[1]!.shown, batches: host.batches }).toEqual({ shown: ['found'], batches: [['a.com']] });
  });

  it('sends no request at all where all cells are gone', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const cells = numbered(300).map((domain) => cell(batcher, [domain]));
    for (const { cancel } of cells) cancel();
    await host.endWindow();
    await Promise.all(cells.map(({ shown }) => shown));
    expect(host.requests).toEqual([]);
  });

  it('behind the four batches under way leaves the queue', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    host.isHeld = true;
    const batcher = new LookupBatcher(host);
    const cells = numbered(500).map((domain) => cell(batcher, [domain]));
    await host.endWindow();
    for (const { cancel } of cells.slice(400)) cancel();
    await host.release();
    const shown = await Promise.all(cells.map((each) => each.shown));
    expect({ requests: host.requests.length, shown: new Set(shown.slice(400).flat()) }).toEqual({
      requests: 4,
      shown: new Set(['cancelled']),
    });
  });

  it.each([
    ['before the window ends', async (): Promise<void> => undefined],
    ['after it', (host: ScriptedHost) => host.endWindow()],
  ])('is asked for again by another cell %s', async (_when, wait) => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const first = cell(batcher, ['a.com']);
    first.cancel();
    await wait(host);
    const second = cell(batcher, ['a.com']);
    await host.endWindow();
    expect({ shown: await second.shown, batches: host.batches }).toEqual({ shown: ['found'], batches: [['a.com']] });
  });

  it('behind the four batches is asked for again by a cell that comes while they are under way', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    host.isHeld = true;
    const batcher = new LookupBatcher(host);
    const cells = [...numbered(400), 'a.com'].map((domain) => cell(batcher, [domain]));
    await host.endWindow();
    cells[400]!.cancel();
    const second = cell(batcher, ['a.com']);
    await host.endWindow();
    await host.release();
    expect({ shown: await second.shown, batches: host.batches.filter((domains) => domains.includes('a.com')) }).toEqual(
      { shown: ['found'], batches: [['a.com']] },
    );
  });

  it('is asked for properly by a cell that comes while the batch it had left is under way', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    host.isHeld = true;
    const batcher = new LookupBatcher(host);
    const cells = [cell(batcher, ['a.com']), cell(batcher, ['b.com'])];
    cells[0]!.cancel();
    await host.endWindow();
    const second = cell(batcher, ['a.com']);
    await host.endWindow();
    await host.release();
    expect({ shown: await second.shown, batches: host.batches }).toEqual({
      shown: ['found'],
      batches: [['b.com'], ['a.com']],
    });
  });

  it('is asked for once by a cell that comes while the window it had left is looking into the store', async () => {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const { run } = host;
    let endReading = (): void => undefined;
    const reading = new Promise<void>((resolve) => (endReading = resolve));
    host.run = async (...asked) => {
      await reading;
      return run(...asked);
    };
    const cells = [cell(batcher, ['a.com']), cell(batcher, ['b.com'])];
    cells[0]!.cancel();
    await host.endWindow();
    const second = cell(batcher, ['a.com']);
    endReading();
    await new Promise((read) => setImmediate(read));
    await host.endWindow();
    expect({ shown: await second.shown, domains: host.batches.flat().sort() }).toEqual({
      shown: ['found'],
      domains: ['a.com', 'b.com'],
    });
  });
});

describe('a company with an old answer', () => {
  const DAY_MS = 86_400_000;
  const OLD = { maxAgeMs: 30 * DAY_MS, isAgeAsked: false };
  const NEW = { maxAgeMs: DAY_MS, isAgeAsked: true };

  function withOldAnswer() {
    const host = new ScriptedHost(TWO_COMPANIES);
    const batcher = new LookupBatcher(host);
    const saved = ['a.com', host.clockMs - 60 * DAY_MS, { name: 'Old', primary_domain: 'a.com' }];
    host.store.set('trace1|acc-1|company|a.com', JSON.stringify(saved));
    const ask = (wish: typeof OLD, domain = 'a.com') => {
      let cancel = (): void => undefined;
      const shown = batcher
        .lookup('company', [domain], wish, (release) => (cancel = release))
        .then((outcomes) => outcomes.get(domain) as { readonly record?: { readonly name?: unknown } })
        .then(({ record }) => record?.name);
      return { shown, cancel: () => cancel() };
    };
    /** Four requests that are not answered yet, so that others wait. */
    const keepBusy = (): void => {
      host.isHeld = true;
      for (const domain of numbered(400)) void ask(NEW, domain);
    };
    const asked = (): boolean => host.batches.some((batch) => batch.includes('a.com'));
    return { host, ask, keepBusy, asked };
  }

  it('is not paid for where the cell that wanted a new one is gone, in one window', async () => {
    const { host, ask, asked } = withOldAnswer();
    const [gone, left] = [ask(NEW), ask(OLD)];
    gone.cancel();
    await host.endWindow();
    expect({ shown: await left.shown, asked: asked() }).toEqual({ shown: 'Old', asked: false });
  });

  it('is not paid for where that cell is gone while others are asked for', async () => {
    const { host, ask, keepBusy, asked } = withOldAnswer();
    keepBusy();
    const gone = ask(NEW);
    await host.endWindow();
    gone.cancel();
    const left = ask(OLD);
    await host.endWindow();
    await host.release();
    expect({ shown: await left.shown, asked: asked() }).toEqual({ shown: 'Old', asked: false });
  });

  it('is asked for once a cell wants a new one, which came while others were asked for', async () => {
    const { host, ask, keepBusy } = withOldAnswer();
    keepBusy();
    const first = ask(OLD);
    await host.endWindow();
    const second = ask(NEW);
    await host.endWindow();
    await host.release();
    expect(await Promise.all([first.shown, second.shown])).toEqual(['A', 'A']);
  });
});
