import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../fakes/excel/sheet';
import type { Insertion } from '../../shared/ports';
import { insertionInto } from '../setup/insertion';

afterEach(() => BulkWorld.close());

const cell = (shown: unknown): FakeCell => ({ shown });
const open = (...rows: readonly (readonly FakeCell[])[]): BulkWorld =>
  new BulkWorld(new FakeSheet(rows), 'http://127.0.0.1:9');
const shownIn = ({ sheet }: BulkWorld): unknown[][] =>
  sheet.rows.map((row) => row.map(({ shown, formula }) => formula ?? shown));

const VALUES = insertionInto('sheet-1');
const FORMULA: Insertion = { ...VALUES, content: { formula: '=TRACE_TECH("stripe.com","name","layout=spill")' } };

it('values are entered from the cell on, texts as texts and days as days', async () => {
  const world = open([cell('x')]);
  expect(await world.host.insertAt(VALUES)).toEqual({ is: 'done' });
  expect(shownIn(world)).toEqual([['x'], ['', 'Since', '=Partner'], ['', 45_362, 12]]);
  expect(world.sheet.formats.get('2:1')).toBe('yyyy-mm-dd');
});

it('a formula is entered into its own cell', async () => {
  const world = open([cell('x')]);
  expect(await world.host.insertAt(FORMULA)).toEqual({ is: 'done' });
  expect(shownIn(world)).toEqual([['x'], ['', '=TRACE_TECH("stripe.com","name","layout=spill")']]);
});

it('a formula calculates in a cell formatted as text too', async () => {
  const world = open([cell('x')]);
  world.sheet.formats.set('1:1', '@');
  expect(await world.host.insertAt(FORMULA)).toEqual({ is: 'done' });
  expect(world.sheet.rows[1]![1]!.formula).toBe('=TRACE_TECH("stripe.com","name","layout=spill")');
});

it.each([
  ['values', VALUES],
  ['a formula', FORMULA],
])('if a cell is filled, nothing of %s is entered, and the first such cell is told', async (_name, insertion) => {
  const world = open([cell('x')], [cell('y'), cell('')], [cell(''), cell(''), cell(7)]);
  expect(await world.host.insertAt(insertion)).toEqual({ is: 'inTheWay', row: 2, column: 2, value: 7, cells: 1 });
  expect(shownIn(world)).toEqual([['x'], ['y', ''], ['', '', 7]]);
});

it('a formula that shows nothing is in the way', async () => {
  const world = open([], [cell(''), { shown: '', formula: '=""' }]);
  expect(await world.host.insertAt(VALUES)).toEqual({ is: 'inTheWay', row: 1, column: 1, value: '', cells: 1 });
});

it('a blank that a table has spilled is in the way', async () => {
  const from = { row: 0, column: 2 };
  const world = open(
    [cell(''), cell(''), { shown: 'a', formula: '=B5:B7', from }],
    [cell(''), cell(''), { shown: '', from }],
    [cell(''), cell(''), { shown: '', from }],
  );
  expect(await world.host.insertAt(VALUES)).toEqual({ is: 'inTheWay', row: 1, column: 2, value: '', cells: 1 });
});

it('a merged cell is in the way', async () => {
  const world = open([cell('x')]);
  world.sheet.merges.push({ row: 2, column: 1, rowCount: 1, columnCount: 3 });
  expect(await world.host.insertAt(VALUES)).toEqual({ is: 'inTheWay', row: 2, column: 1, value: '', cells: 1 });
});

it.each([
  ['beside', { row: 0, column: 0, rowCount: 3, columnCount: 1 }, { row: 1, column: 1 }],
  ['below', { row: 0, column: 0, rowCount: 2, columnCount: 2 }, { row: 2, column: 1 }],
])('a cell %s a table, which would grow, is in the way', async (_where, area, place) => {
  for (const insertion of [VALUES, FORMULA]) {
    const at = { ...insertion, ...place };
    const world = open([cell('Domain'), cell(area.columnCount > 1 ? 'Name' : '')], [cell('a.example')]);
    world.sheet.tables.add(area);
    expect(await world.host.insertAt(at)).toEqual({
      ...{ is: 'inTheWay', ...place, value: '', cells: 1, isBesideTable: true },
    });
    expect(world.sheet.tables.all[0]!.area).toEqual(area);
    expect((await world.host.insertAt({ ...at, row: 5, column: 3 })).is).toBe('done');
  }
});

it('below the last row or beyond the last column there is no room', async () => {
  const world = open([cell('x')]);
  const codes = [
    { ...VALUES, row: 1_048_575 },
    { ...VALUES, column: 16_383 },
  ].map(async (insertion) => {
    try {
      return (await world.host.insertAt(insertion)).is;
    } catch (thrown) {
      return (thrown as { readonly code?: string }).code;
    }
  });
  expect(await Promise.all(codes)).toEqual(['sheetFull', 'sheetFull']);
});

describe('the active cell', () => {
  it('is told with its value and formula, blank or not', async () => {
    const world = open([cell('stripe.com'), { shown: 'React', formula: '=TRACE_TECH(A1)' }]);
    const at = async (row: number, column: number): Promise<unknown> => {
      world.workbook.selection = { sheetId: 'sheet-1', areas: [{ row, column, rowCount: 3, columnCount: 2 }] };
      return world.host.activeCell();
    };
    const sheet = { sheet: 'sheet-1', sheetName: 'Leads' };
    expect([await at(0, 0), await at(0, 1), await at(900, 40)]).toEqual([
      { ...sheet, row: 0, column: 0, value: 'stripe.com', formula: '' },
      { ...sheet, row: 0, column: 1, value: 'React', formula: '=TRACE_TECH(A1)' },
      { ...sheet, row: 900, column: 40, value: '', formula: '' },
    ]);
  });

  it('is none where a chart is selected', async () => {
    const world = open([cell('x')]);
    world.workbook.selection = null;
    expect(await world.host.activeCell()).toBe('object');
  });
});

it.each(['.', ','] as const)('with %s before decimals, the language has its own list separator', async (decimal) => {
  const world = open([cell('x')]);
  world.workbook.decimalSeparator = decimal;
  expect(await world.host.listSeparator()).toBe(decimal === ',' ? ';' : ',');
});

it('more than Excel on the web carries at once is entered in parts', async () => {
  const text = 'ü'.repeat(2_000);
  const cells = Array.from({ length: 2_000 }, () => [{ kind: 'text', text } as const]);
  const world = open([cell('x')]);
  const insertion = { sheet: 'sheet-1', row: 1, column: 1, rows: 2_000, columns: 1, content: { cells } };
  expect(await world.host.insertAt(insertion)).toEqual({ is: 'done' });
  expect({ lastRow: world.sheet.values(2)[2_000], calculations: world.sheet.calculations }).toEqual({
    lastRow: ['', text],
    calculations: 0,
  });
});

it('long texts in the way are counted in parts', async () => {
  const long = 'ü'.repeat(300);
  const world = open(...Array.from({ length: 8_000 }, () => [cell(long)]));
  const content = { formula: '=TRACE_TECH("stripe.com")' };
  const insertion = { sheet: 'sheet-1', row: 0, column: 0, rows: 8_000, columns: 1, content };
  expect(await world.host.insertAt(insertion)).toMatchObject({ is: 'inTheWay', row: 0, cells: 8_000 });
});
