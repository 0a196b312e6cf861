import { Bench, INDUSTRY, TWO } from '../../fakes/bulk-bench';
import { json } from '../../fakes/memory-host';
import { api } from '../../fakes/bulk-bench';

/** Faults that are seen in other add-ons' code. */

const column = (count: number): string[][] => Array.from({ length: count }, (_row, at) => [`x${at}.example`]);

test('1: a blank row shifts nothing up', async () => {
  const bench = new Bench([['domain'], ['x1.example'], [''], ['x2.example']]);
  await bench.start();
  expect(bench.grid.values().map((row) => row[1] ?? '')).toEqual(['Industry', 'Industry x1', '', 'Industry x2']);
});

test('2: the sheet is that of the plan, whichever is shown when the run writes', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  const sheets = new Set<string>();
  bench.grid.before = (effect) => {
    if (effect.ask === 'sheet.write') sheets.add(effect.writing.sheet);
    if (effect.ask === 'sheet.read') sheets.add(effect.reading.sheet);
    if (effect.ask === 'sheet.info') sheets.add(effect.sheet);
  };
  await bench.start();
  expect([...sheets]).toEqual(['sheet-1']);
});

test('3: a block that fails loses nothing of those before it', async () => {
  let requests = 0;
  const bench = new Bench([['domain'], ...column(2_000)], (request) =>
    (requests += 1) > 10 ? { ok: false, reason: 'unreachable' } : api(request),
  );
  const end = await bench.start();
  expect(end).toMatchObject({ is: 'paused', why: { code: 'unreachable' }, summary: { found: 1_000, open: 1_000 } });
  expect(bench.grid.values().filter((row) => row[1] !== undefined)).toHaveLength(1 + 1_000);
});

test('4: to retry what failed asks for nothing else', async () => {
  let isBroken = true;
  const bench = new Bench([['domain'], ...column(150)], (request) => {
    const { domains } = request.body as { domains: readonly string[] };
    return isBroken && domains.includes('x120.example') ? json(422, { detail: 'no' }) : api(request);
  });
  expect((await bench.start()).summary.found).toBe(100);
  isBroken = false;
  bench.host.waves.length = 0;
  expect((await bench.resume({ isAgain: true })).summary.found).toBe(150);
  expect(bench.host.requests.flatMap(({ body }) => (body as { domains: readonly string[] }).domains)).toHaveLength(50);
});

test('5: a company at the border of two requests is asked for once', async () => {
  const bench = new Bench([['domain'], ...column(201)]);
  await bench.start();
  const asked = bench.host.requests.map(({ body }) => (body as { domains: readonly string[] }).domains);
  expect(asked.map(({ length }) => length)).toEqual([100, 100, 1]);
  expect(new Set(asked.flat()).size).toBe(201);
});

test('6: nothing older than its age is written without being asked for again', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  await bench.start();
  bench.host.nowMs += 31 * 86_400_000;
  await bench.startNext(await bench.plan(TWO));
  expect(bench.requests).toBe(2);
});

test('7: a cell that is still loading is not asked for, in any language', async () => {
  const bench = new Bench([['domain'], ['Loading...'], ['Wird geladen…'], ['x1.example']]);
  const plan = await bench.plan();
  expect(plan.skipped).toEqual([
    { row: 1, column: null, reason: 'unusable' },
    { row: 2, column: null, reason: 'unusable' },
  ]);
});

test('8: the same company in a thousand rows is one company in one request', async () => {
  const bench = new Bench([['domain'], ...Array.from({ length: 1_000 }, () => ['x1.example'])]);
  expect((await bench.start()).summary).toMatchObject({ found: 1_000, creditsUsed: 1 });
  expect(bench.requests).toBe(1);
});

test('after an undo the file is as if there had been no run, also when its formats were lost', async () => {
  const bench = new Bench([
    ['domain', 'Industry'],
    ['x1.example', 45_000],
  ]);
  bench.grid.rows[1]![1]!.format = 'yyyy-mm-dd';
  await bench.start(await bench.plan(INDUSTRY, { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true }));
  expect(bench.grid.values()[1]).toEqual(['x1.example', 'Industry x1']);
  bench.grid.rows[1]![1]!.format = 'General';
  expect(await bench.undo()).toMatchObject({
    restored: 1,
    edited: 0,
    isWhole: true,
  });
  expect(bench.grid.rows[1]![1]).toEqual({ value: 45_000, format: 'yyyy-mm-dd' });
});
