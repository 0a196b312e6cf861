import { api, Bench, domainsOf } from '../../fakes/bulk-bench';
import { json } from '../../fakes/memory-host';

/** A user who ends an enrichment while it waits, and one who comes back to an enrichment that has ended. */

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

test.each(['pause', 'stop'] as const)(
  'a wish to %s is heard within a second, however long Trace wants to be left alone',
  async (wish) => {
    let refusals = 1;
    const bench = new Bench([['domain'], ...column(300)], (request) =>
      domainsOf(request).includes('x250.example') && refusals-- > 0 ? json(429, {}, '600') : api(request),
    );
    const startMs = bench.host.nowMs;
    bench.grid.before = () => {
      if (bench.host.nowMs - startMs >= 5_000) bench.grid.wish = wish;
    };
    const end = await bench.start();
    expect({ is: end.is, why: end.why, afterMs: bench.host.nowMs - startMs }).toEqual({
      is: wish === 'stop' ? 'stopped' : 'paused',
      why: null,
      afterMs: 5_000,
    });
    bench.grid.before = () => undefined;
    bench.grid.wish = 'goOn';
    expect(await bench.resume()).toMatchObject({ is: 'done', summary: { found: 300, creditsUsed: 300 } });
    // What was answered before it had to wait is not asked for again.
    expect(bench.requests).toBe(3 + 1);
  },
);

test.each([
  ['before anything is sent', 'sheet.info', 0],
  ['while the first requests are under way', 'http', 1_000],
] as const)('a run that is stopped %s sends nothing more', async (_when, at, sent) => {
  const bench = new Bench([['domain'], ...column(4_000)]);
  bench.grid.before = ({ ask }) => {
    if (ask === at) bench.grid.wish = 'stop';
  };
  const end = await bench.start();
  expect({
    is: end.is,
    asked: bench.asked.length,
    found: end.summary.found,
    creditsUsed: end.summary.creditsUsed,
  }).toEqual({ is: 'stopped', asked: sent, found: sent, creditsUsed: sent });
  bench.grid.before = () => undefined;
  bench.grid.wish = 'goOn';
  expect(await bench.resume()).toMatchObject({ is: 'done', summary: { found: 4_000, creditsUsed: 4_000 } });
  expect(bench.requests).toBe(40);
});

test('while the rows before are written, a wait for those after them delays no pause', async () => {
  const bench = new Bench([['domain'], ...column(4_000)], (request) =>
    Number(/\d+/.exec(domainsOf(request)[0]!)![0]) < 1_000 ? api(request) : json(429, {}, '600'),
  );
  const startMs = bench.host.nowMs;
  bench.grid.before = () => {
    if (bench.host.nowMs - startMs >= 2_000) bench.grid.wish = 'pause';
  };
  expect(await bench.start()).toMatchObject({ is: 'paused', why: null, summary: { found: 1_000 } });
  expect(bench.host.nowMs - startMs).toBeLessThanOrEqual(4_000);
});

test('a page whose timers run late waits no longer for it', async () => {
  let refusals = 1;
  const bench = new Bench([['domain'], ['x1.example']], (request) =>
    refusals-- > 0 ? json(429, {}, '90') : api(request),
  );
  const { sleep } = bench.host.performers;
  Object.assign(bench.host.performers, {
    sleep: (effect: Parameters<typeof sleep>[0]) => {
      sleep(effect);
      bench.host.nowMs += 60_000;
    },
  });
  const startMs = bench.host.nowMs;
  expect((await bench.start()).summary.found).toBe(1);
  expect(bench.host.nowMs - startMs).toBe(122_000);
});

const reopened = async (bench: Bench): Promise<unknown> => await bench.find();

test('a run that has reached its limit still says so after the panel was closed', async () => {
  const bench = new Bench([['domain'], ...column(50)]);
  await bench.start(await bench.plan(), { cap: 20 });
  expect(await reopened(bench)).toMatchObject({
    enrichment: { head: { ended: { is: 'paused', why: { code: 'runCapReached' } } } },
  });
  await bench.resume({ limit: 100 });
  expect(await reopened(bench)).toMatchObject({ enrichment: { head: { state: 'done', ended: null } } });
});

test('a run whose credits ran out still says with how many it can go on', async () => {
  const bench = new Bench([['domain'], ...column(300)], (request) =>
    domainsOf(request).includes('x299.example')
      ? json(402, { error: 'credit_exhausted', requested: 100, shortfall: 70 })
      : api(request),
  );
  await bench.start();
  expect(await reopened(bench)).toMatchObject({
    enrichment: {
      head: { ended: { is: 'paused', why: { code: 'creditsOut', facts: { requested: 100, missing: 70 } } } },
    },
  });
});

test('a run that was stopped by a person has no reason', async () => {
  const bench = new Bench([['domain'], ...column(5)]);
  bench.grid.wish = 'stop';
  await bench.start();
  expect(await reopened(bench)).toMatchObject({ enrichment: { head: { ended: { is: 'stopped', why: null } } } });
});
