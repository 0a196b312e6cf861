import { undoRun } from '../../../../shared/bulk/undo/undo';
import { TraceError } from '../../../../shared/errors/trace-error';
import { drive } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';
import { Bench, TWO } from '../../../fakes/bulk-bench';

test('each row gets the answer of its own input, below a title', async () => {
  const bench = new Bench([['domain'], ['x1.example'], [''], ['none.example'], ['https://www.x2.example/about']]);
  const end = await bench.start(await bench.plan(TWO));
  expect(bench.grid.values()).toEqual([
    ['domain', 'Industry', 'Employees'],
    ['x1.example', 'Industry x1', 2],
    [''],
    ['none.example', 'not tracked', 'not tracked'],
    ['https://www.x2.example/about', 'Industry x2', 2],
  ]);
  expect(end).toMatchObject({
    is: 'done',
    why: null,
    summary: { rows: 3, found: 2, notTracked: 1, open: 0, creditsUsed: 2 },
  });
});

test('a second run waits for the first one to be resumed, undone or discarded', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  bench.grid.wish = 'stop';
  expect((await bench.start()).is).toBe('stopped');
  await expect(async () => await bench.start()).rejects.toThrow('unfinished');
});

test('protected cells are listed, the others are written, and can be retried', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example']]);
  bench.grid.protectedRows.add(1);
  const end = await bench.start();
  expect(end.is).toBe('done');
  expect(end.summary.failed).toEqual([{ why: new TraceError('cellsProtected', {}), rows: [1] }]);
  expect(bench.grid.values()[2]).toEqual(['x2.example', 'Industry x2']);
  bench.grid.protectedRows.clear();
  expect((await bench.resume({ again: 'failed' })).summary).toMatchObject({
    found: 2,
    failed: [],
    creditsUsed: 2,
  });
  expect(bench.grid.values()[1]).toEqual(['x1.example', 'Industry x1']);
});

test('a run whose journal would not fit does not begin', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  bench.grid.journalTotal = 100;
  await expect(async () => await bench.start()).rejects.toThrow(TraceError);
  expect(bench.requests).toBe(0);
});

test('a damaged journal is told, and the sheet stays', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  await bench.start();
  bench.grid.journal!.set('block.0', '{"settled":tr');
  await expect(async () => await bench.resume()).rejects.toThrow('damaged');
  await expect(async () => await drive(undoRun, bench.host, bench.grid)).rejects.toThrow('damaged');
  expect(bench.grid.values()[1]).toEqual(['x1.example', 'Industry x1']);
});

test('text that looks like a formula or a date stays text', async () => {
  const bench = new Bench([['domain'], ['x1.example']], (request) => {
    const { domains } = request.body as { domains: readonly string[] };
    const company = { slug: 'x', industry: '=HYPERLINK("http://evil.example")', employee_range: '1-10' };
    return json(200, { results: domains.map((domain) => ({ domain, status: 'found', company })) });
  });
  const writes: unknown[] = [];
  bench.grid.before = (effect) => {
    if (effect.ask === 'sheet.write') writes.push(...effect.writing.cells.flat());
  };
  await bench.start(
    await bench.plan([
      { adds: 'company', field: 'industry' },
      { adds: 'company', field: 'employee_range' },
    ]),
  );
  expect(writes.slice(2)).toEqual([
    { kind: 'text', text: '=HYPERLINK("http://evil.example")', isLiteral: true },
    { kind: 'text', text: '1-10', isLiteral: true },
  ]);
  expect(bench.grid.rows[1]![1]!.formula).toBeUndefined();
});

test('an input that is edited between answer and write gets nothing; the answer is listed', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example']]);
  let isEdited = false;
  bench.grid.before = (effect) => {
    if (effect.ask !== 'sheet.write' || effect.writing.rows[0] === 0 || isEdited) return;
    isEdited = true;
    bench.grid.rows[1]![0]!.value = 'x9.example';
  };
  expect((await bench.start()).summary).toMatchObject({ found: 1, unplaced: 1 });
  expect(bench.grid.values()).toEqual([['domain', 'Industry'], ['x9.example'], ['x2.example', 'Industry x2']]);
});

test('a column inserted between answer and write moves the answers along', async () => {
  const bench = new Bench([['domain'], ['x1.example']]);
  let isInserted = false;
  bench.grid.before = (effect) => {
    if (effect.ask !== 'sheet.write' || effect.writing.rows[0] === 0 || isInserted) return;
    isInserted = true;
    for (const cells of bench.grid.rows) cells.splice(1, 0, { value: '' });
  };
  expect((await bench.start()).summary.found).toBe(1);
  expect(bench.grid.values()).toEqual([
    ['domain', '', 'Industry'],
    ['x1.example', '', 'Industry x1'],
  ]);
});
