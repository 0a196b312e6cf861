import type { Choice } from '../../../../shared/bulk/plan/column-spec';
import { lookAtRun } from '../../../../shared/bulk/run/inspect';
import { undoRun, type Undone } from '../../../../shared/bulk/undo/undo';
import { TraceError } from '../../../../shared/errors/trace-error';
import { api, Bench, isRowWrite, TWO } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { json } from '../../../fakes/memory-host';

const undo = async (bench: Bench): Promise<Undone> => await drive(undoRun, bench.host, bench.grid);

test('what an overwritten cell held comes back, also where its row was done once more with another answer', async () => {
  let isBroken = true;
  const bench = new Bench(
    [
      ['domain', 'As of', 'Partners'],
      ['x1.example', 'old', ''],
    ],
    (request) => {
      if (request.operation === 'companies.batch') return api(request);
      if (isBroken) return json(422, { detail: 'no' });
      const company = { name: 'x1', primary_domain: 'x1.example' };
      const found = { domain: 'x1.example', status: 'found', partnership_count: 0, company, partnerships: [] };
      return json(200, { results: [found] });
    },
  );
  const plan = await bench.plan(
    [
      { adds: 'company', field: 'as_of' },
      { adds: 'partners', field: 'name', type: null },
    ],
    { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true },
  );
  await bench.start(plan, { cap: 100 });
  expect(bench.grid.values()[1]![1]).not.toBe('old');
  isBroken = false;
  bench.host.nowMs += 86_400_000;
  bench.host.cache.clear();
  await bench.resume({ again: 'failed' });
  await undo(bench);
  expect(bench.grid.values()[1]).toEqual(['x1.example', 'old', '']);
});

test('what an overwritten cell held comes back, also where nothing was answered when its row was done once more', async () => {
  let asked = 0;
  const bench = new Bench(
    [
      ['domain', 'Industry', 'Partners'],
      ['x1.example', 'old', ''],
    ],
    (request) => {
      if (request.operation !== 'companies.batch') return json(422, { detail: 'no' });
      return (asked += 1) > 1 ? json(422, { detail: 'no' }) : api(request);
    },
  );
  const plan = await bench.plan(
    [
      { adds: 'company', field: 'industry' },
      { adds: 'partners', field: 'name', type: null },
    ],
    { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true },
  );
  await bench.start(plan, { cap: 100 });
  bench.host.cache.clear();
  await bench.resume({ again: 'failed' });
  await undo(bench);
  expect(bench.grid.values()[1]).toEqual(['x1.example', 'old', '']);
});

test.each(['onlyEmpty', 'overwrite'] as const)('a format that an empty cell had comes back: %s', async (mode) => {
  const bench = new Bench([['domain', 'Employees'], ...Array.from({ length: 30 }, (_row, at) => [`x${at}.example`])]);
  for (const row of [1, 2, 3, 20]) bench.grid.at(row, 1).format = '@';
  bench.grid.at(4, 1).format = '0 %';
  await bench.start(
    await bench.plan([{ adds: 'company', field: 'employee_count' }], {
      where: 'sameTitles',
      mode,
      isOverwriteConfirmed: mode === 'overwrite',
    }),
  );
  expect([1, 4].map((row) => bench.grid.at(row, 1))).toEqual([
    { value: 2, format: 'General' },
    { value: 2, format: '0 %' },
  ]);
  await undo(bench);
  expect([1, 2, 3, 4, 5, 20].map((row) => bench.grid.at(row, 1))).toEqual(
    ['@', '@', '@', '0 %', 'General', '@'].map((format) => ({ value: '', format })),
  );
});

const NAME: readonly Choice[] = [{ adds: 'company', field: 'name' }];
const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);
const removeColumn = ({ grid }: Bench, at: number): void => grid.rows.forEach((cells) => void cells.splice(at, 1));
const insertColumn = ({ grid }: Bench, at: number): void =>
  grid.rows.forEach((cells) => void cells.splice(at, 0, { value: '' }));
const answersIn = ({ grid }: Bench): number =>
  grid.values().filter((row) => row.some((value) => String(value).startsWith('Industry'))).length;

test("a person's own column of the same title is not the run's, once that is deleted", async () => {
  const table = [
    ['domain', 'Company'],
    ['x1.example', 'x1'],
    ['x2.example', 'mine'],
  ];
  const bench = new Bench(table);
  await bench.start(await bench.plan(NAME));
  removeColumn(bench, 2);
  await expect(async () => await undo(bench)).rejects.toThrow(
    /^The column "\w+" is missing\. Undo the change that removed it/,
  );
  expect(bench.grid.values()).toEqual(table);
  expect(await drive(lookAtRun, bench.host, bench.grid)).toMatchObject({ is: 'run', head: { isUndoing: false } });
});

test("a column that took the place and the title of the run's is left alone", async () => {
  const bench = new Bench([['domain'], ...column(20)]);
  await bench.start();
  for (const [row, cells] of bench.grid.rows.entries())
    if (row > 0) cells[1] = { value: row > 1 ? `mine ${row}` : 'Industry x0' };
  await expect(async () => await undo(bench)).rejects.toThrow(
    'The column "Industry" was renamed, or its cells were moved',
  );
  expect(bench.grid.values()[1]).toEqual(['x0.example', 'Industry x0']);
});

test('rows that move while a run is undone are looked for', async () => {
  const bench = new Bench([['domain'], ...column(3_000)]);
  await bench.start();
  let writes = 0;
  bench.grid.before = ({ ask }) => {
    if (ask === 'sheet.write' && (writes += 1) === 2) bench.grid.rows.splice(1, 0, [{ value: '' }]);
  };
  expect(await undo(bench)).toEqual({
    restored: 3_000,
    edited: [],
    refused: [],
    missing: [],
    undecided: [],
    lost: [],
    isLeft: false,
  });
  expect({ answers: answersIn(bench), journal: bench.grid.journal, title: bench.grid.at(0, 1).value }).toEqual({
    answers: 0,
    journal: null,
    title: '',
  });
});

test('rows that cannot be found are kept for another undo, with the title', async () => {
  const bench = new Bench([['domain'], ...column(5)]);
  await bench.start();
  const [taken] = bench.grid.rows.splice(3, 1);
  expect(await undo(bench)).toMatchObject({ restored: 4, missing: [3], isLeft: true });
  expect(bench.grid.at(0, 1).value).toBe('Industry');
  await expect(async () => await bench.resume()).rejects.toThrow('partly undone');
  await expect(async () => await bench.start(await bench.plan())).rejects.toThrow('unfinished');
  bench.grid.rows.push(taken!);
  expect(await undo(bench)).toMatchObject({ restored: 1, missing: [], isLeft: false });
  expect({ answers: answersIn(bench), journal: bench.grid.journal, title: bench.grid.at(0, 1).value }).toEqual({
    answers: 0,
    journal: null,
    title: '',
  });
});

test('a row that was gone when the run went on is listed by where it was planned', async () => {
  const bench = new Bench([['domain'], ...column(5)]);
  let isWritten = false;
  bench.grid.before = (effect) => {
    if (isWritten && effect.ask === 'journal.save') throw new TraceError('unreachable', {});
    isWritten ||= isRowWrite(effect);
  };
  await expect(async () => await bench.start()).rejects.toThrow('could not be reached');
  bench.grid.before = () => undefined;
  bench.grid.rows.splice(3, 1);
  await bench.resume();
  expect(await undo(bench)).toMatchObject({ restored: 4, missing: [3], isLeft: true });
});

test('protected cells are listed, and put back once they may be', async () => {
  const bench = new Bench([['domain'], ...column(3)]);
  await bench.start();
  bench.grid.protectedRows.add(2);
  expect(await undo(bench)).toMatchObject({ restored: 2, edited: [], refused: [{ row: 2, column: 1 }], isLeft: true });
  bench.grid.protectedRows.clear();
  expect(await undo(bench)).toMatchObject({ restored: 1, refused: [], isLeft: false });
});

test('one column that is gone keeps no other from being put back', async () => {
  const bench = new Bench([['domain'], ...column(3)]);
  await bench.start(await bench.plan(TWO));
  removeColumn(bench, 1);
  expect(await undo(bench)).toMatchObject({ restored: 3, lost: ['Industry'], isLeft: true });
  expect(bench.grid.values()[1]).toEqual(['x0.example', '']);
});

test('a title stays above what a person has written below it', async () => {
  const bench = new Bench([['domain'], ...column(2)]);
  await bench.start();
  bench.grid.at(5, 1).value = 'a sum of mine';
  expect(await undo(bench)).toMatchObject({ restored: 2, isLeft: false });
  expect(bench.grid.at(0, 1).value).toBe('Industry');
});

test('a table without titles is undone also after a column has come in on its left', async () => {
  const bench = new Bench(column(3));
  await bench.start(await bench.plan(undefined, { headerRow: null }));
  insertColumn(bench, 0);
  expect(await undo(bench)).toMatchObject({ restored: 3, isLeft: false });
  expect(bench.grid.values()[0]).toEqual(['', 'x0.example', '']);
});

test("a table without titles whose run's column is gone is left alone", async () => {
  const bench = new Bench(column(3).map(([domain]) => [domain!, '', 'note']));
  await bench.start(await bench.plan(undefined, { headerRow: null }));
  removeColumn(bench, 1);
  await expect(async () => await undo(bench)).rejects.toThrow(
    /^The column "\w+" is missing\. Undo the change that removed it/,
  );
  expect(bench.grid.values()[0]).toEqual(['x0.example', 'note']);
});
