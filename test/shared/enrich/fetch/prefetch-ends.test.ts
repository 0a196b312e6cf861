import type { Exchange, HttpRequest } from '../../../../shared/client/exchange';
import { api, Bench, domainsOf, isRowWrite } from '../../../fakes/bulk-bench';
import { late, type Pick } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';

/** How a run ends while answers for later rows are on their way. */

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

/** Who waits for a time waits until nothing else is left to be done. */
const sleepLast: Pick = (effects) =>
  Math.max(
    0,
    effects.findIndex(({ ask }) => ask !== 'sleep'),
  );

test.each([1_700, 2_999])('a limit of %d credits is spent to the last one and never passed', async (cap) => {
  const bench = new Bench([['domain'], ...column(3_000)]);
  bench.pick = late;
  const end = await bench.start(await bench.plan(), { cap });
  expect(end).toMatchObject({ is: 'paused', summary: { found: cap, creditsUsed: cap } });
  expect(end.why?.code).toBe('runCapReached');
  expect(bench.host.spending.counters.runs).toBe(cap);
  expect(await bench.resume({ limit: 3_000 })).toMatchObject({
    is: 'done',
    summary: { found: 3_000, creditsUsed: 3_000 },
  });
  expect(new Set(bench.asked).size).toBe(bench.asked.length);
});

test('partners whose cost is unknown are not fetched ahead', async () => {
  const lists = ({ operation, body }: HttpRequest): Exchange =>
    operation === 'enrichment.partnerships'
      ? json(200, {
          results: (body as { domains: readonly string[] }).domains.map((domain) => ({
            ...{ domain, status: 'found', company: { domain, name: domain } },
            ...{ partnerships: [], partnership_count: 0 },
          })),
        })
      : json(200, {
          results: (body as { domains: readonly string[] }).domains.map((domain) => ({
            ...{ domain, status: 'found' },
            company: { slug: domain.split('.')[0], primary_domain: domain, partnership_count: 0 },
          })),
        });
  const bench = new Bench([['domain'], ...column(2_500)], lists);
  const askedBefore: number[] = [];
  bench.grid.before = (effect) => {
    if (isRowWrite(effect)) askedBefore.push(new Set(bench.asked).size);
  };
  const choices = [{ adds: 'partners', field: 'count', type: null } as const];
  expect((await bench.start(await bench.plan(choices), { cap: 9_000 })).is).toBe('done');
  expect(askedBefore).toEqual([100, 200, 400, 800, 1_600, 2_500]);
});

test('a pause waits for what is on its way, and sends nothing more', async () => {
  const bench = new Bench([['domain'], ...column(3_000)]);
  bench.pick = late;
  bench.grid.before = (effect) => {
    if (isRowWrite(effect)) bench.grid.wish = 'pause';
  };
  expect(await bench.start()).toMatchObject({ is: 'paused', why: null, summary: { found: 1_000, creditsUsed: 2_000 } });
  expect(bench.requests).toBe(20);
  bench.grid.wish = 'goOn';
  bench.grid.before = () => undefined;
  expect(await bench.resume()).toMatchObject({ is: 'done', summary: { found: 3_000, creditsUsed: 3_000 } });
  expect(bench.requests).toBe(30);
});

test('a pause does not wait for a rate limit that only later rows have met', async () => {
  let refusals = 1;
  const bench = new Bench([['domain'], ...column(3_000)], (request) =>
    domainsOf(request).includes('x1500.example') && refusals-- > 0 ? json(429, {}, '600') : api(request),
  );
  bench.pick = sleepLast;
  bench.grid.before = (effect) => {
    if (isRowWrite(effect)) bench.grid.wish = 'pause';
  };
  expect(await bench.start()).toMatchObject({ is: 'paused', why: null, summary: { found: 1_000, creditsUsed: 1_900 } });
  expect(bench.host.sleptMs).toEqual([]);
  bench.grid.wish = 'goOn';
  bench.grid.before = () => undefined;
  expect((await bench.resume()).summary).toMatchObject({ found: 3_000, creditsUsed: 3_000 });
  // Nine of the ten requests were answered, and are not sent again.
  expect(bench.requests).toBe(20 + 11);
});

test('while a fetch waits at the wish of the service, no other one sends', async () => {
  let refusals = 1;
  const bench = new Bench([['domain'], ...column(3_000)], (request) =>
    domainsOf(request).includes('x1500.example') && refusals-- > 0 ? json(429, {}, '600') : api(request),
  );
  bench.pick = sleepLast;
  const wavesAtSleep: number[] = [];
  bench.grid.before = (effect) => {
    if (effect.ask === 'sleep') wavesAtSleep.push(bench.host.waves.length);
  };
  expect((await bench.start()).summary).toMatchObject({ found: 3_000, creditsUsed: 3_000 });
  expect(new Set(wavesAtSleep)).toEqual(new Set([2]));
  expect(bench.requests).toBe(31);
});

test('credits that run out ahead pause the run at the rows that they are missing for; nothing more is sent', async () => {
  let balance = 1_250;
  const bench = new Bench([['domain'], ...column(3_000)], (request) => {
    const { length } = domainsOf(request);
    if (length > balance)
      return json(402, { error: 'credit_exhausted', requested: length, shortfall: length - balance });
    balance -= length;
    return api(request);
  });
  const end = await bench.start();
  expect(end).toMatchObject({ is: 'paused', creditsLeft: 50, summary: { found: 1_200, creditsUsed: 1_200 } });
  expect(end.why?.code).toBe('creditsOut');
  expect(bench.requests).toBe(20);
  expect((await bench.resume({ creditsLeft: 50 })).summary).toMatchObject({ found: 1_250, creditsUsed: 1_250 });
});

test('a service that cannot be reached ahead leaves the rows before as they are, and is not asked for more', async () => {
  const isFirstBlock = (domain: string): boolean => Number(/\d+/.exec(domain)![0]) < 1_000;
  const bench = new Bench([['domain'], ...column(3_000)], (request) =>
    domainsOf(request).every(isFirstBlock) ? api(request) : { ok: false, reason: 'unreachable' },
  );
  expect(await bench.start()).toMatchObject({
    is: 'paused',
    why: { code: 'unreachable' },
    // Whether the second thousand was charged is unknown.
    summary: { found: 1_000, open: 2_000, creditsUsed: 2_000, creditsUnsure: 1_000 },
  });
  expect(Math.max(...bench.asked.map((domain) => Number(/\d+/.exec(domain)![0])))).toBe(1_999);
});

test('a host that fails ahead ends the run where the rows are, not before', async () => {
  const bench = new Bench([['domain'], ...column(3_000)]);
  let fetches = 0;
  bench.grid.before = (effect) => {
    if (effect.ask === 'reserve') fetches += 1;
  };
  const { reserve } = bench.host.performers;
  Object.assign(bench.host.performers, {
    reserve: (effect: Parameters<typeof reserve>[0]) => {
      if (fetches === 2) throw new Error('the ledger cannot be opened');
      return reserve(effect);
    },
  });
  await expect(async () => await bench.start()).rejects.toThrow('the ledger cannot be opened');
  expect(bench.grid.values().filter((row) => row[1] !== undefined)).toHaveLength(1 + 1_000);
});
