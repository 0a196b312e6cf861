import type { Choice } from '../../../../shared/enrich/plan/column-spec';
import { api, Bench, companyOf, domainsOf, INDUSTRY, TWO } from '../../../fakes/bulk-bench';
import { Crash } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';

const STATUS: Choice = { adds: 'status' };
const WITH_STATUS: readonly Choice[] = [...TWO, STATUS];

/** Knows `bare.example`, and nothing about it; refuses `fails.example`. */
function oddApi(request: Parameters<typeof api>[0]): ReturnType<typeof api> {
  const results = domainsOf(request).map((domain): object => {
    if (domain === 'fails.example') return { domain, status: 'error', error: 'failed' };
    const company = domain === 'bare.example' ? { slug: 'bare', primary_domain: domain } : companyOf(domain);
    return { domain, status: company === null ? 'not_tracked' : 'found', company };
  });
  return json(200, { results });
}

test('each row says what became of it, and columns of numbers hold nothing else', async () => {
  const bench = new Bench(
    [['domain'], ['x1.example'], ['none.example'], ['bare.example'], ['n/a'], ['ann@gmail.com'], ['']],
    oddApi,
  );
  const end = await bench.start(await bench.plan(WITH_STATUS));
  expect(bench.grid.values()).toEqual([
    ['domain', 'Industry', 'Employees', 'Status'],
    ['x1.example', 'Industry x1', 2, 'found'],
    ['none.example', '', '', 'not tracked'],
    ['bare.example', '', '', 'no data'],
    ['n/a', '', '', 'skipped: no usable domain'],
    ['ann@gmail.com', '', '', 'skipped: free email address'],
    [''],
  ]);
  expect(end.summary).toMatchObject({
    ...{ rows: 3, found: 1, notTracked: 1, noData: 1, filled: [], open: 0 },
    unusable: 2,
  });
});

test('rows that name no company are asked for nothing, and are in no price', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['n/a']]);
  const plan = await bench.plan(WITH_STATUS);
  expect(plan).toMatchObject({ cells: 3, skippedWithStatus: 1 });
  expect([plan.rows.length, plan.selected.map(({ row }) => row)]).toEqual([1, [1, 2]]);
  expect((await bench.start(plan)).summary.creditsUsed).toBe(1);
  expect(bench.asked).toEqual(['x1.example']);
});

test('undo takes every status back, also of rows that name no company', async () => {
  const values = [['domain'], ['x1.example'], ['n/a'], ['n/a'], ['none.example']];
  const bench = new Bench(values);
  await bench.start(await bench.plan(WITH_STATUS));
  bench.grid.rows.splice(1, 0, ...bench.grid.rows.splice(2, 1));
  expect(await bench.undo()).toMatchObject({ isWhole: true, edited: 0 });
  expect(bench.grid.values().map(([input, ...others]) => [input, others.join('')])).toEqual([
    ['domain', ''],
    ['n/a', ''],
    ['x1.example', ''],
    ['n/a', ''],
    ['none.example', ''],
  ]);
});

test('a row without a company that is not selected gets no status, nor does one that nothing tells from it', async () => {
  const bench = new Bench([['domain'], ['n/a'], ['x1.example'], ['n/a']]);
  const rows = [
    { row: 1, input: { is: 'problem', given: 'n/a', error: new Error() } as never },
    { row: 2, input: { is: 'company', identifier: 'x1.example', given: 'x1.example' } as const },
  ];
  const plan = await bench.plan(WITH_STATUS, { rows });
  await bench.start(plan);
  expect(bench.grid.values().map((row) => row[3] ?? '')).toEqual(['Status', '', 'found', '']);
});

test('a row that failed says why, and what it is once another try succeeds', async () => {
  let isBroken = true;
  const bench = new Bench([['domain'], ['x1.example'], ['fails.example']], (request) =>
    (isBroken ? oddApi : api)(request),
  );
  const end = await bench.start(await bench.plan(WITH_STATUS));
  expect(bench.grid.values()[2]?.[3]).toMatch(/^failed: [^.]+$/);
  expect(end.summary.failed.flatMap(({ rows }) => rows)).toEqual([2]);
  isBroken = false;
  await bench.resume({ isAgain: true });
  expect(bench.grid.values()[2]).toEqual(['fails.example', 'Industry fails', 5, 'found']);
  expect(await bench.undo()).toMatchObject({ isWhole: true });
  expect(bench.grid.values()[2]?.slice(1).join('')).toBe('');
});

test('rows that a limit leaves open have no status until they are done', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example'], ['n/a']]);
  await bench.start(await bench.plan(WITH_STATUS), { cap: 1 });
  expect(bench.grid.values().map((row) => row[3] ?? '')).toEqual(['Status', 'found', '', 'skipped: no usable domain']);
  expect((await bench.resume({ limit: 6 })).summary).toMatchObject({ rows: 2, found: 2, open: 0 });
  expect(bench.grid.values().map((row) => row[3])).toEqual(['Status', 'found', 'found', 'skipped: no usable domain']);
});

test('a status that a user wrote stays', async () => {
  const bench = new Bench([
    ['domain', 'Industry', 'Status'],
    ['x1.example', '', 'no data'],
    ['n/a', '', 'found'],
    ['x2.example', '', ''],
  ]);
  await bench.start(await bench.plan([...INDUSTRY, STATUS], { where: 'sameTitles' }));
  expect(bench.grid.values().map((row) => row[2])).toEqual(['Status', 'no data', 'found', 'found']);
});

test("a column called Status with words of a person's own is never filled", async () => {
  const bench = new Bench([
    ['domain', 'Industry', 'status'],
    ['x1.example', '', ''],
    ['x2.example', '', 'Customer'],
  ]);
  const { targets } = await bench.plan([...INDUSTRY, STATUS], { where: 'sameTitles' });
  expect(targets.map(({ column, isNew }) => [column, isNew])).toEqual([
    [1, false],
    [3, true],
  ]);
});

test('for a status alone, nothing is asked: neither for filled rows, nor where nothing else is chosen', async () => {
  const bench = new Bench([
    ['domain', 'Industry', 'Status'],
    ['x1.example', 'mine', ''],
    ['x2.example', '', ''],
  ]);
  const plan = await bench.plan([...INDUSTRY, STATUS], { where: 'sameTitles' });
  expect({ rows: plan.rows.map(({ row }) => row), alreadyFilled: plan.alreadyFilled }).toEqual({
    rows: [2],
    alreadyFilled: 1,
  });
  await expect(bench.plan([STATUS])).rejects.toThrow('A status column needs another column. Add at least one.');
});

test('a row that a user fills meanwhile is reported as skipped', async () => {
  const bench = new Bench([
    ['domain', 'Industry'],
    ['x1.example', ''],
    ['x2.example', ''],
  ]);
  const plan = await bench.plan([...INDUSTRY, STATUS], { where: 'sameTitles' });
  bench.grid.at(1, 1).value = 'mine';
  const end = await bench.start(plan);
  expect(bench.grid.values()).toEqual([
    ['domain', 'Industry', 'Status'],
    ['x1.example', 'mine', 'skipped: already filled'],
    ['x2.example', 'Industry x2', 'found'],
  ]);
  expect(end.summary).toMatchObject({ rows: 2, found: 1, filled: [1] });
});

test.each([12, 16, 20, 24, 28])('a panel closed at step %i is resumed to the same sheet, and undone', async (at) => {
  const values = [['domain'], ['x1.example'], ['n/a'], ['none.example'], ['ann@gmail.com']];
  const bench = new Bench(values);
  let step = 0;
  bench.grid.before = () => {
    step += 1;
    if (step === at) throw new Crash();
  };
  const plan = await bench.plan(WITH_STATUS);
  try {
    await bench.start(plan);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    if ((await bench.find()).is === 'enrichment') await bench.resume();
    else await bench.start(plan);
  }
  expect(bench.grid.values().map((row) => row[3])).toEqual([
    ...['Status', 'found', 'skipped: no usable domain', 'not tracked', 'skipped: free email address'],
  ]);
  expect(bench.asked.length).toBeLessThanOrEqual(4);
  await bench.undo();
  expect(
    bench.grid
      .values()
      .flatMap((row) => row.slice(1))
      .join(''),
  ).toBe('');
});

test('without a status column, a row that is not tracked says so in each column', async () => {
  const bench = new Bench([['domain'], ['none.example'], ['n/a']]);
  const end = await bench.start(await bench.plan(TWO));
  expect(bench.grid.values().slice(1)).toEqual([['none.example', 'not tracked', 'not tracked'], ['n/a']]);
  expect(end.summary).toMatchObject({ rows: 1, notTracked: 1, unusable: 1 });
});

test('a row without a company that has moved since the panel looked is not mistaken for another', async () => {
  const bench = new Bench([['domain'], ['n/a'], ['']]);
  const input = { is: 'problem', given: 'n/a', error: new Error() } as never;
  await expect(bench.plan(WITH_STATUS, { headerRow: 0, rows: [{ row: 2, input }] })).rejects.toMatchObject({
    code: 'sheetChanged',
  });
});
