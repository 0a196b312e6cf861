import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';

const NO_SERVICE = 'http://127.0.0.1:9';
afterEach(() => BulkWorld.close());

const cell = (shown: unknown): FakeCell => ({ shown });
const column = (...shown: readonly unknown[]): FakeSheet => new FakeSheet(shown.map((value) => [cell(value)]));
const open = (sheet: FakeSheet): BulkWorld => new BulkWorld(sheet, NO_SERVICE);

function read(world: BulkWorld, columns: readonly number[], rows: number, withFormats = false, row = 0) {
  return world.host.ports.sheet.read({ sheet: 'sheet-1', row, rows, columns, withFormats });
}

describe('reading', () => {
  it('more than Excel on the web carries at once, in parts', async () => {
    const long = 'x'.repeat(2_000);
    const block = await read(open(column(...Array.from({ length: 10_000 }, () => long))), [0], 10_000);
    expect({ values: block.columns[0]!.values.length, distinct: new Set(block.columns[0]!.values).size }).toEqual({
      values: 10_000,
      distinct: 1,
    });
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
    expect({
      merged: columns[0]!.merged.size,
      hasRow5: columns[0]!.merged.has(5),
      hasRow6: columns[0]!.merged.has(6),
    }).toEqual({ merged: 2_000, hasRow5: true, hasRow6: false });
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
  const sheets = ['sheet-1', 'sheet-9'].map((sheet) => world.host.ports.sheet.info(sheet));
  expect(await Promise.all(sheets)).toEqual([{ id: 'sheet-1', name: 'Leads', rows: 2, columns: 2 }, null]);
});

it('cuts a selection to what is in use, but tells one cell wherever it is, also on an empty sheet', async () => {
  const select = async (sheet: FakeSheet, row: number, rowCount: number): Promise<unknown> => {
    const world = open(sheet);
    world.workbook.selection = { sheetId: 'sheet-1', areas: [{ row, column: 6, rowCount, columnCount: 1 }] };
    return await world.host.selection();
  };
  const at = (row: number, rows: number, columns: number) => ({
    ...{ sheet: 'sheet-1', sheetName: 'Leads', row, rows, column: 6, columns },
  });
  expect(await Promise.all([select(column('a'), 40, 1), select(new FakeSheet([]), 0, 1)])).toEqual([
    at(40, 1, 1),
    at(0, 1, 1),
  ]);
  expect(await select(column('a'), 40, 5)).toEqual(at(40, 0, 0));
});

it('has room for 16,384 columns', async () => {
  const room = (columns: number): Promise<void> =>
    open(column('a')).host.ports.anchors.put('run1', 'sheet-1', [{ name: '0', column: columns - 1 }], {
      first: 0,
      count: 1,
    });
  await room(16_384);
  await expect(room(16_385)).rejects.toThrow('The file has no room for more cells');
});
