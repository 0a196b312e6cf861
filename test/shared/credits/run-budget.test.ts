import fc from 'fast-check';
import type { Choice } from '../../../shared/bulk/plan/column-spec';
import { lookAtRun } from '../../../shared/bulk/run/inspect';
import { RunBudget } from '../../../shared/credits/run-budget';
import type { RunEnd } from '../../../shared/bulk/run/run';
import { api, Bench } from '../../fakes/bulk-bench';
import { partnersApi, PARTNERS } from '../../fakes/bulk-partners';
import { Crash, drive } from '../../fakes/bulk-drive';
import { json } from '../../fakes/memory-host';
import { times } from '../../setup/chance';

/** What a run says and does about what it may have been charged for when it broke off. */

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-06-15T12:00:00Z');

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
  bench.grid.lease = null;
}

test('a limit holds over crashes between the answers of a block and its journal', async () => {
  const bench = new Bench([['domain'], ...column(6_000)]);
  const plan = await bench.plan();
  await breakOff(
    bench,
    (ask) => ask === 'journal.save' && bench.requests >= 10,
    async () => await bench.start(plan, { cap: 1_000 }),
  );
  await breakOff(
    bench,
    (ask, nth) => ask === 'journal.save' && nth === 2,
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
  expect((await bench.resume({ again: 'failed' })).summary).toMatchObject({
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
  // The service has charged for it, and nobody has heard the answer.
  await breakOff(
    bench,
    (ask) => ask === 'settle',
    async () => await bench.start(await bench.plan(), { cap: 500 }),
  );
  expect(await drive(lookAtRun, bench.host, bench.grid)).toMatchObject({
    is: 'run',
    summary: { creditsUsed: 500, creditsUnsure: 500, open: 500 },
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
  expect(end.summary).toMatchObject({ found: 6, gone: 4, creditsUsed: 10, creditsUnsure: 4 });
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
        let end: RunEnd | null = null;
        while (end === null) {
          let effects = 0;
          bench.grid.before = () => {
            effects += 1;
            if (effects !== left[0]) return;
            left.shift();
            throw new Crash();
          };
          bench.grid.lease = null;
          try {
            end = bench.grid.journal?.has('head') === true ? await bench.resume() : await bench.start(plan, { cap });
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
    { numRuns: 300 },
  );
});

test('before anything is sent under a limit, the journal says what it may cost: once for each fetch at most', async () => {
  const bench = new Bench([['domain'], ...column(5_000)]);
  const effects: string[] = [];
  const saves: number[] = [];
  bench.grid.before = (effect) => {
    effects.push(effect.ask);
    if (effect.ask === 'journal.save') saves.push(bench.requests);
    if (effect.ask === 'http') {
      const { doubtful } = JSON.parse(bench.grid.journal!.get('spent')!) as { doubtful: [string, number, number[]][] };
      const noted = doubtful.flatMap(([, , runs]) => runs.filter((_run, at) => at % 2 === 1));
      expect(noted.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(effect.requests.length * 100);
    }
  };
  expect((await bench.start(await bench.plan(), { cap: 5_000 })).summary.creditsUsed).toBe(5_000);
  const blocks = effects.filter((ask) => ask === 'sheet.write').length;
  // Rows, head, marks and titles when it begins, one for each block, one at the end, and one before the first request.
  expect([blocks, saves.length]).toEqual([1 + 5, 4 + 1 + 5 + 1]);
});

test('what is said of spending is kept with the rows, and once more before the first request', async () => {
  const bench = new Bench([['domain'], ...column(3_000)]);
  let saves = 0;
  bench.grid.before = ({ ask }) => void (saves += Number(ask === 'journal.save'));
  await bench.start();
  expect(saves).toBe(4 + 1 + 3 + 1);
});

test('a limit that was passed leaves nothing', () => {
  const budget = new RunBudget(10, { settled: 8, doubtful: new Map([['c1', 5]]), sinceMs: NOW });
  expect([budget.used, budget.left, budget.unsure]).toEqual([13, 0, 5]);
});

test('what does not fit is not set aside; what is set aside for it already counts', () => {
  const budget = new RunBudget(5, { settled: 0, doubtful: new Map([['p1', 3]]), sinceMs: NOW });
  expect([budget.hold('p2', 3, NOW), budget.hold('p1', 5, NOW), budget.left]).toEqual([false, true, 0]);
});

test('a refusal gives back what was set aside for its request, and not what an earlier one may have cost', () => {
  const budget = new RunBudget(10);
  budget.hold('p1', 3, NOW);
  budget.lose('p1');
  budget.hold('p1', 7, NOW);
  budget.release('p1');
  expect([budget.used, budget.lostFor('p1')]).toEqual([3, 3]);
});

test('what was lost and noted before those 30 days is noted anew before it is asked for again', () => {
  const lost = new Map([['c', 1]]);
  const budget = new RunBudget(5, { settled: 0, doubtful: lost, sinceMs: NOW });
  budget.keptNote(budget.toNote());
  const later = NOW + 31 * DAY_MS;
  budget.expire(later);
  expect(budget.hold('c', 1, later)).toBe(true);
  expect([budget.used, budget.isNoted]).toEqual([2, false]);
});

test('what was lost is not charged anew within 30 days, and counts for good after them', () => {
  const lost = { settled: 0, doubtful: new Map([['c1', 1]]), sinceMs: NOW };
  const [soon, late] = [new RunBudget(1, lost), new RunBudget(1, lost)];
  soon.expire(NOW + 28 * DAY_MS);
  late.expire(NOW + 30 * DAY_MS);
  expect([soon.hold('c1', 1, NOW), soon.unsure]).toEqual([true, 1]);
  expect([late.hold('c1', 1, NOW), late.unsure, late.used]).toEqual([false, 0, 1]);
});

test('of what was lost nobody knows when, it is not taken to be free', () => {
  const budget = new RunBudget(1, { settled: 0, doubtful: new Map([['c1', 1]]), sinceMs: null });
  budget.expire(NOW);
  expect([budget.used, budget.unsure]).toEqual([1, 0]);
});

test('whatever is sent, lost, refused and answered, no more is set aside than fits, and no less is said than was charged', () => {
  const step = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    most: fc.nat(6),
    comes: fc.nat(6),
    end: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.nat(20), fc.array(step, { maxLength: 20 }), (limit, steps) => {
      const budget = new RunBudget(limit);
      const charged = new Map<string, number>();
      for (const { name, most, comes, end } of steps) {
        if (!budget.hold(name, most, NOW)) continue;
        const refused = end === 0;
        // The service charges each look-up once.
        const before = charged.get(name) ?? 0;
        const cost = Math.max(before, Math.min(comes, most));
        if (!refused) charged.set(name, cost);
        if (refused) budget.release(name);
        else if (end === 1) budget.lose(name);
        else {
          budget.settle([name], cost);
          charged.set(`${name} until now, ${charged.size}`, cost);
          charged.delete(name);
        }
        const sum = [...charged.values()].reduce((all, each) => all + each, 0);
        expect(sum).toBeLessThanOrEqual(budget.used);
        expect(budget.used).toBeLessThanOrEqual(limit);
      }
    }),
    { numRuns: times(500) },
  );
});

test('a note that a later one has overtaken says no more than both', () => {
  const budget = new RunBudget(10);
  budget.hold('a', 1, NOW);
  const first = budget.toNote();
  budget.release('a');
  budget.hold('b', 1, NOW);
  const second = budget.toNote();
  budget.keptNote(first);
  budget.hold('a', 1, NOW);
  expect(budget.isNoted).toBe(false);
  budget.release('a');
  budget.keptNote(second);
  expect(budget.isNoted).toBe(true);
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
