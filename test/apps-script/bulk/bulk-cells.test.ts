import type { GridCell as Cell } from '../../../shared/ports';
import { valueOf } from '../../../shared/runs';
import { asEditor, grid, panel, useBulkSheet, world, writeFromB2 } from './bulk-sheet';

useBulkSheet();

const text = (each: string): Cell => ({ kind: 'text', text: each });

const at = (row: number, column: number): readonly [unknown, string] => [
  grid.value({ row, column }),
  grid.layout.formatAt({ row, column }),
];

it.each([
  '=1+1',
  '+49 30 1234',
  '-5',
  '@handle',
  "'quoted",
  '1/2',
  'March 1',
  'June 2024',
  '2024-06-01',
  '007',
  '5%',
  '$1,000',
  'TRUE',
  'Vero',
  'FALSCH',
  'a\nb',
  '\t=1',
  'Acme, Inc.',
  'Größe 5',
])('the text %j stays a text', async (given) => {
  await writeFromB2([[text(given)]]);
  expect({ cell: at(2, 2), formulas: grid.formulas() }).toEqual({ cell: [given, 'General'], formulas: {} });
});

it.each(['=A2', '+49 30', "'quoted", 'Acme', '007', '3/4'])(
  'the text %j is as it was given in a cell for texts too',
  async (given) => {
    grid.layout.formats.set('2:2', '@');
    await writeFromB2([[text(given)]]);
    expect({ cell: at(2, 2), formulas: grid.formulas() }).toEqual({ cell: [given, '@'], formulas: {} });
  },
);

it('numbers and dates are written as such, with a format that shows them; what is undone is blank again', async () => {
  grid.layout.formats.set('2:2', '@').set('3:3', 'dd.mm.yyyy').set('3:2', 'dd.mm.yyyy');
  await writeFromB2([
    [
      { kind: 'number', number: 5 },
      { kind: 'date', day: '2026-06-01' },
    ],
    [
      { kind: 'boolean', boolean: true },
      { kind: 'date', day: '2026-06-02' },
    ],
  ]);
  const written = [at(2, 2), at(2, 3), at(3, 2), at(3, 3)];
  await writeFromB2(
    [
      [{ kind: 'blank' }, { kind: 'blank' }],
      [
        { kind: 'before', value: 'Mar 3', format: '@' },
        { kind: 'before', value: 46_000, format: 'dd.mm.yyyy' },
      ],
    ],
    [
      [5, 46_174],
      [true, 46_175],
    ],
  );
  expect({ written, undone: [at(2, 2), at(2, 3), at(3, 2), at(3, 3)] }).toEqual({
    written: [
      [5, 'General'],
      [46_174, 'yyyy-mm-dd'],
      [true, 'General'],
      [46_175, 'dd.mm.yyyy'],
    ],
    undone: [
      ['', 'General'],
      ['', 'General'],
      ['Mar 3', '@'],
      [46_000, 'dd.mm.yyyy'],
    ],
  });
});

it('puts an error back as an error, and as a text into a text cell', async () => {
  const before = (format: string): Cell => ({ kind: 'before', value: '#N/A', format });
  await writeFromB2([[before('General'), before('@')]]);
  const isError = [2, 3].map((column) => grid.isError({ row: 2, column }));
  expect({ cells: [at(2, 2), at(2, 3)], isError }).toEqual({
    cells: [
      ['#N/A', 'General'],
      ['#N/A', '@'],
    ],
    isError: [true, false],
  });
});

it.each(['h:mm', 'hh:mm:ss', '[h]:mm', '[mm]:ss'])(
  'a number in a cell for times (%s) is shown as a number',
  async (format) => {
    grid.layout.formats.set('2:2', format);
    await writeFromB2([[{ kind: 'number', number: 1_200 }]]);
    expect(at(2, 2)).toEqual([1_200, 'General']);
  },
);

it.each(['#,##0 "shares"', '[Red]0.0', '0%', '[$CHF] 0.00', '0.00\\h'])(
  'a number keeps the format %s, which shows numbers',
  async (format) => {
    grid.layout.formats.set('2:2', format);
    await writeFromB2([[{ kind: 'number', number: 12 }]]);
    expect(at(2, 2)).toEqual([12, format]);
  },
);

it('a cell that is left alone is not written, whatever it contains', async () => {
  grid.enter('B2', '=A2');
  grid.hold({ row: 3, column: 3 }, 'mine');
  const written = await writeFromB2(
    [
      [null, text('x')],
      [text('y'), null],
    ],
    [
      ['?', ''],
      ['', '?'],
    ],
  );
  expect({
    moved: written.moved,
    leftFormula: grid.formula({ row: 2, column: 2 }),
    right: at(2, 3)[0],
    below: at(3, 2)[0],
    leftText: at(3, 3)[0],
  }).toEqual({ moved: [], leftFormula: '=A2', right: 'x', below: 'y', leftText: 'mine' });
});

it('protected cells are refused one by one, and their neighbours are written', async () => {
  grid.layout.protectedAreas.push({ row: 3, column: 2, rows: 1, columns: 1 });
  asEditor();
  const { refused } = await writeFromB2([
    [text('a'), text('b')],
    [text('c'), text('d')],
    [text('e'), text('f')],
  ]);
  expect({
    refused: refused.map(({ at: row, column, error }) => [row, column, error.code]),
    values: [2, 3, 4].map((row) => [at(row, 2)[0], at(row, 3)[0]]),
  }).toEqual({
    refused: [[1, 1, 'cellsProtected']],
    values: [
      ['a', 'b'],
      ['', 'd'],
      ['e', 'f'],
    ],
  });
});

it('only the exceptions of a protected sheet are written', async () => {
  grid.layout.exceptions = [{ row: 2, column: 2, rows: 1, columns: 1 }];
  asEditor();
  const { refused } = await writeFromB2([[text('a')], [text('b')]]);
  expect({ refused: refused.map(({ at: row }) => row), exception: at(2, 2)[0], other: at(3, 2)[0] }).toEqual({
    refused: [1],
    exception: 'a',
    other: '',
  });
});

it('a cell whose data validation rejects the value loses no other', async () => {
  grid.layout.rejecting.add('4:3');
  const rows = Array.from({ length: 40 }, (_row, index) => [text(`a${index}`), text(`b${index}`)]);
  const { refused } = await writeFromB2(rows);
  expect({ refused, filled: grid.filled(), last: at(41, 3)[0], rejected: at(4, 3)[0] }).toEqual({
    refused: [{ at: 2, column: 2, error: expect.objectContaining({ code: 'sheetRefused' }) as unknown }],
    filled: { row: 41, column: 3 },
    last: 'b39',
    rejected: '',
  });
});

it('a changed value or formula prevents the write', async () => {
  grid.hold({ row: 2, column: 2 }, 'new');
  grid.enter('B3', '=A3');
  const { moved } = await writeFromB2([[text('a')], [text('b')], [text('c')]]);
  expect({ moved, written: at(4, 2)[0], kept: at(2, 2)[0] }).toEqual({ moved: [0, 1], written: 'c', kept: 'new' });
});

it.each([
  ['rows', (): unknown => (grid.layout.rows = 3)],
  ['columns', () => (grid.layout.columns = 2)],
])('if %s is no longer in the sheet, nothing is written, and each row is reported', async (_what, cut) => {
  cut();
  const { moved } = await writeFromB2(Array.from({ length: 3 }, () => [text('a'), text('b')]));
  expect({ moved, filled: grid.filled() }).toEqual({ moved: [0, 1, 2], filled: { row: 0, column: 0 } });
});

it('a thousand rows of two columns are one write of values', async () => {
  let calls: readonly string[] = [];
  world.state.meanwhile = (all) => void (calls = all);
  await writeFromB2(Array.from({ length: 900 }, () => [text('a'), { kind: 'date', day: '2026-06-01' }]));
  world.state.meanwhile = null;
  const counted = ['Range.setValues', 'Range.setNumberFormat', 'SpreadsheetApp.flush'].map(
    (name) => calls.filter((call) => call === name).length,
  );
  expect({ counted, fewCalls: calls.length < 60 }).toEqual({ counted: [1, 1, 1], fewCalls: true });
});

it.each([
  ['two rows far apart', [4, 99_899], 2],
  ['near rows in any order', [99_899, 4, 99_898, 5], 2],
  ['rows spread over the sheet', Array.from({ length: 12 }, (_row, at) => at * 5_000), 6],
  ['two thousand rows one below the other', Array.from({ length: 2_000 }, (_row, at) => at), 1],
])('%s are written in as many messages as read no more than that', async (_name, rows, messages) => {
  grid.layout.rows = 100_000;
  const columns = Array.from({ length: 10 }, (_column, index) => index + 1);
  const cells = rows.map((row) =>
    columns.map((column) => text(`r${row} c${column}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!))),
  );
  const before = rows.map(() => columns.map(() => ''));
  grid.hold({ row: rows[1]! + 1, column: 3 }, 'mine');
  panel.messages.length = 0;
  const { moved } = await panel.host.ports.sheet.write({
    ...{ sheet: '7', rows, columns, cells },
    guard: { input: null, before },
  });
  const right = rows.every(
    (row, at) => at === 1 || grid.value({ row: row + 1, column: 11 }) === valueOf(cells[at]![9]!),
  );
  expect({ messages: panel.messages.length, moved, right }).toEqual({ messages, moved: [1], right: true });
});
