import type { GridCell, GridWriting } from '../../../shared/ports';
import { ExcelContext } from '../../../workbook/office/excel-api';
import { OfficeError } from '../../../workbook/office/office-error';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';

const PROTECTED = 'These cells are protected. Ask for edit access, then retry.';
const PIVOT = new OfficeError('PivotTableRangeConflict', 'a PivotTable cannot be changed.');
const PIVOT_SAID =
  'The workbook did not let Trace do this: PivotTableRangeConflict: a PivotTable cannot be changed. Wait a minute, then retry.';

const cell = (shown: unknown): FakeCell => ({ shown });
const text = (given: string): GridCell => ({ kind: 'text', text: given });

let syncs: jest.SpyInstance;
beforeEach(() => (syncs = jest.spyOn(ExcelContext.prototype, 'sync')));
afterEach(() => {
  syncs.mockRestore();
  BulkWorld.close();
});

function open(sheet: FakeSheet, options: ConstructorParameters<typeof BulkWorld>[2] = {}): BulkWorld {
  return new BulkWorld(sheet, 'http://127.0.0.1:9', options);
}

function companies(count: number): FakeSheet {
  return new FakeSheet(Array.from({ length: count }, (_row, at) => [cell(`x${at}.example`)]));
}

function write(world: BulkWorld, writing: GridWriting) {
  return world.host.ports.sheet.write(writing);
}

/** Writes `A` and `B` beside each company. */
function fill(world: BulkWorld, rows: number) {
  return write(world, {
    sheet: 'sheet-1',
    rows: Array.from({ length: rows }, (_row, at) => at),
    columns: [1, 2],
    cells: Array.from({ length: rows }, () => [text('A'), text('B')]),
    guard: { input: null, before: Array.from({ length: rows }, () => ['', '']) },
  });
}

function blanks(sheet: FakeSheet): string[] {
  return sheet
    .values(3)
    .flatMap((row, at) => row.flatMap((value, column) => (value === '' ? [`${at}:${column}`] : [])));
}

describe.each(['13', '16'])('on a protected sheet that forbids to format cells, with ExcelApi 1.%s', (version) => {
  it.each<[string, string, GridCell, unknown]>([
    ['a text that looks like a formula', 'General', text('=1+1'), '=1+1'],
    ['a text that looks like a date', 'General', text('24/7'), '24/7'],
    ['a text that begins with a month', 'General', text('May 2026'), 'May 2026'],
    ['a text that begins with an apostrophe', 'General', text("'quoted"), "'quoted"],
    ['a title', 'General', text('Company'), 'Company'],
    ['a text, into a cell for texts', '@', text('007'), '007'],
    ['a number', 'General', { kind: 'number', number: 42 }, 42],
    ['a count', 'General', { kind: 'number', number: 1_200, format: '#,##0' }, 1_200],
    ["a number, into a person's own format", '#,##0', { kind: 'number', number: 42 }, 42],
    ['a truth', 'General', { kind: 'boolean', boolean: true }, true],
    ['a day', 'General', { kind: 'date', day: '2026-06-01' }, 46_174],
    ['a day, into a cell for dates', 'dd/mm/yyyy', { kind: 'date', day: '2026-06-01' }, 46_174],
    ['a text that stood there before', 'General', { kind: 'before', value: '007', format: '@' }, '007'],
    ['a day that stood there before', 'm/d/yyyy', { kind: 'before', value: 46_174, format: 'yyyy-mm-dd' }, 46_174],
  ])('an unlocked cell takes %s (%s)', async (_what, format, given, held) => {
    const sheet = new FakeSheet([[cell('a.example')]]);
    if (format !== 'General') sheet.formats.set('0:1', format);
    sheet.protect(['0:0']);
    const written = await write(open(sheet, { version }), {
      sheet: 'sheet-1',
      rows: [0],
      columns: [1],
      cells: [[given]],
      guard: { input: null, before: [['']] },
    });
    expect({ refused: written.refused, cell: sheet.rows[0]![1] }).toEqual({ refused: [], cell: cell(held) });
  });

  it('a day is shown as one', async () => {
    const sheet = companies(1);
    sheet.protect([]);
    await write(open(sheet, { version }), {
      sheet: 'sheet-1',
      rows: [0],
      columns: [1],
      cells: [[{ kind: 'date', day: '2026-06-01' }]],
      guard: { input: null, before: [['']] },
    });
    expect(sheet.formats.get('0:1')).toBe('m/d/yyyy');
  });

  it.each<[string, string, GridCell]>([
    ['a number would be a text', '@', { kind: 'number', number: 42 }],
    ['a number would be shown as a day', 'yyyy-mm-dd', { kind: 'number', number: 42 }],
    ['a truth would be a text', '@', { kind: 'boolean', boolean: true }],
    ['a day would be shown as a number', '#,##0', { kind: 'date', day: '2026-06-01' }],
    ['a day would be a text', '@', { kind: 'date', day: '2026-06-01' }],
    ['a number that stood there before would be a text', '@', { kind: 'before', value: 0.5, format: '0%' }],
  ])('a cell is left alone, as protected, where %s', async (_what, format, given) => {
    const sheet = new FakeSheet([[cell('a.example'), cell('x')]]);
    sheet.formats.set('0:1', format);
    sheet.protect([]);
    const { refused } = await write(open(sheet, { version }), {
      sheet: 'sheet-1',
      rows: [0],
      columns: [1, 2],
      cells: [[given, text('Company')]],
      guard: { input: null, before: [['x', '']] },
    });
    expect(refused.map(({ at, column, error }) => [at, column, error.message])).toEqual([[0, 1, PROTECTED]]);
    expect(sheet.rows[0]).toEqual([cell('a.example'), cell('x'), cell('Company')]);
  });
});

it('gives formats on a protected sheet that allows it', async () => {
  const sheet = companies(1);
  sheet.protect([], { allowFormatCells: true });
  await write(open(sheet), {
    sheet: 'sheet-1',
    rows: [0],
    columns: [1],
    cells: [[{ kind: 'number', number: 7, format: '0.0' }]],
    guard: { input: null, before: [['']] },
  });
  expect({ cell: sheet.rows[0]![1], format: sheet.formats.get('0:1') }).toEqual({ cell: cell(7), format: '0.0' });
});

it.each([true, false])('finds any number of locked cells in a few calls, formats allowed: %p', async (isAllowed) => {
  const sheet = companies(1_000);
  const locked = Array.from({ length: 1_000 }, (_row, at) => `${at}:${1 + (at % 3)}`).filter((at) => !at.endsWith('3'));
  sheet.protect(locked, { allowFormatCells: isAllowed });
  const { refused } = await fill(open(sheet), 1_000);
  expect(blanks(sheet)).toEqual(locked);
  expect(refused.map(({ at, column }) => `${at}:${column}`)).toEqual(locked);
  expect(new Set(refused.map(({ error }) => error.message))).toEqual(new Set([PROTECTED]));
  expect(syncs.mock.calls.length).toBeLessThan(10);
});

it.each([
  ['for another reason, and says it in its words', PIVOT, PIVOT_SAID],
  ['although nothing is protected', new OfficeError('AccessDenied', 'no.'), PROTECTED],
])('leaves alone the one cell that Excel refuses %s', async (_why, error, said) => {
  const sheet = companies(1_000);
  sheet.refusing.set('617:2', error);
  const { refused } = await fill(open(sheet), 1_000);
  expect(blanks(sheet)).toEqual(['617:2']);
  expect(refused.map((cells) => [cells.at, cells.column, cells.error.message])).toEqual([[617, 2, said]]);
  // Each part is read again before it is retried.
  expect(syncs.mock.calls.length).toBeLessThan(60);
});

it('tells locked cells from others that refuse', async () => {
  const sheet = companies(1_000);
  const locked = Array.from({ length: 500 }, (_row, at) => `${at * 2}:1`);
  sheet.protect(locked);
  sheet.refusing.set('0:2', PIVOT).set('617:2', PIVOT);
  const { refused } = await fill(open(sheet), 1_000);
  expect(new Set(blanks(sheet))).toEqual(new Set([...locked, '0:2', '617:2']));
  expect(refused.filter(({ error }) => error.message === PIVOT_SAID).map(({ at }) => at)).toEqual([0, 617]);
  expect(syncs.mock.calls.length).toBeLessThan(100);
});

it('marks a cell also where nothing else is to be written', async () => {
  const sheet = companies(1);
  sheet.refusing.set('0:1', PIVOT).set('0:2', PIVOT);
  expect((await fill(open(sheet), 1)).refused.map(({ at, column }) => [at, column])).toEqual([
    [0, 1],
    [0, 2],
  ]);
});

it('writes nearly all around a large part that Excel refuses, in not too many calls', async () => {
  const sheet = companies(1_000);
  for (let row = 300; row < 800; row += 1) sheet.refusing.set(`${row}:1`, PIVOT);
  const { refused } = await fill(open(sheet), 1_000);
  const left = blanks(sheet).filter((at) => at.endsWith(':1'));
  expect({ left: left.length, isInFewCalls: syncs.mock.calls.length < 500 }).toEqual({
    left: expect.any(Number) as unknown,
    isInFewCalls: true,
  });
  expect(left.length - 500).toBeLessThan(20);
  expect(new Set(refused.map(({ at, column }) => `${at}:${column}`))).toEqual(new Set(blanks(sheet)));
});

it.each([
  ['a workbook that may only be read', new OfficeError('AccessDenied', 'no.'), PROTECTED],
  [
    'a workbook that takes nothing at all',
    new OfficeError('GeneralException', 'read-only.'),
    'The workbook did not let Trace do this: GeneralException: read-only. Wait a minute, then retry.',
  ],
  [
    'an Excel that is not reached any more',
    new OfficeError('ServiceNotAvailable', 'gone.'),
    'The workbook did not let Trace do this: ServiceNotAvailable: gone. Wait a minute, then retry.',
  ],
])('writes nothing and says why in %s', async (_what, error, said) => {
  const sheet = companies(100);
  sheet.writeValues = () => {
    throw error;
  };
  await expect(fill(open(sheet), 100)).rejects.toThrow(said);
  expect(syncs.mock.calls.length).toBeLessThan(500);
});

it('says so where Excel takes nothing any more in the midst of writing', async () => {
  const sheet = companies(1_000);
  const put = sheet.writeValues.bind(sheet);
  sheet.refusing.set('900:1', PIVOT);
  sheet.writeValues = (area, values) => {
    if (sheet.writes > 5) throw new OfficeError('GeneralException', 'not now.');
    put(area, values);
  };
  await expect(fill(open(sheet), 1_000)).rejects.toThrow('GeneralException: not now.');
});
