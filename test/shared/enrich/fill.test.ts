import { TraceError } from '../../../shared/errors/trace-error';
import { json } from '../../fakes/memory-host';
import { api, Bench, TWO } from '../../fakes/bulk-bench';

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

test('a thousand companies are ten requests, and each block is one write', async () => {
  const bench = new Bench([['domain'], ...column(2_500)]);
  const end = await bench.start();
  expect(end.summary).toMatchObject({ found: 2_500, creditsUsed: 2_500 });
  expect(bench.requests).toBe(25);
  expect(bench.grid.asked.filter((ask) => ask === 'sheet.write')).toHaveLength(4);
  expect(bench.host.spending.counters).toMatchObject({ runs: 2_500, formulas: 0, reservations: [] });
});

test('what is known already does not break requests into smaller ones', async () => {
  const bench = new Bench([['domain'], ...column(2_000)]);
  await bench.start(
    await bench.plan(undefined, {
      rows: (await bench.plan()).rows
        .filter((_row, at) => at < 50)
        .map(({ row, identifier }) => ({ row, input: { is: 'company' as const, identifier, given: identifier } })),
    }),
  );
  expect(bench.requests).toBe(1);
  await bench.startNext(await bench.plan(TWO));
  expect(bench.requests).toBe(1 + 20);
});

test('a paused run goes on where it stopped, after the panel was closed', async () => {
  const bench = new Bench([['domain'], ...column(1_500)]);
  bench.grid.before = (effect) => {
    if (effect.ask === 'tell' && effect.event.is === 'progress') bench.grid.wish = 'pause';
  };
  expect(await bench.start()).toMatchObject({ is: 'paused', why: null, summary: { found: 1_000, open: 500 } });
  bench.grid.wish = 'goOn';
  bench.grid.before = () => undefined;
  expect(await bench.resume()).toMatchObject({ is: 'done', summary: { found: 1_500, creditsUsed: 1_500 } });
  expect(bench.requests).toBe(15);
});

test.each(['pause', 'stop'] as const)(
  'a %s that comes with the last rows leaves nothing to resume: it is done',
  async (wish) => {
    const bench = new Bench([['domain'], ...column(300)]);
    bench.grid.before = (effect) => {
      if (effect.ask === 'tell' && effect.event.is === 'progress') bench.grid.wish = wish;
    };
    expect(await bench.start()).toMatchObject({ is: 'done', why: null, summary: { found: 300, open: 0 } });
  },
);

test('it tells which cells are filled next, a block at a time', async () => {
  const bench = new Bench([['domain'], ...column(1_200), ['n/a']]);
  await bench.start(await bench.plan(TWO));
  const told = bench.grid.events.flatMap((event) => (event.is === 'underWay' ? [event.cells] : []));
  expect(told.map(({ sheet, rows, input, targets }) => [sheet, rows[0], rows.length, input, targets])).toEqual([
    ['sheet-1', 1, 1_000, 0, [1, 2]],
    ['sheet-1', 1_001, 200, 0, [1, 2]],
  ]);
});

test('each part of it tells how many of its companies are done', async () => {
  const bench = new Bench([['domain'], ...column(2_200), ['n/a']]);
  const told = () => bench.grid.events.flatMap((event) => (event.is === 'progress' ? [event.progress] : []));
  bench.grid.before = (effect) => {
    if (effect.ask === 'tell' && effect.event.is === 'progress') bench.grid.wish = 'pause';
  };
  await bench.start();
  bench.grid.wish = 'goOn';
  bench.grid.before = () => undefined;
  await bench.resume();
  expect(told().map(({ rows, done }) => ({ rows, done }))).toEqual([
    { rows: 2_200, done: 1_000 },
    { rows: 1_200, done: 1_000 },
    { rows: 1_200, done: 1_200 },
  ]);
});

test('credits that run out pause the run, which goes on with what is left', async () => {
  let balance = 130;
  const bench = new Bench([['domain'], ...column(300)], (request) => {
    const { domains } = request.body as { domains: readonly string[] };
    if (domains.length > balance) {
      return json(402, { error: 'credit_exhausted', requested: domains.length, shortfall: domains.length - balance });
    }
    balance -= domains.length;
    return api(request);
  });
  const end = await bench.start();
  expect(end).toMatchObject({ is: 'paused', creditsLeft: 30, summary: { found: 100, open: 200 } });
  expect(end.why?.code).toBe('creditsOut');
  expect(await bench.resume({ creditsLeft: 30 })).toMatchObject({
    is: 'paused',
    summary: { found: 130, creditsUsed: 130 },
  });
  expect(balance).toBe(0);
});

test('a limit is kept to, and what fits it is answered', async () => {
  const bench = new Bench([['domain'], ...column(50)]);
  const end = await bench.start(await bench.plan(), { cap: 20 });
  expect(end).toMatchObject({ is: 'paused', summary: { found: 20, open: 30, creditsUsed: 20 } });
  expect(end.why?.code).toBe('runCapReached');
  expect(await bench.resume({ limit: 100 })).toMatchObject({ is: 'done', summary: { found: 50, creditsUsed: 50 } });
});

test('a rate limit is waited for, and told', async () => {
  let refusals = 1;
  const bench = new Bench([['domain'], ['x1.example']], (request) =>
    refusals-- > 0 ? json(429, { detail: 'slow down' }, '90') : api(request),
  );
  expect((await bench.start()).summary.found).toBe(1);
  expect(bench.grid.events).toContainEqual({ is: 'waiting', delayMs: 90_000 });
});

test('a key that was revoked pauses the run; nothing is listed as failed', async () => {
  let isRevoked = true;
  const bench = new Bench([['domain'], ['x1.example']], (request) =>
    isRevoked ? json(401, { detail: 'Invalid API key' }) : api(request),
  );
  expect(await bench.start()).toMatchObject({ is: 'paused', why: { code: 'keyRefused' }, summary: { open: 1 } });
  isRevoked = false;
  expect(await bench.resume()).toMatchObject({ is: 'done', summary: { found: 1 } });
});

test('a full sheet is told before anything is paid or kept', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  bench.grid.anchors.refusal = new TraceError('sheetFull', {});
  await expect(async () => await bench.start()).rejects.toMatchObject({ code: 'sheetFull' });
  expect({ requests: bench.requests, record: bench.grid.record }).toEqual({ requests: 0, record: null });
  bench.grid.anchors.refusal = null;
  expect((await bench.start()).is).toBe('done');
});

test('a sheet that was deleted is told', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  const plan = await bench.plan();
  bench.grid.isGone = true;
  await expect(async () => await bench.start(plan)).rejects.toMatchObject({ code: 'sheetGone' });
});

test('an input title that was deleted meanwhile costs no row its answer', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  bench.grid.before = (effect) => {
    if (effect.ask === 'http') bench.grid.rows[0]![0]!.value = '';
  };
  expect(await bench.start()).toMatchObject({ is: 'done', summary: { found: 1 } });
  expect(bench.requests).toBe(1);
});
