import type { GridCell, GridValue, GridWriting } from '../../../shared/ports';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';

const NO_SERVICE = 'http://127.0.0.1:9';
afterEach(() => BulkWorld.close());

const cell = (shown: unknown): FakeCell => ({ shown });
const column = (...shown: readonly unknown[]): FakeSheet => new FakeSheet(shown.map((value) => [cell(value)]));
const text = (given: string): GridCell => ({ kind: 'text', text: given });

/** `13` is the oldest Excel that fills columns, and `16` the first that takes a text for a text. */
const VERSIONS = ['13', '16'];

function open(sheet: FakeSheet, version?: string): BulkWorld {
  return new BulkWorld(sheet, NO_SERVICE, version === undefined ? {} : { version });
}

/** Writes one row of cells beside an input, all of which were blank unless told. */
function writing(cells: readonly (GridCell | null)[], before = cells.map((): string | number => '')): GridWriting {
  return {
    sheet: 'sheet-1',
    rows: [0],
    columns: cells.map((_cell, at) => at + 1),
    cells: [cells],
    guard: { input: { column: 0, values: ['a.example'] }, before: [before] },
  };
}

function write(world: BulkWorld, asked: GridWriting) {
  return world.host.ports.sheet.write(asked);
}

function read(world: BulkWorld, columns: readonly number[], rows: number, withFormats = false, row = 0) {
  return world.host.ports.sheet.read({ sheet: 'sheet-1', row, rows, columns, withFormats });
}

describe.each(VERSIONS)('what is written holds what was meant, with ExcelApi 1.%s', (version) => {
  it.each([
    ...['=HYPERLINK("http://evil.example")', '+49 30 1234', '-1', '@SUM(1)', '\t=1', '\n=1', '007', '1-10', 'TRUE'],
    ...['11-50', '10:30', '1/2', '1 1/2', '＝1+1', '＋1', '－1', '＠SUM(1)'],
  ])('the text %j', async (given) => {
    const world = open(column('a.example'), version);
    await write(world, writing([text(given)]));
    expect({ cell: world.sheet.rows[0]![1], formats: world.sheet.formats.size }).toEqual({
      cell: { shown: given },
      formats: 0,
    });
  });

  it('a text that begins with an apostrophe, also in a cell for texts', async () => {
    const world = open(column('a.example'), version);
    world.sheet.formats.set('0:2', '@');
    await write(world, writing([text("'quoted"), text("'quoted")]));
    expect(world.sheet.rows[0]).toEqual([cell('a.example'), cell("'quoted"), cell("'quoted")]);
    expect(world.sheet.formats.get('0:1')).toBe(undefined);
  });

  it.each([
    ...['May 2026', '#N/A', 'Jan-5', 'WAHR', 'falsch', 'VRAI', 'VERDADERO', 'ИСТИНА', 'doğru', 'Fałsz'],
    ...['₹500', 'R$ 1.000', 'CHF 5', 'kr 7', '１２３', '٣٤'],
  ])('the text %j, which only Excel takes for something else', async (given) => {
    const world = open(column('a.example'), version);
    await write(world, writing([text(given)]));
    expect({ cell: world.sheet.rows[0]![1], formats: world.sheet.formats.size }).toEqual({
      cell: { shown: given },
      formats: 0,
    });
  });

  it('an ordinary text, whose cell keeps its format', async () => {
    const world = open(column('a.example'), version);
    await write(world, writing([text('React, Vue')]));
    expect({ cell: world.sheet.rows[0]![1], formats: world.sheet.formats.size }).toEqual({
      cell: { shown: 'React, Vue' },
      formats: 0,
    });
  });

  it('numbers, truths and dates, also in cells for texts', async () => {
    const world = open(column('a.example'), version);
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
    const world = open(column('a.example'), version);
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

  it('an earlier value, with its format', async () => {
    const world = open(new FakeSheet([[cell('a.example'), cell('x'), cell('x'), cell('x'), cell('x')]]), version);
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

  async function putBack(value: GridValue, format = '@'): Promise<readonly unknown[]> {
    const world = open(new FakeSheet([[cell('a.example'), cell('x')]]), version);
    await write(world, writing([{ kind: 'before', value, format }], ['x']));
    return [world.sheet.rows[0]![1], world.sheet.formats.get('0:1')];
  }

  it.each(['#N/A', '#DIV/0!', '#NAME?'])(
    'the error %s as an error, and as a text if it was in a text cell',
    async (is) => {
      expect(await putBack(is, 'General')).toEqual([{ shown: is, isError: true }, 'General']);
      expect(await putBack(is)).toEqual([cell(is), '@']);
    },
  );

  it('an error in a protected sheet that forbids formatting', async () => {
    const sheet = new FakeSheet([[cell('a.example'), cell('x')]]);
    sheet.protect([]);
    await write(open(sheet, version), writing([{ kind: 'before', value: '#N/A', format: 'General' }], ['x']));
    expect(sheet.rows[0]![1]).toEqual({ shown: '#N/A', isError: true });
  });

  it('a text that begins like a formula, if it was in a text cell', async () => {
    expect(await putBack('=1+1')).toEqual([cell('=1+1'), '@']);
  });

  it('a number, if it was in a text cell', async () => {
    expect(await putBack(42)).toEqual([cell(42), '@']);
  });

  it('a blank, which leaves the format of texts to its owner', async () => {
    const world = open(new FakeSheet([[cell('a.example'), cell('x')]]), version);
    world.sheet.formats.set('0:1', '@');
    await write(world, writing([{ kind: 'blank' }], ['x']));
    expect({ values: world.sheet.values(2), format: world.sheet.formats.get('0:1') }).toEqual({
      values: [['a.example', '']],
      format: '@',
    });
  });
});

describe('what is not written', () => {
  it('cells that are left alone, formulas among them', async () => {
    const world = open(new FakeSheet([[cell('a.example'), cell(''), { shown: 2, formula: '=1+1' }, cell('')]]));
    await write(world, writing([text('x'), null, text('y')], ['', 2, '']));
    expect(world.sheet.rows[0]).toEqual([cell('a.example'), cell('x'), { shown: 2, formula: '=1+1' }, cell('y')]);
  });

  it('a row whose input or whose cells hold something else now', async () => {
    const world = open(new FakeSheet([[cell('b.example')], [cell('b.example'), cell('mine')], [cell('c.example')]]));
    const written = await write(world, {
      sheet: 'sheet-1',
      rows: [0, 1, 2],
      columns: [1],
      cells: [[text('A')], [text('B')], [text('C')]],
      guard: {
        input: { column: 0, values: ['a.example', 'b.example', 'c.example'] },
        before: [[''], [''], ['']],
      },
    });
    expect({ moved: written.moved, values: world.sheet.values(2) }).toEqual({
      moved: [0, 1],
      values: [
        ['b.example', ''],
        ['b.example', 'mine'],
        ['c.example', 'C'],
      ],
    });
  });

  it('a row whose cells have other formats now', async () => {
    const sheet = new FakeSheet([[cell('a.example')], [cell('a.example')]]);
    sheet.formats.set('0:1', '@').set('1:1', 'dd.mm.yyyy');
    const written = await write(open(sheet), {
      sheet: 'sheet-1',
      rows: [0, 1],
      columns: [1],
      cells: [[text('A')], [text('A')]],
      guard: {
        input: { column: 0, values: ['a.example', 'a.example'] },
        before: [[''], ['']],
        formats: [['dd.mm.yyyy'], ['dd.mm.yyyy']],
      },
    });
    expect({ moved: written.moved, values: sheet.values(2) }).toEqual({
      moved: [0],
      values: [
        ['a.example', ''],
        ['a.example', 'A'],
      ],
    });
  });
});

it('writes neighbouring rows as one range, whatever is left alone between', async () => {
  const world = open(column(...Array.from({ length: 1_000 }, (_row, at) => `x${at}.example`)));
  const rows = Array.from({ length: 1_000 }, (_row, at) => at);
  await write(world, {
    sheet: 'sheet-1',
    rows,
    columns: [1, 2],
    cells: rows.map((row) => [text('A'), row % 2 === 0 ? text('B') : null]),
    guard: { input: null, before: rows.map(() => ['', '']) },
  });
  expect({ writes: world.sheet.writes, oddRow: world.sheet.values(3)[1], evenRow: world.sheet.values(3)[2] }).toEqual({
    writes: 1,
    oddRow: ['x1.example', 'A', ''],
    evenRow: ['x2.example', 'A', 'B'],
  });
});

it('lets Excel calculate once for all that it writes', async () => {
  const world = open(column('a.example'));
  await write(world, writing([text('React')]));
  expect({ values: world.sheet.values(2), calculations: world.sheet.calculations }).toEqual({
    values: [['a.example', 'React']],
    calculations: 0,
  });
});

it('counts dates as the others do in a workbook that counts from 1904', async () => {
  const world = open(new FakeSheet([[cell('a.example'), cell(44_712)]]));
  world.sheet.formats.set('0:1', 'yyyy-mm-dd');
  world.workbook.serialOf1904 = 1;
  const before = (await read(world, [1], 1)).columns[0]!.values;
  await write(world, writing([{ kind: 'date', day: '2026-06-02' }], [46_174]));
  expect({ before, values: world.sheet.values(2), after: (await read(world, [1], 1)).columns[0]!.values }).toEqual({
    before: [46_174],
    values: [['a.example', 44_713]],
    after: [46_175],
  });
});
