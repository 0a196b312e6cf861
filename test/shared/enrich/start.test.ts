import { TraceError } from '../../../shared/errors/trace-error';
import { json } from '../../fakes/memory-host';
import { Bench, TWO } from '../../fakes/bulk-bench';

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
  await expect(async () => await bench.start()).rejects.toThrow('earlier enrichment');
});

test('protected cells are listed, the others are written, and can be retried', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example']]);
  bench.grid.protectedRows.add(1);
  const end = await bench.start();
  expect(end.is).toBe('done');
  expect(end.refused).toEqual([{ why: new TraceError('cellsProtected', {}), rows: [1] }]);
  expect(bench.grid.values()[2]).toEqual(['x2.example', 'Industry x2']);
  bench.grid.protectedRows.clear();
  expect((await bench.resume()).summary).toMatchObject({
    found: 2,
    open: 0,
    creditsUsed: 2,
  });
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
    { kind: 'text', text: '=HYPERLINK("http://evil.example")' },
    { kind: 'text', text: '1-10' },
  ]);
  expect(bench.grid.rows[1]![1]!.formula).toBeUndefined();
});

test('an input that is edited between answer and write gets nothing; and is not counted', async () => {
  const bench = new Bench([['domain'], ['x1.example'], ['x2.example']]);
  let isEdited = false;
  bench.grid.before = (effect) => {
    if (effect.ask !== 'sheet.write' || effect.writing.rows[0] === 0 || isEdited) return;
    isEdited = true;
    bench.grid.rows[1]![0]!.value = 'x9.example';
  };
  expect((await bench.start()).summary).toMatchObject({ rows: 1, found: 1 });
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
