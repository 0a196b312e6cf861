import { makeExcelApi, type ExcelContext } from '../../../workbook/office/excel-api';
import { FakeSheet } from '../../fakes/excel/sheet';
import { FakeWorkbook } from '../../fakes/excel/workbook';

const sheet = (): FakeSheet =>
  new FakeSheet([
    [{ shown: 'stripe.com' }, { formula: '=TRACE_TECH(A1:A2)', shown: 'React' }],
    [{ shown: '' }, { shown: '#N/A', from: { row: 0, column: 1 } }],
  ]);

function run<T>(of: FakeSheet, work: (context: ExcelContext) => Promise<T>): Promise<T> {
  return makeExcelApi(new FakeWorkbook(of)).run({}, work);
}

async function firstSheet(context: ExcelContext) {
  const { worksheets } = context.workbook;
  worksheets.load('items');
  await context.sync();
  return worksheets.items[0]!;
}

describe('reading', () => {
  it('tells what was loaded: values, and formulas where there are any', async () => {
    const read = await run(sheet(), async (context) => {
      const range = (await firstSheet(context)).getUsedRangeOrNullObject();
      range.load('formulas, values, rowCount, columnCount');
      await context.sync();
      return [range.formulas, range.values, range.rowCount, range.columnCount];
    });
    expect(read).toEqual([
      [
        ['stripe.com', '=TRACE_TECH(A1:A2)'],
        ['', '#N/A'],
      ],
      [
        ['stripe.com', 'React'],
        ['', '#N/A'],
      ],
      2,
      2,
    ]);
  });

  it.each(['items', 'values', 'isNullObject'] as const)('refuses %s before load and sync', async (name) => {
    const early = run(sheet(), async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items');
      if (name === 'items') return worksheets.items;
      await context.sync();
      const range = worksheets.items[0]!.getRangeByIndexes(0, 0, 1, 1);
      range.load('values');
      return range[name];
    });
    await expect(early).rejects.toThrow(`PropertyNotLoaded: load ${name}`);
  });

  it('refuses after a sync what was not loaded', async () => {
    const read = run(sheet(), async (context) => {
      const range = (await firstSheet(context)).getRangeByIndexes(0, 0, 1, 1);
      range.load('values');
      await context.sync();
      return range.formulas;
    });
    await expect(read).rejects.toThrow('PropertyNotLoaded: load formulas');
  });

  it('refuses to load what it does not have', async () => {
    const read = run(sheet(), async (context) => (await firstSheet(context)).getUsedRangeOrNullObject().load('style'));
    await expect(read).rejects.toThrow("The stand-in of Excel's ranges has no style.");
  });

  it('has no used range on an empty sheet', async () => {
    const isNull = await run(new FakeSheet([]), async (context) => {
      const range = (await firstSheet(context)).getUsedRangeOrNullObject();
      range.load('values');
      await context.sync();
      return range.isNullObject;
    });
    expect(isNull).toBe(true);
  });

  it.each([
    [1, 1, [false, 0, 1]],
    [0, 0, [true]],
  ])('knows whose table covers row %p, column %p', async (row, column, expected) => {
    const told = await run(sheet(), async (context) => {
      const parent = (await firstSheet(context)).getRangeByIndexes(row, column, 1, 1).getSpillParentOrNullObject();
      parent.load('rowIndex,columnIndex');
      await context.sync();
      return parent.isNullObject ? [true] : [false, parent.rowIndex, parent.columnIndex];
    });
    expect(told).toEqual(expected);
  });
});

describe('entering formulas', () => {
  it('calculates again what is entered again, at the sync', async () => {
    const of = sheet();
    const before = await run(of, async (context) => {
      (await firstSheet(context)).getRangeByIndexes(0, 1, 1, 1).formulas = [['=TRACE_TECH(A1:A2)']];
      return [...of.retried];
    });
    expect({ before, retried: of.retried }).toEqual({ before: [], retried: ['0:1'] });
  });

  it('puts another one in the place of what is there', async () => {
    const of = sheet();
    await run(of, async (context) => {
      (await firstSheet(context)).getRangeByIndexes(0, 0, 1, 1).formulas = [['=1+1']];
    });
    expect({ formula: of.rows[0]![0]!.formula, retried: of.retried }).toEqual({ formula: '=1+1', retried: [] });
  });

  it('refuses a part of formulas that were entered for several cells at once', async () => {
    const of = sheet();
    of.arrays.push({ row: 0, column: 1, rowCount: 2, columnCount: 1 });
    const entered = run(of, async (context) => {
      (await firstSheet(context)).getRangeByIndexes(0, 1, 1, 1).formulas = [['=TRACE_TECH(A1:A2)']];
    });
    await expect(entered).rejects.toThrow('InvalidOperation: a part of an array cannot be changed.');
  });
});
