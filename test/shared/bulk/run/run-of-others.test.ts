import { lookAtRun } from '../../../../shared/bulk/run/inspect';
import { PaidCompanies } from '../../../../shared/credits/paid-companies';
import { planLeftRun, type LeftPlan } from '../../../../shared/bulk/run/plan-left-run';
import { priceRun } from '../../../../shared/bulk/run/price';
import { resumeRun, startRun, type RunEnd, type RunSettings } from '../../../../shared/bulk/run/run';
import { listUndo, undoRun } from '../../../../shared/bulk/undo/undo';
import { Bench, DAYS_30, TWO } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { PersonSeal } from '../../../fakes/person-seal';

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);
const planLeft = (bench: Bench): Promise<LeftPlan> => drive(planLeftRun, bench.host, bench.grid);
const look = (bench: Bench) => drive(lookAtRun, bench.host, bench.grid);

function edit({ grid }: Bench, part: string, changed: object): void {
  grid.journal!.set(part, JSON.stringify({ ...(JSON.parse(grid.journal!.get(part)!) as object), ...changed }));
}

/** Somebody else's run of ten companies that has spent its limit of 4 credits, for a person with an account of their own. */
async function ofOthers(): Promise<Bench> {
  const bench = new Bench([['domain'], ...column(10)]);
  await bench.start(await bench.plan(), { cap: 4 });
  bench.grid.seal = new PersonSeal('secret of another');
  bench.host.account = { id: 'acc-2', keyId: 'key-2', keyClass: 'user', readsLists: true };
  bench.host.spending.paid = new PaidCompanies();
  bench.host.cache.clear();
  bench.host.waves.length = 0;
  bench.grid.asked.length = 0;
  return bench;
}

async function goOn(bench: Bench, settings: Partial<RunSettings> = {}): Promise<RunEnd> {
  const { plan, run } = await planLeft(bench);
  return drive(
    (ports) => startRun(ports, plan, { cap: null, quoted: 0, maxAgeMs: DAYS_30, replaces: run, ...settings }),
    bench.host,
    bench.grid,
  );
}

test('it is not resumed, whatever the panel was told', async () => {
  const bench = await ofOthers();
  edit(bench, 'head', { cap: 1_000, ended: null });
  await expect(drive((ports) => resumeRun(ports, { rest: 100 }), bench.host, bench.grid)).rejects.toMatchObject({
    code: 'runNotOwn',
  });
  expect({
    requests: bench.requests,
    changes: bench.grid.asked.filter((asked) => /write|save|remove|put/.test(asked)),
  }).toEqual({ requests: 0, changes: [] });
});

test('it is not resumed where the panel agreed to a limit for it before its journal was edited', async () => {
  const bench = new Bench([['domain'], ...column(10)]);
  const { agreed } = await bench.start(await bench.plan(), { cap: 4 });
  edit(bench, 'spent', { settled: 0 });
  await expect(drive((ports) => resumeRun(ports, { agreed }), bench.host, bench.grid)).rejects.toMatchObject({
    code: 'runNotOwn',
  });
});

test('its price is asked anew for the rows that have no answer yet, and nothing is changed by that', async () => {
  const bench = await ofOthers();
  const { plan, run } = await planLeft(bench);
  const price = await drive((ports) => priceRun(ports, plan, DAYS_30), bench.host, bench.grid);
  expect({ rows: plan.rows.map(({ row }) => row), targets: plan.targets, most: price.most }).toEqual({
    rows: [5, 6, 7, 8, 9, 10],
    targets: [{ column: 1, title: 'Industry', isNew: false }],
    most: 6,
  });
  expect({
    hasNoRun: run === '',
    changes: bench.grid.asked.filter((asked) => /write|save|put|remove|file/.test(asked)),
  }).toEqual({ hasNoRun: false, changes: [] });
});

test('it goes on as a run of the person who confirms it, under their own limit', async () => {
  const bench = await ofOthers();
  edit(bench, 'head', { cap: 1_000_000, quoted: 0 });
  const spent = bench.host.spending.counters.runs;
  const end = await goOn(bench, { cap: 3 });
  expect({ is: end.is, code: end.why?.code, spent: bench.host.spending.counters.runs - spent }).toEqual({
    is: 'paused',
    code: 'runCapReached',
    spent: 3,
  });
  expect(await look(bench)).toMatchObject({ whose: 'own', head: { cap: 3, rows: 6 } });
});

test('with no limit said it may cost what it was told to cost, never what the journal says', async () => {
  const bench = await ofOthers();
  edit(bench, 'head', { cap: 1_000_000 });
  const end = await goOn(bench);
  expect({ is: end.is, cap: end.agreed.cap, asked: new Set(bench.asked).size }).toEqual({
    is: 'done',
    cap: 6,
    asked: 6,
  });
});

test('what stands in its columns is not written over, though its journal says that it may', async () => {
  const bench = await ofOthers();
  edit(bench, 'head', { mode: 'overwrite' });
  bench.grid.at(7, 1).value = 'mine';
  await goOn(bench);
  expect(bench.grid.values().map(([, value]) => value)).toEqual([
    'Industry',
    ...[0, 1, 2, 3, 4, 5].map((at) => `Industry x${at}`),
    'mine',
    ...[7, 8, 9].map((at) => `Industry x${at}`),
  ]);
});

test('what it says of its cells is not taken over: an undo takes back what was added, and no more', async () => {
  const bench = await ofOthers();
  const stood = bench.grid.values().map((row) => [...row]);
  await goOn(bench);
  await drive((ports) => undoRun(ports), bench.host, bench.grid);
  expect(bench.grid.values().map((row) => row.filter((value) => value !== ''))).toEqual(
    stood.map((row) => row.filter((value) => value !== '')),
  );
});

test('rows are found where they stand now, and those that are gone are left out', async () => {
  const bench = await ofOthers();
  bench.grid.rows.splice(1, 0, [{ value: 'new.example' }]);
  bench.grid.rows.splice(8, 1);
  const { plan } = await planLeft(bench);
  expect(plan.rows.map(({ row, identifier }) => [row, identifier])).toEqual([
    [6, 'x4.example'],
    [7, 'x5.example'],
    [8, 'x7.example'],
    [9, 'x8.example'],
    [10, 'x9.example'],
  ]);
});

test('a title that was not written yet is written', async () => {
  const bench = await ofOthers();
  for (const row of bench.grid.rows.keys()) bench.grid.at(row, 1).value = '';
  edit(bench, 'head', { blocks: 0 });
  await goOn(bench);
  expect(bench.grid.values().map(([, value]) => value)).toEqual([
    'Industry',
    ...column(10).map((_row, at) => `Industry x${at}`),
  ]);
});

test('its columns have to be told for certain', async () => {
  const bench = new Bench([['domain'], ...column(3)]);
  await bench.start(await bench.plan(TWO), { cap: 1 });
  bench.grid.seal = new PersonSeal('secret of another');
  bench.grid.rows.forEach((cells) => void cells.splice(1, 1));
  await expect(planLeft(bench)).rejects.toMatchObject({ code: 'columnsGone' });
});

test("an unfinished run of one's own makes way for none", async () => {
  const bench = new Bench([['domain'], ...column(10)]);
  await bench.start(await bench.plan(), { cap: 4 });
  await expect(goOn(bench)).rejects.toMatchObject({ code: 'runUnfinished' });
});

test('no other run makes way than the one that was asked about', async () => {
  const bench = await ofOthers();
  const { plan, run } = await planLeft(bench);
  edit(bench, 'head', { run: 'another' });
  const settings = { cap: 3, quoted: 0, maxAgeMs: DAYS_30, replaces: run };
  await expect(drive((ports) => startRun(ports, plan, settings), bench.host, bench.grid)).rejects.toMatchObject({
    code: 'runUnfinished',
  });
});

test('a run that was put back to an older state gives no second limit', async () => {
  const bench = new Bench([['domain'], ...column(10)]);
  await bench.start(await bench.plan(), { cap: 4 });
  const older = new Map(bench.grid.journal!);
  await bench.resume({ cap: 6 });
  bench.grid.journal = older;
  await expect(drive((ports) => resumeRun(ports, { rest: 2 }), bench.host, bench.grid)).rejects.toMatchObject({
    code: 'runNotOwn',
  });
  const listed = await drive(listUndo, bench.host, bench.grid);
  expect({ left: (await planLeft(bench)).plan.rows.length, listed: listed.cells.length }).toEqual({
    left: 4,
    listed: 4,
  });
});
