import type { Exchange, HttpRequest } from '../../../shared/client/exchange';
import { runAsync, type Account, type AsyncPerformers } from '../../../shared/effects';
import { LookupCollector, type CollectorHost } from '../../../shared/lookup/collector';
import { companyApi, json } from '../../fakes/memory-host';

const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;
const API = companyApi({
  'a.com': { slug: 'a', name: 'A', primary_domain: 'a.com' },
  'b.com': { slug: 'b', name: 'B', primary_domain: 'b.com' },
});

/** Its window ends when the test says so, and so does a request while `isHeld`. */
class ScriptedHost implements CollectorHost {
  payer: Account | null = { id: 'acc-1' };
  clockMs = Date.parse('2026-06-15T12:00:00Z');
  isHeld = false;
  readonly requests: HttpRequest[] = [];
  private readonly held: (() => void)[] = [];
  private readonly windows: (() => void)[] = [];
  private readonly performers: AsyncPerformers;

  constructor(answer: (request: HttpRequest) => Exchange) {
    const unasked = (): never => {
      throw new Error('a batch does not ask for this');
    };
    this.performers = {
      http: async ({ requests }) => {
        this.requests.push(...requests);
        if (this.isHeld) await new Promise<void>((release) => this.held.push(release));
        return requests.map(answer);
      },
      now: () => this.clockMs,
      random: () => 0,
      sleep: ({ delayMs }) => void (this.clockMs += delayMs),
      account: unasked,
      cacheGet: unasked,
      cachePut: unasked,
      lookup: unasked,
    };
  }

  account = (): Account | null => this.payer;
  nowMs = (): number => this.clockMs;
  schedule = (callback: () => void): void => void this.windows.push(callback);
  run: CollectorHost['run'] = (task) => runAsync(task, this.performers);
  toLimits: CollectorHost['toLimits'] = (startMs) => ({
    deadlineMs: startMs + 90_000,
    requestsAtOnce: 4,
    retry: { maxRetries: 0, waitBudgetMs: 0 },
  });

  /** Ends the window in which cells gather. */
  async endWindow(): Promise<void> {
    for (const callback of this.windows.splice(0)) callback();
    await pause();
  }

  /** Lets every held request, and all that come later, be answered. */
  async release(): Promise<void> {
    this.isHeld = false;
    for (const release of this.held.splice(0)) release();
    await pause();
  }

  /** The domains of each batch. */
  get batches(): readonly (readonly string[])[] {
    return this.requests.map(({ body }) => (body as { domains: readonly string[] }).domains);
  }
}

/** A cell: what it asks for, and how to remove it. */
function cell(collector: LookupCollector, domains: readonly string[], maxAgeMs = MONTH_MS) {
  let cancel = (): void => undefined;
  const answer = collector.lookup('company', domains, maxAgeMs, (release) => (cancel = release));
  const shown = answer.then((outcomes) =>
    domains.map((domain) => {
      const outcome = outcomes.get(domain);
      return outcome?.is === 'failed' ? outcome.error.code : outcome?.is;
    }),
  );
  return { shown, cancel: () => cancel() };
}

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const numbered = (count: number, first = 1): string[] =>
  Array.from({ length: count }, (_domain, index) => `company-${first + index}.example`);

describe('cells that ask in the same window', () => {
  it('are asked for together', async () => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const cells = ['a.com', 'b.com', 'x.com'].map((domain) => cell(collector, [domain]));
    await host.endWindow();
    expect([await Promise.all(cells.map(({ shown }) => shown)), host.batches]).toEqual([
      [['found'], ['found'], ['notTracked']],
      [['a.com', 'b.com', 'x.com']],
    ]);
  });

  it('are asked for once where they ask the same', async () => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const cells = [cell(collector, ['a.com']), cell(collector, ['a.com']), cell(collector, ['a.com', 'b.com'])];
    await host.endWindow();
    expect([await Promise.all(cells.map(({ shown }) => shown)), host.batches]).toEqual([
      [['found'], ['found'], ['found', 'found']],
      [['a.com', 'b.com']],
    ]);
  });

  it('are cut at a hundred', async () => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const cells = numbered(250).map((domain) => cell(collector, [domain]));
    await host.endWindow();
    await Promise.all(cells.map(({ shown }) => shown));
    expect(host.batches.map((domains) => domains.length)).toEqual([100, 100, 50]);
  });

  it('ask nothing without a key', async () => {
    const host = new ScriptedHost(API);
    host.payer = null;
    const { shown } = cell(new LookupCollector(host), ['a.com']);
    expect([await shown, host.requests]).toEqual([['noKey'], []]);
  });
});

describe('a failure', () => {
  it('of one key spoils no other', async () => {
    const host = new ScriptedHost((request) =>
      request.operation === 'companies.show' ? json(500, { detail: 'Internal Server Error' }) : API(request),
    );
    const collector = new LookupCollector(host);
    const cells = [cell(collector, ['a.com']), cell(collector, ['a-slug'])];
    await host.endWindow();
    expect(await Promise.all(cells.map(({ shown }) => shown))).toEqual([['found'], ['serviceFailed']]);
  });

  it('of a whole batch is told to all who wait', async () => {
    const host = new ScriptedHost(() => {
      throw new Error('no network at all');
    });
    const collector = new LookupCollector(host);
    const cells = [cell(collector, ['a.com']), cell(collector, ['b.com'])];
    await host.endWindow();
    expect(await Promise.all(cells.map(({ shown }) => shown))).toEqual([['internal'], ['internal']]);
  });

  it('before there is a promise is told too', async () => {
    const host = new ScriptedHost(API);
    host.run = () => {
      throw new Error('the host cannot run');
    };
    const { shown } = cell(new LookupCollector(host), ['a.com']);
    await host.endWindow();
    expect(await shown).toEqual(['internal']);
  });

  it('is told to a key that the answer left out, and to no other', async () => {
    const host = new ScriptedHost(() =>
      json(200, { results: [{ domain: 'a.com', status: 'found', company: { slug: 'a', primary_domain: 'a.com' } }] }),
    );
    const collector = new LookupCollector(host);
    const cells = [cell(collector, ['b.com']), cell(collector, ['a.com'])];
    await host.endWindow();
    expect(await Promise.all(cells.map(({ shown }) => shown))).toEqual([['leftOut'], ['found']]);
  });

  it('is not remembered', async () => {
    let isDown = true;
    const host = new ScriptedHost((request) => (isDown ? json(500, {}) : API(request)));
    const collector = new LookupCollector(host);
    const first = cell(collector, ['a.com']);
    await host.endWindow();
    isDown = false;
    const second = cell(collector, ['a.com']);
    await host.endWindow();
    expect([await first.shown, await second.shown]).toEqual([['serviceFailed'], ['found']]);
  });

  it.each([
    [401, 'keyRefused'],
    [402, 'creditsOut'],
    [429, 'rateLimited'],
  ])('that all requests of the key would share (HTTP %i) stops the batches that wait', async (status, code) => {
    const host = new ScriptedHost(() => json(status, {}));
    const collector = new LookupCollector(host);
    const cells = numbered(1_000).map((domain) => cell(collector, [domain]));
    await host.endWindow();
    const shown = await Promise.all(cells.map((each) => each.shown));
    expect([new Set(shown.flat()), host.requests.length]).toEqual([new Set([code]), 4]);
  });

  it('that only one batch has stops no other', async () => {
    let answered = 0;
    const host = new ScriptedHost(() => {
      answered += 1;
      return answered === 1 ? json(500, {}) : json(200, { results: [] });
    });
    const collector = new LookupCollector(host);
    const cells = numbered(1_000).map((domain) => cell(collector, [domain]));
    await host.endWindow();
    await Promise.all(cells.map(({ shown }) => shown));
    expect(host.requests).toHaveLength(10);
  });
});

describe('a key that was asked for before', () => {
  it('costs no request while its answer is on its way', async () => {
    const host = new ScriptedHost(API);
    host.isHeld = true;
    const collector = new LookupCollector(host);
    const first = cell(collector, ['a.com']);
    await host.endWindow();
    const second = cell(collector, ['a.com']);
    await host.endWindow();
    await host.release();
    expect([await first.shown, await second.shown, host.batches]).toEqual([['found'], ['found'], [['a.com']]]);
  });

  it('costs no request while it is remembered', async () => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const first = cell(collector, ['a.com', 'x.com']);
    await host.endWindow();
    await first.shown;
    expect([await cell(collector, ['a.com', 'x.com']).shown, host.requests.length]).toEqual([
      ['found', 'notTracked'],
      1,
    ]);
  });

  it('is asked for again when it is older than max_age', async () => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const first = cell(collector, ['a.com']);
    await host.endWindow();
    await first.shown;
    host.clockMs += 2 * DAY_MS;
    const second = cell(collector, ['a.com'], DAY_MS);
    await host.endWindow();
    expect([await second.shown, host.requests.length]).toEqual([['found'], 2]);
  });

  it('keeps its last good answer where asking again fails', async () => {
    let isDown = false;
    const host = new ScriptedHost((request) => (isDown ? json(500, {}) : API(request)));
    const collector = new LookupCollector(host);
    const first = cell(collector, ['a.com']);
    await host.endWindow();
    await first.shown;
    isDown = true;
    const second = cell(collector, ['a.com'], -1);
    await host.endWindow();
    expect(await second.shown).toEqual(['found']);
  });

  it('is asked for again on behalf of another account', async () => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const first = cell(collector, ['a.com']);
    await host.endWindow();
    await first.shown;
    host.payer = { id: 'acc-2' };
    const second = cell(collector, ['a.com']);
    await host.endWindow();
    expect([await second.shown, host.requests.length]).toEqual([['found'], 2]);
  });
});

describe('a cell that is gone', () => {
  it('before its window ends is not asked for, and settles', async () => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const cells = [cell(collector, ['a.com']), cell(collector, ['b.com'])];
    cells[0]!.cancel();
    await host.endWindow();
    expect([await Promise.all(cells.map(({ shown }) => shown)), host.batches]).toEqual([
      [['cancelled'], ['found']],
      [['b.com']],
    ]);
  });

  it('takes nothing from another cell that asks the same', async () => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const cells = [cell(collector, ['a.com']), cell(collector, ['a.com'])];
    cells[0]!.cancel();
    cells[0]!.cancel();
    await host.endWindow();
    expect([await cells[1]!.shown, host.batches]).toEqual([['found'], [['a.com']]]);
  });

  it('sends no request at all where all cells are gone', async () => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const cells = numbered(300).map((domain) => cell(collector, [domain]));
    for (const { cancel } of cells) cancel();
    await host.endWindow();
    await Promise.all(cells.map(({ shown }) => shown));
    expect(host.requests).toEqual([]);
  });

  it('behind the four batches under way leaves the queue', async () => {
    const host = new ScriptedHost(API);
    host.isHeld = true;
    const collector = new LookupCollector(host);
    const cells = numbered(500).map((domain) => cell(collector, [domain]));
    await host.endWindow();
    for (const { cancel } of cells.slice(400)) cancel();
    await host.release();
    const shown = await Promise.all(cells.map((each) => each.shown));
    expect([host.requests.length, new Set(shown.slice(400).flat())]).toEqual([4, new Set(['cancelled'])]);
  });

  it.each([
    ['before the window ends', async (): Promise<void> => undefined],
    ['after it', (host: ScriptedHost) => host.endWindow()],
  ])('is asked for again by another cell %s', async (_when, wait) => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const first = cell(collector, ['a.com']);
    first.cancel();
    await wait(host);
    const second = cell(collector, ['a.com']);
    await host.endWindow();
    expect([await second.shown, host.batches]).toEqual([['found'], [['a.com']]]);
  });

  it('behind the four batches is asked for again by a cell that comes while they are under way', async () => {
    const host = new ScriptedHost(API);
    host.isHeld = true;
    const collector = new LookupCollector(host);
    const cells = [...numbered(400), 'a.com'].map((domain) => cell(collector, [domain]));
    await host.endWindow();
    cells[400]!.cancel();
    const second = cell(collector, ['a.com']);
    await host.endWindow();
    await host.release();
    expect([await second.shown, host.batches.filter((domains) => domains.includes('a.com'))]).toEqual([
      ['found'],
      [['a.com']],
    ]);
  });

  it('is asked for properly by a cell that comes while the batch it had left is under way', async () => {
    const host = new ScriptedHost(API);
    host.isHeld = true;
    const collector = new LookupCollector(host);
    const cells = [cell(collector, ['a.com']), cell(collector, ['b.com'])];
    cells[0]!.cancel();
    await host.endWindow();
    const second = cell(collector, ['a.com']);
    await host.endWindow();
    await host.release();
    expect([await second.shown, host.batches]).toEqual([['found'], [['b.com'], ['a.com']]]);
  });
});

describe('a preview', () => {
  it('shows what is remembered and asks for nothing', async () => {
    const host = new ScriptedHost(API);
    const collector = new LookupCollector(host);
    const first = cell(collector, ['a.com']);
    await host.endWindow();
    await first.shown;
    const peeked = collector.peek('company', ['a.com', 'b.com']);
    expect([peeked.get('a.com')?.is, peeked.get('b.com')?.is, host.requests.length]).toEqual(['found', 'notAsked', 1]);
  });

  it('needs no key', () => {
    const host = new ScriptedHost(API);
    host.payer = null;
    expect(new LookupCollector(host).peek('company', ['a.com']).get('a.com')?.is).toBe('notAsked');
  });
});
