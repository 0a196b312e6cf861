import type { GridCell as Cell, WriteResult } from '../../../shared/ports';
import type { ColumnType } from '../../fakes/apps-script/sheet/sheet-layout';
import { insertionInto } from '../../setup/insertion';
import { grid, panel, useBulkSheet, world, writeFromB2 } from './bulk-sheet';

/** Columns of Google's tables that have a type: numbers in B, dates in C, texts in D. E has none. */

const COLUMNS = [2, 3, 4, 5];
const FORMATS = ['General', 'dd.mm.yyyy', '@', 'General'];
const TYPES: readonly ColumnType[] = [{ is: 'number' }, { is: 'date' }, { is: 'text' }];
const DATE: Cell = { kind: 'date', day: '2026-06-01' };
const ISO: Cell = { kind: 'text', text: '2026-06-01' };
const DIGITS: Cell = { kind: 'text', text: '8500' };
const NUMBER: Cell = { kind: 'number', number: 8_500 };
const TRUE: Cell = { kind: 'boolean', boolean: true };

useBulkSheet();

beforeEach(() => {
  for (const [index, type] of TYPES.entries()) {
    grid.layout.typedColumns.set(index + 2, type);
    for (const row of [2, 3]) grid.layout.formats.set(`${row}:${index + 2}`, FORMATS[index]!);
  }
});

/** Types and formats of B to D are as they were, whatever was written. */
afterEach(() => {
  const { layout } = grid;
  expect(TYPES.map((_type, index) => layout.formatAt({ row: 3, column: index + 2 }))).toEqual(FORMATS.slice(0, 3));
  expect(layout.typedColumns.size).toBe(3);
});

const write = (line: readonly (Cell | null)[]): Promise<WriteResult> => writeFromB2([line, line]);
const shown = (row = 3): unknown[] => COLUMNS.map((column) => grid.value({ row, column }));
const alike = (column: number, cell: Cell) => [0, 1].map((at) => ({ at, column, cell }));

it('a number in a column of dates is written anyway, and the column is reported', async () => {
  const { refused, instead } = await write([NUMBER, NUMBER, null, NUMBER]);
  expect({ shown: shown(), refused }).toEqual({ shown: [8_500, 8_500, '', 8_500], refused: [] });
  expect(instead).toEqual(alike(2, NUMBER));
});

it('a truth value in a column of dates is written anyway, and the column is reported', async () => {
  const { refused, instead } = await write([TRUE, TRUE, null, TRUE]);
  expect({ shown: shown(), refused, instead }).toEqual({
    shown: [true, true, '', true],
    refused: [],
    instead: alike(2, TRUE),
  });
});

it('a column of texts makes a text of a number, and the run knows it as one', async () => {
  const { refused, instead } = await write([null, null, NUMBER, null]);
  expect({ shown: shown(), refused, instead }).toEqual({
    shown: ['', '', '8500', ''],
    refused: [],
    instead: alike(3, DIGITS),
  });
});

it('a number with separators is a plain one where the column keeps its format', async () => {
  const { refused, instead } = await write([{ ...NUMBER, format: '#,##0' }, null, null, null]);
  expect({ shown: shown(), refused, instead }).toEqual({
    shown: [8_500, '', '', ''],
    refused: [],
    instead: alike(1, NUMBER),
  });
});

it('a date is a text in a column that would not show it as one, and the column is told', async () => {
  const { refused, instead } = await write([DATE, DATE, { kind: 'text', text: 'Stripe' }, DATE]);
  expect({ shown: shown(), refused }).toEqual({ shown: ['2026-06-01', 46_174, 'Stripe', 46_174], refused: [] });
  expect(instead).toEqual(alike(1, ISO));
  expect(grid.layout.formatAt({ row: 3, column: 5 })).toBe('yyyy-mm-dd');
});

it('a cell that takes neither is refused, and no other one is lost', async () => {
  grid.layout.rejecting.add('3:2');
  const { refused, instead } = await write([DATE, DATE]);
  expect([shown(2), shown()]).toEqual([
    ['2026-06-01', 46_174, '', ''],
    ['', 46_174, '', ''],
  ]);
  expect({ refused: refused.map(({ at, column }) => [at, column]), instead }).toEqual({
    refused: [[1, 1]],
    instead: [{ at: 0, column: 1, cell: ISO }],
  });
});

/** Whether columns of a type refuse other values, or only mark them: both may be so. */
describe.each([
  ['only marks', false],
  ['refuses', true],
])('where a column %s values of another type', (_name, refuses) => {
  beforeEach(() => (grid.layout.refusesOtherTypes = refuses));

  it('a date in a column of numbers is never an unreadable number', async () => {
    const { refused, instead } = await write([DATE, DATE, null, null]);
    expect(shown()).toEqual([refuses ? '' : '2026-06-01', 46_174, '', '']);
    expect(refused.map(({ column }) => column)).toEqual(refuses ? [1, 1] : []);
    expect(instead).toEqual(refuses ? [] : alike(1, ISO));
  });

  it('digits that a column of numbers refuses as text are a plain number', async () => {
    const { refused, instead } = await write([DIGITS, null, null, null]);
    expect([shown()[0], refused, instead]).toEqual(refuses ? [8_500, [], alike(1, NUMBER)] : ['8500', [], []]);
  });

  it('what was there earlier comes back as it was, or not at all', async () => {
    const { refused, instead } = await write([{ kind: 'before', value: '8500', format: '' }, null, null, null]);
    expect({ shown: shown()[0], instead }).toEqual({ shown: refuses ? '' : '8500', instead: [] });
    expect(refused.map(({ column }) => column)).toEqual(refuses ? [1, 1] : []);
  });

  it.each([
    ['a number', NUMBER, 8_500, DIGITS],
    ['a date', DATE, 46_174, ISO],
    ['a truth value', TRUE, true, { kind: 'text', text: 'TRUE' } as const],
  ])('a dropdown gets %s in the form of its items', async (_name, cell, value, text) => {
    grid.layout.typedColumns.set(3, { is: 'dropdown', items: [text.text] });
    const { refused, instead } = await write([null, cell, null, null]);
    expect({ shown: shown()[1], refused }).toEqual({ shown: refuses ? text.text : value, refused: [] });
    expect(instead?.every((each) => each.column === 2 && (!refuses || each.cell.kind === 'text'))).toBe(true);
  });

  it('a dropdown without the item keeps its cell blank or gets the value, and no other cell is lost', async () => {
    grid.layout.typedColumns.set(3, { is: 'dropdown', items: ['Stripe'] });
    const { refused } = await write([NUMBER, NUMBER, null, NUMBER]);
    expect(shown()).toEqual([8_500, refuses ? '' : 8_500, '', 8_500]);
    expect(refused.map(({ column }) => column)).toEqual(refuses ? [2, 2] : []);
  });
});

it('after a sort between any two calls of a write, a converted value is beside its company, or nowhere, or Trace pauses', async () => {
  const days = ['2026-06-01', '2026-06-02'];
  const companies = ['a.example', 'b.example'];
  const failed: unknown[] = [];
  let calls = 1;
  for (let call = 1; call <= calls; call += 1) {
    companies.forEach((company, index) => grid.put({ row: index + 2, column: 1 }, company));
    for (const row of [2, 3]) grid.put({ row, column: 2 }, '');
    world.state.meanwhile = (seen) => {
      calls = Math.max(calls, seen.length);
      if (seen.length === call) grid.reorder([1, 3, 2]);
    };
    const writing = panel.host.ports.sheet.write({
      ...{ sheet: '7', rows: [1, 2], columns: [1], cells: days.map((day) => [{ kind: 'date', day }]) },
      guard: { input: { column: 0, values: companies }, before: [[''], ['']] },
    });
    const written = await writing.catch((thrown: unknown) => (thrown as { readonly code: string }).code);
    world.state.meanwhile = null;
    if (written === 'rowsMoving') continue;
    const { moved } = written as WriteResult;
    const stands = [2, 3].map((row) => [grid.value({ row, column: 1 }), grid.value({ row, column: 2 })]).sort();
    const right = companies.map((company, at) => [company, moved.includes(at) ? '' : days[at]]);
    if (JSON.stringify(stands) !== JSON.stringify(right)) failed.push([call, stands, moved]);
  }
  expect({ failed, manyCalls: calls > 10 }).toEqual({ failed: [], manyCalls: true });
});

it('what is inserted from the panel names the columns too', async () => {
  const inserted = await panel.host.insertAt(insertionInto('7'));
  expect(inserted).toEqual({
    is: 'done',
    typed: [
      { column: 1, isText: true },
      { column: 2, isText: false },
    ],
  });
  expect(shown()).toEqual(['2024-03-11', 12, '', '']);
});
