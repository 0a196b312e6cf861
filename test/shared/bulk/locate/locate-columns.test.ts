import { readJournal } from '../../../../shared/bulk/journal/journal';
import { locateColumns } from '../../../../shared/bulk/locate/locate-columns';
import type { GridReading } from '../../../../shared/bulk/sheet/ports';
import { undoRun } from '../../../../shared/bulk/undo/undo';
import { Bench, INDUSTRY } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);

/** What a person does once the first block is written. */
function afterFirstBlock({ grid }: Bench, act: () => void): void {
  let isDone = false;
  grid.before = (effect) => {
    if (isDone || effect.ask !== 'tell' || effect.event.is !== 'progress') return;
    isDone = true;
    act();
  };
}

const insertColumn = ({ grid }: Bench, at: number): void =>
  grid.rows.forEach((cells) => void cells.splice(at, 0, { value: '' }));

test("a run pauses once its column is deleted, and fills none of the person's own that has the same title", async () => {
  const bench = new Bench([
    ['domain', 'Company'],
    ...column(1_500).map(([domain], at) => [domain!, at % 2 ? 'own' : '']),
  ]);
  const plan = await bench.plan([{ adds: 'company', field: 'name' }]);
  afterFirstBlock(bench, () => bench.grid.rows.forEach((cells) => void cells.splice(2, 1)));
  expect(await bench.start(plan)).toMatchObject({
    is: 'paused',
    why: { code: 'columnsGone' },
    summary: { found: 1_000 },
  });
  expect(bench.grid.values().slice(1_200, 1_202)).toEqual([
    ['x1199.example', 'own'],
    ['x1200.example', ''],
  ]);
});

test('columns of the same title are told apart, wherever they go', async () => {
  const bench = new Bench([
    ['domain', 'Industry', '', 'Industry'],
    ...column(1_500).map(([each]) => [each!, '', '', '']),
  ]);
  const plan = await bench.plan();
  afterFirstBlock(bench, () => insertColumn(bench, 1));
  expect(await bench.start(plan)).toMatchObject({ is: 'done', summary: { found: 1_500 } });
  expect(bench.grid.values()[1_400]).toEqual(['x1399.example', '', '', 'Industry x1399', '']);
});

test('one more column with the title is not taken for the own one', async () => {
  const bench = new Bench([['domain'], ...column(1_500)]);
  afterFirstBlock(bench, () => {
    insertColumn(bench, 1);
    bench.grid.at(0, 1).value = 'Industry';
  });
  expect(await bench.start()).toMatchObject({ is: 'done', summary: { found: 1_500 } });
  expect(bench.grid.values()[1_400]).toEqual(['x1399.example', '', 'Industry x1399']);
});

test('titles are not written where a column has moved since the plan', async () => {
  const bench = new Bench([['domain', '', 'note'], ...column(3)]);
  const plan = await bench.plan();
  insertColumn(bench, 0);
  expect(await bench.start(plan)).toMatchObject({ is: 'paused', why: { code: 'columnsGone' } });
  expect({ titles: bench.grid.values()[0], requests: bench.requests }).toEqual({
    titles: ['', 'domain', '', 'note'],
    requests: 0,
  });
});

test('a table without titles has its room made before anything is paid', async () => {
  const bench = new Bench(column(2));
  bench.grid.isFull = true;
  expect(await bench.start(await bench.plan(INDUSTRY, { headerRow: null }))).toMatchObject({
    why: { code: 'sheetFull' },
  });
  expect(bench.requests).toBe(0);
});

test.each([
  ['between the blocks', 'tell'],
  ['right before a write', 'sheet.write'],
])('a column that comes into a table without titles %s splits no column of the run', async (_when, ask) => {
  const bench = new Bench(column(1_500));
  let times = 0;
  bench.grid.before = (effect) => {
    if (effect.ask === ask && (effect.ask !== 'tell' || effect.event.is === 'progress') && (times += 1) === 2) {
      insertColumn(bench, 1);
    }
  };
  if (ask === 'tell') times = 1;
  expect(await bench.start(await bench.plan(INDUSTRY, { headerRow: null }))).toMatchObject({
    is: 'done',
    summary: { found: 1_500 },
  });
  expect([bench.grid.values()[999], bench.grid.values()[1_001]]).toEqual([
    ['x999.example', '', 'Industry x999'],
    ['x1001.example', '', 'Industry x1001'],
  ]);
});

test('a table without titles whose own column has moved to where the new one was is not filled', async () => {
  const bench = new Bench(column(3).map(([domain], at) => [domain!, '', at === 1 ? '' : 'mine']));
  const plan = await bench.plan(INDUSTRY, { headerRow: null });
  bench.grid.before = ({ ask }) => {
    bench.grid.before = () => undefined;
    if (ask !== 'tell') bench.grid.rows.forEach((cells) => void cells.splice(1, 1));
  };
  expect(await bench.start(plan)).toMatchObject({ is: 'paused', why: { code: 'columnsGone' } });
  expect(bench.grid.values()[1]).toEqual(['x1.example', '']);
});

test('a protected row of titles pauses the run with that reason before anything is paid, and it goes on once it is free', async () => {
  const bench = new Bench([['domain'], ...column(3)]);
  bench.grid.protectedRows.add(0);
  expect(await bench.start()).toMatchObject({ is: 'paused', why: { code: 'cellsProtected' } });
  expect({ titles: bench.grid.values()[0], requests: bench.requests }).toEqual({ titles: ['domain', ''], requests: 0 });
  bench.grid.protectedRows.clear();
  expect(await bench.resume()).toMatchObject({ is: 'done', summary: { found: 3 } });
  expect(bench.grid.values()[1]).toEqual(['x0.example', 'Industry x0']);
});

test('a column that comes while the run looks for its own moves no answer into one of the same title', async () => {
  const bench = new Bench([
    ['domain', 'Industry', ''],
    ...column(7).map(([each], at) => [each!, at === 1 || at === 4 ? `Industry x${at}` : '', '']),
  ]);
  expect(await bench.start(undefined, { cap: 5 })).toMatchObject({ why: { code: 'runCapReached' } });
  let isAdded = false;
  bench.grid.before = (effect) => {
    if (isAdded || effect.ask !== 'sheet.read') return;
    isAdded = true;
    insertColumn(bench, 0);
    bench.grid.at(0, 0).value = 'Industry';
  };
  expect(await bench.resume({ cap: 7 })).toMatchObject({ is: 'done' });
  expect(bench.grid.values().map((cells) => cells[2])).toEqual([
    'Industry',
    '',
    'Industry x1',
    '',
    '',
    'Industry x4',
    '',
    '',
  ]);
});

describe('columns that move at each look', () => {
  /** Puts two more on the left, of the same titles, before each reading. */
  function moveAtEach({ grid }: Bench, titles: readonly string[], isMoving: (reading: GridReading) => boolean): void {
    grid.before = (asked) => {
      if (asked.ask !== 'sheet.read' || !isMoving(asked.reading)) return;
      grid.rows.forEach((cells, row) => {
        const added = titles.map((title) => ({ value: row === 0 ? title : '', format: '$0' }));
        cells.splice(0, 0, ...added);
      });
    };
  }

  const isOfTitles = ({ row, rows }: GridReading): boolean => row === 0 && rows === 1;

  test('are not certain, whatever titles are where they were', async () => {
    const bench = new Bench([['domain'], ...column(3)]);
    const end = await bench.start(await bench.plan());
    expect(end.is).toBe('done');
    const { head } = readJournal(bench.grid.journal)!;
    moveAtEach(bench, ['domain', 'Industry'], isOfTitles);
    const located = await drive((ports) => locateColumns(ports, head, { written: null }), bench.host, bench.grid);
    expect(located).toEqual({ input: 'changed' });
  });

  test('keep a title that a person types, with its format, when the run is undone', async () => {
    const bench = new Bench([['domain'], ...column(3)]);
    const plan = await bench.plan();
    moveAtEach(bench, ['domain', ''], (reading) => isOfTitles(reading) && reading.withFormats);
    expect(await bench.start(plan)).toMatchObject({ is: 'paused', why: { code: 'columnsGone' } });
    bench.grid.before = () => undefined;
    const place = bench.grid.values()[1]!.indexOf('x0.example') + 1;
    bench.grid.at(0, place).value = 'Industry';
    await drive(undoRun, bench.host, bench.grid);
    expect(bench.grid.at(0, place)).toEqual({ value: 'Industry' });
  });
});
