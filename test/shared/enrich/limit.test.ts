import fc from 'fast-check';
import type { Choice } from '../../../shared/enrich/plan/column-spec';
import type { Ended } from '../../fakes/ended';
import { api, Bench } from '../../fakes/bulk-bench';
import { partnersApi, PARTNERS } from '../../fakes/bulk-partners';
import { Crash } from '../../fakes/bulk-drive';
import { json } from '../../fakes/memory-host';
import { times } from '../../setup/chance';

/** What a run says and does about what it may have been charged for when it broke off. */

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

/** Runs until an effect that breaks everything off, and lets go of the file. */
async function breakOff(
  bench: Bench,
  isNow: (ask: string, asked: number) => boolean,
  begin: () => Promise<unknown>,
): Promise<void> {
  const asked = new Map<string, number>();
  bench.grid.before = ({ ask }) => {
    asked.set(ask, (asked.get(ask) ?? 0) + 1);
    if (isNow(ask, asked.get(ask)!)) throw new Crash();
  };
  await expect(begin).rejects.toThrow(Crash);
  bench.grid.before = () => undefined;
}

test('a limit holds over crashes between the answers of a block and its record', async () => {
  const bench = new Bench([['domain'], ...column(2_000)]);
  const plan = await bench.plan();
  await breakOff(
    bench,
    (ask) => ask === 'record.append' && bench.requests >= 10,
    async () => await bench.start(plan, { cap: 1_000 }),
  );
  await breakOff(
    bench,
    (ask, nth) => ask === 'record.append' && nth === 2,
    async () => await bench.resume(),
  );
  const end = await bench.resume();
  expect(end).toMatchObject({ is: 'paused', why: { code: 'runCapReached' }, summary: { creditsUsed: 1_000 } });
  expect(bench.host.spending.counters.runs).toBe(1_000);
  expect(new Set(bench.asked).size).toBe(1_000);
  expect(end.summary.found).toBe(1_000);
});

test('what an answer leaves out counts as used, is said to be unsure, and is settled when it is asked again', async () => {
  let left = 1;
  const bench = new Bench([['domain'], ...column(10)], (request) => {
    const exchange = api(request);
    if (left-- <= 0 || !exchange.ok) return exchange;
    const { results } = JSON.parse(exchange.response.text) as { results: readonly unknown[] };
    return json(200, { results: results.slice(0, 6) });
  });
  expect((await bench.start(undefined, { cap: 10 })).summary).toMatchObject({
    found: 6,
    creditsUsed: 10,
    creditsUnsure: 4,
  });
  expect((await bench.resume({ isAgain: true })).summary).toMatchObject({
    found: 10,
    creditsUsed: 10,
    creditsUnsure: 0,
  });
});

test.each([
  ['has refused has charged nothing', json(422, { detail: 'no' }), 0],
  ['has failed may have charged', json(500, {}), 10],
  ['nobody has heard may have charged', { ok: false, reason: 'unreachable' } as const, 10],
])('a service that %s', async (_what, exchange, credits) => {
  const bench = new Bench([['domain'], ...column(10)], () => exchange);
  expect((await bench.start()).summary).toMatchObject({ found: 0, creditsUsed: credits, creditsUnsure: credits });
});

test('what was on its way when the run broke off counts as used, is said to be unsure, and is settled when it is asked again', async () => {
  const bench = new Bench([['domain'], ...column(500)]);
  // The service has charged for it, and the answer was lost.
  await breakOff(
    bench,
    (ask) => ask === 'settle',
    async () => await bench.start(await bench.plan(), { cap: 500 }),
  );
  expect(await bench.find()).toMatchObject({
    is: 'enrichment',
    enrichment: { spent: { used: 500, unsure: 500 }, summary: { open: 500 } },
  });
  const end = await bench.resume();
  expect(end).toMatchObject({ is: 'done', summary: { found: 500, creditsUsed: 500, creditsUnsure: 0 } });
});

test('what turns out not to be tracked gives back what was set aside for it', async () => {
  const bench = new Bench([['domain'], ['none1.example'], ['none2.example'], ['x1.example'], ['x2.example']]);
  await breakOff(
    bench,
    (ask) => ask === 'settle',
    async () => await bench.start(await bench.plan(), { cap: 4 }),
  );
  expect(await bench.resume()).toMatchObject({ is: 'done', summary: { notTracked: 2, found: 2, creditsUsed: 2 } });
});

test('rows that are gone after a crash keep what they may have cost', async () => {
  const bench = new Bench([['domain'], ...column(10)]);
  await breakOff(
    bench,
    (ask) => ask === 'settle',
    async () => await bench.start(await bench.plan(), { cap: 10 }),
  );
  bench.grid.rows.splice(1, 4);
  bench.grid.rows.push([{ value: 'y1.example' }]);
  const end = await bench.resume();
  expect(end.summary).toMatchObject({ found: 6, creditsUsed: 10, creditsUnsure: 4 });
});

test('a limit holds for partners too, whatever breaks off, and no less is said than was charged', async () => {
  const choices = fc.constantFrom<readonly Choice[]>(
    PARTNERS,
    [{ adds: 'company', field: 'name' }, ...PARTNERS],
    [{ adds: 'partners', field: 'name', type: 'technology' }],
    [...PARTNERS, { adds: 'sharedPartners', company: 'x5.example', field: 'count' }],
  );
  const domain = fc
    .tuple(fc.constantFrom('x', 'x', 'u', 'none'), fc.nat(30))
    .map(([kind, count]) => `${kind}${count}.example`);
  const domains = fc.uniqueArray(domain, { minLength: 1, maxLength: 6 });
  const crashes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      domains,
      choices,
      crashes,
      fc.nat(120),
      fc.boolean(),
      async (rows, wanted, waits, cap, isForgetful) => {
        const charged = new Set<string>();
        const bench = new Bench([['domain'], ...rows.map((each) => [each])], (request) => {
          const exchange = partnersApi(request);
          // https://docs.tracedata.ai/credits/: each company that an answer holds, once; of a list its rows.
          const names = JSON.stringify(exchange).matchAll(/(p\d+\.)?[xu]\d+\.example/g);
          for (const [name, partner] of names)
            if (request.operation !== 'partnerships.list' || partner) charged.add(name);
          return exchange;
        });
        const plan = await bench.plan(wanted);
        const left = [...waits];
        let end: Ended | null = null;
        while (end === null) {
          let effects = 0;
          bench.grid.before = () => {
            effects += 1;
            if (effects !== left[0]) return;
            left.shift();
            throw new Crash();
          };
          try {
            end = (await bench.find()).is === 'enrichment' ? await bench.resume() : await bench.start(plan, { cap });
          } catch (error) {
            if (!(error instanceof Crash)) throw error;
            if (isForgetful) bench.host.cache.clear();
          }
        }
        expect(charged.size).toBeLessThanOrEqual(cap);
        expect(end.summary.creditsUsed).toBeLessThanOrEqual(cap);
        expect(end.summary.creditsUsed).toBeGreaterThanOrEqual(charged.size);
        if (end.is !== 'done') expect(end.why?.code).toBe('runCapReached');
      },
    ),
    { numRuns: times(100) },
  );
});

test('a second column of the same companies does not lift what is in doubt of their partners', async () => {
  const choices: readonly Choice[] = [{ adds: 'company', field: 'name' }, ...PARTNERS];
  const bench = new Bench([['domain'], ['x40.example'], ['x41.example']], partnersApi);
  const isBatch = (): boolean => bench.host.requests.some(({ operation }) => operation === 'enrichment.partnerships');
  await breakOff(
    bench,
    (ask) => ask === 'cachePut' && isBatch(),
    async () => await bench.start(await bench.plan(choices), { cap: 100 }),
  );
  bench.host.cache.clear();
  const end = await bench.resume();
  expect(end.summary.creditsUsed).toBeGreaterThanOrEqual(bench.host.spending.counters.runs);
  expect(bench.host.spending.counters.runs).toBeLessThanOrEqual(100);
  expect(end).toMatchObject({ is: 'done', summary: { found: 2 } });
});
