import type { GridWriting } from '../../shared/bulk/grid';
import type { GridCell } from '../../shared/bulk/written';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../fakes/excel/sheet';

const NO_SERVICE = 'http://127.0.0.1:9';
afterEach(() => BulkWorld.close());

const cell = (shown: unknown): FakeCell => ({ shown });
const column = (...shown: readonly unknown[]): FakeSheet => new FakeSheet(shown.map((value) => [cell(value)]));
const text = (given: string, isLiteral = true): GridCell => ({ kind: 'text', text: given, isLiteral });

function open(sheet: FakeSheet): BulkWorld {
  return new BulkWorld(sheet, NO_SERVICE);
}

/** Writes one row of cells beside an input, all of which were blank unless told. */
function writing(cells: readonly (GridCell | null)[], before = cells.map((): string | number => '')): GridWriting {
  return {
    sheet: 'sheet-1',
    rows: [0],
    columns: cells.map((_cell, at) => at + 1),
    cells: [cells],
    guard: { input: { column: 0, values: ['a.example'] }, before: [before], sheetRows: null, header: null },
  };
}

function write(world: BulkWorld, asked: GridWriting) {
  return world.host.performers.gridWrite({ ask: 'gridWrite', writing: asked });
}

function read(world: BulkWorld, columns: readonly number[], rows: number, withFormats = false, row = 0) {
  return world.host.performers.gridRead({ ask: 'gridRead', sheet: 'sheet-1', row, rows, columns, withFormats });
}

describe('what is written holds what was meant', () => {
  it.each([
    ['=HYPERLINK("http://evil.example")', '@'],
    ['+49 30 1234', '@'],
    ['-1', '@'],
    ['@SUM(1)', '@'],
    ['\t=1', '@'],
    ['\n=1', '@'],
    ['007', '@'],
    ['1-10', '@'],
    ['TRUE', '@'],
    ["'quoted", undefined],
  ])('the text %j, in a cell of format %s', async (given, format) => {
    const world = open(column('a.example'));
    await write(world, writing([text(given)]));
    expect(world.sheet.rows[0]![1]).toEqual({ shown: given });
    expect(world.sheet.formats.get('0:1')).toBe(format);
  });

  it.each(['May 2026', '#N/A', 'Jan-5'])('the text %j, which only Excel takes for something else', async (given) => {
    const world = open(column('a.example'));
    await write(world, writing([text(given, false)]));
    expect([world.sheet.rows[0]![1], world.sheet.formats.get('0:1')]).toEqual([{ shown: given }, '@']);
  });

  it('an ordinary text, whose cell keeps its format', async () => {
    const world = open(column('a.example'));
    await write(world, writing([text('React, Vue', false)]));
    expect([world.sheet.rows[0]![1], world.sheet.formats.size]).toEqual([{ shown: 'React, Vue' }, 0]);
  });

  it('numbers, truths and dates, also in cells for texts', async () => {
    const world = open(column('a.example'));
    for (const at of [1, 2, 3]) world.sheet.formats.set(`0:${at}`, '@');
    const cells: GridCell[] = [
      { kind: 'number', number: 42 },
      { kind: 'boolean', boolean: false },
      { kind: 'date', day: '2026-06-01' },
    ];
    await write(world, writing(cells));
    expect(world.sheet.values(4)).toEqual([['a.example', 42, false, 46_174]]);
    expect([...world.sheet.formats.values()]).toEqual(['General', 'General', 'yyyy-mm-dd']);
  });

  it("a number in a person's own format", async () => {
    const world = open(column('a.example'));
    world.sheet.formats.set('0:1', '#,##0').set('0:2', 'dd/mm/yyyy');
    await write(
      world,
      writing([
        { kind: 'number', number: 42 },
        { kind: 'date', day: '2026-06-01' },
      ]),
    );
    expect([...world.sheet.formats.values()]).toEqual(['#,##0', 'dd/mm/yyyy']);
  });

  it('what stood there before, with its format', async () => {
    const world = open(new FakeSheet([[cell('a.example'), cell('x'), cell('x'), cell('x'), cell('x')]]));
    const cells: GridCell[] = [
      { kind: 'before', value: '=AVERAGE([a]:[b])', format: 'General' },
      { kind: 'before', value: '007', format: '@' },
      { kind: 'before', value: 0.5, format: '0%' },
      { kind: 'blank' },
    ];
    await write(world, writing(cells, ['x', 'x', 'x', 'x']));
    expect(world.sheet.rows[0]).toEqual([
      cell('a.example'),
      cell('=AVERAGE([a]:[b])'),
      cell('007'),
      cell(0.5),
      cell(''),
    ]);
    expect([...world.sheet.formats]).toEqual([
      ['0:1', 'General'],
      ['0:2', '@'],
      ['0:3', '0%'],
    ]);
  });

  it('a blank, which takes the format of texts away', async () => {
    const world = open(new FakeSheet([[cell('a.example'), cell('x')]]));
    world.sheet.formats.set('0:1', '@');
    await write(world, writing([{ kind: 'blank' }], ['x']));
    expect([world.sheet.values(2), world.sheet.formats.get('0:1')]).toEqual([[['a.example', '']], 'General']);
  });
});

describe('what is not written', () => {
  it('cells that are left alone, formulas among them', async () => {
    const world = open(new FakeSheet([[cell('a.example'), cell(''), { shown: 2, formula: '=1+1' }, cell('')]]));
    await write(world, writing([text('x', false), null, text('y', false)], ['', 2, '']));
    expect(world.sheet.rows[0]).toEqual([cell('a.example'), cell('x'), { shown: 2, formula: '=1+1' }, cell('y')]);
  });

  it('a row whose input or whose cells hold something else now', async () => {
    const world = open(new FakeSheet([[cell('b.example')], [cell('b.example'), cell('mine')], [cell('c.example')]]));
    const written = await write(world, {
      sheet: 'sheet-1',
      rows: [0, 1, 2],
      columns: [1],
      cells: [[text('A', false)], [text('B', false)], [text('C', false)]],
      guard: {
        input: { column: 0, values: ['a.example', 'b.example', 'c.example'] },
        before: [[''], [''], ['']],
        sheetRows: null,
        header: null,
      },
    });
    expect([written.moved, world.sheet.values(2)]).toEqual([
      [0, 1],
      [
        ['b.example', ''],
        ['b.example', 'mine'],
        ['c.example', 'C'],
      ],
    ]);
  });

  it.each([
    ['the sheet has grown', { sheetRows: 2, header: null }],
    ['a column was inserted', { sheetRows: null, header: { row: 0, titles: new Map([[1, 'Name']]) } }],
  ])('anything where %s', async (_name, guard) => {
    const world = open(column('a.example', 'b.example', 'c.example'));
    const asked = writing([text('A', false)]);
    const written = await write(world, { ...asked, guard: { ...asked.guard, ...guard } });
    expect([written.moved, world.sheet.writes]).toEqual([[0], 0]);
  });
});

it('writes neighbouring rows as one range, whatever is left alone between', async () => {
  const world = open(column(...Array.from({ length: 1_000 }, (_row, at) => `x${at}.example`)));
  const rows = Array.from({ length: 1_000 }, (_row, at) => at);
  await write(world, {
    sheet: 'sheet-1',
    rows,
    columns: [1, 2],
    cells: rows.map((row) => [text('A', false), row % 2 === 0 ? text('B', false) : null]),
    guard: { input: null, before: rows.map(() => ['', '']), sheetRows: null, header: null },
  });
  expect([world.sheet.writes, world.sheet.values(3)[1], world.sheet.values(3)[2]]).toEqual([
    1,
    ['x1.example', 'A', ''],
    ['x2.example', 'A', 'B'],
  ]);
});

it('writes more than Excel on the web carries at once in parts', async () => {
  const long = 'x'.repeat(20_000);
  const rows = Array.from({ length: 500 }, (_row, at) => at);
  const world = open(column(...rows.map((row) => `x${row}.example`)));
  const written = await write(world, {
    sheet: 'sheet-1',
    rows,
    columns: [1],
    cells: rows.map(() => [text(long, false)]),
    guard: { input: null, before: rows.map(() => ['']), sheetRows: null, header: null },
  });
  expect([written, world.sheet.values(2).every((row) => row[1] === long)]).toEqual([{ moved: [], refused: [] }, true]);
});

describe('reading', () => {
  it('more than Excel on the web carries at once, in parts', async () => {
    const long = 'x'.repeat(2_000);
    const block = await read(open(column(...Array.from({ length: 10_000 }, () => long))), [0], 10_000);
    expect([block.columns[0]!.values.length, new Set(block.columns[0]!.values).size]).toEqual([10_000, 1]);
  });

  it('tells formulas, and cells that a formula has spilled into, but no text that looks like one', async () => {
    const from = { row: 1, column: 0 };
    const sheet = new FakeSheet([
      [cell('=1+1'), { shown: 2, formula: '=1+1' }],
      [{ shown: 'React', formula: '=TRACE_TECH(C2:C3)', from }, cell(1)],
      [{ shown: 'Vue', from }, cell('')],
      [cell('x'), cell(true)],
    ]);
    const { columns } = await read(open(sheet), [1, 0], 4);
    expect(columns.map(({ values, formulas }) => [values, [...formulas]])).toEqual([
      [[2, 1, '', true], [0]],
      [
        ['=1+1', 'React', 'Vue', 'x'],
        [1, 2],
      ],
    ]);
  });

  it('tells merged cells and number formats', async () => {
    const sheet = column('a', 'b', 'c', 'd');
    sheet.merges.push({ row: 1, column: 0, rowCount: 2, columnCount: 2 });
    sheet.formats.set('3:0', '0%');
    const { columns } = await read(open(sheet), [0, 1, 2], 4, true);
    expect(columns.map(({ merged, formats }) => [[...merged], formats])).toEqual([
      [
        [1, 2],
        ['General', 'General', 'General', '0%'],
      ],
      [
        [1, 2],
        ['General', 'General', 'General', 'General'],
      ],
      [[], ['General', 'General', 'General', 'General']],
    ]);
  });

  it('tells merged cells where there are more than Excel tells at once', async () => {
    const sheet = column(...Array.from({ length: 4_000 }, () => 'a'));
    for (let row = 0; row < 4_000; row += 4) sheet.merges.push({ row, column: 0, rowCount: 2, columnCount: 1 });
    const { columns } = await read(open(sheet), [0], 4_000);
    expect([columns[0]!.merged.size, columns[0]!.merged.has(5), columns[0]!.merged.has(6)]).toEqual([
      2_000,
      true,
      false,
    ]);
  });

  it('tells hidden rows, also where columns are hidden', async () => {
    const sheet = column('a', 'b', 'c', 'd', 'e');
    for (const row of [2, 4]) sheet.hiddenRows.add(row);
    sheet.hiddenColumns.add(0);
    expect([...(await read(open(sheet), [0, 1], 4, false, 1)).hidden]).toEqual([1, 3]);
  });

  it('tells nothing of columns that no sheet has', async () => {
    const { columns } = await read(open(column('a')), [0, 16_384], 1);
    expect(columns.map(({ values }) => values)).toEqual([['a'], ['']]);
  });
});

it('counts the sheet from its first cell, and says when it is gone', async () => {
  const world = open(new FakeSheet([[cell('')], [cell(''), cell('x')]]));
  const sheets = ['sheet-1', 'sheet-9'].map((sheet) => world.host.performers.gridSheet({ ask: 'gridSheet', sheet }));
  expect(await Promise.all(sheets)).toEqual([{ id: 'sheet-1', name: 'Leads', rows: 2, columns: 2 }, null]);
});

it('has room for 16,384 columns', async () => {
  const room = (columns: number) =>
    open(column('a')).host.performers.gridRoom({ ask: 'gridRoom', sheet: 'sheet-1', columns });
  await room(16_384);
  expect(() => room(16_385)).toThrow('The file has no room for more cells');
});

it('counts dates as the others do in a workbook that counts from 1904', async () => {
  const world = open(new FakeSheet([[cell('a.example'), cell(44_712)]]));
  world.sheet.formats.set('0:1', 'yyyy-mm-dd');
  world.workbook.serialOf1904 = 1;
  const before = (await read(world, [1], 1)).columns[0]!.values;
  await write(world, writing([{ kind: 'date', day: '2026-06-02' }], [46_174]));
  expect([before, world.sheet.values(2), (await read(world, [1], 1)).columns[0]!.values]).toEqual([
    [46_174],
    [['a.example', 44_713]],
    [46_175],
  ]);
});
