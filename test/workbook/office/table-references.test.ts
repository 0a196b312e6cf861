import { makeExcelApi } from '../../../workbook/office/excel-api';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';
import { FakeWorkbook } from '../../fakes/excel/workbook';

/** What Excel does with references to tables and to spilled ranges, as its stand-in does it. */

const cell = (shown: unknown): FakeCell => ({ shown });

/** A table in A1:B3, and nothing else. */
function open(): { sheet: FakeSheet; enter: (row: number, column: number, formula: string) => Promise<unknown> } {
  const sheet = new FakeSheet([
    [cell('Domain'), cell('Web site')],
    [cell('stripe.com'), cell('')],
    [cell('figma.com'), cell('')],
  ]);
  sheet.tables.add({ row: 0, column: 0, rowCount: 3, columnCount: 2 });
  sheet.answer = (inputs) => inputs.join(' ');
  const api = makeExcelApi(new FakeWorkbook(sheet));
  const enter = (row: number, column: number, formula: string): Promise<unknown> =>
    api.run({ delayForCellEdit: false }, async (context) => {
      context.workbook.worksheets.getItem('sheet-1').getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
      await context.sync();
      return [sheet.rows[row]![column]!.formula, sheet.readValues({ row, column, rowCount: 1, columnCount: 1 })[0]![0]];
    });
  return { sheet, enter };
}

it.each([
  [
    'this row of its own table, without the name',
    2,
    1,
    '=TRACE_TECH(Table1[@Domain])',
    '=TRACE_TECH([@Domain])',
    'figma.com',
  ],
  ['the same in its long form', 1, 1, '=TRACE_TECH([[#This Row],[domain]])', '=TRACE_TECH([@Domain])', 'stripe.com'],
  ['this row beside the table', 1, 3, '=TRACE_TECH(Table1[@Domain])', '=TRACE_TECH(Table1[@Domain])', 'stripe.com'],
  ['no row of the table', 5, 3, '=TRACE_TECH(Table1[@Domain])', '=TRACE_TECH(Table1[@Domain])', '#VALUE!'],
  ['a title with a space', 1, 3, '=TRACE_TECH(Table1[@[Web site]])', '=TRACE_TECH(Table1[@[Web site]])', ''],
  [
    'the whole column beside it',
    1,
    3,
    '=TRACE_TECH(Table1[Domain])',
    '=TRACE_TECH(Table1[Domain])',
    'stripe.com figma.com',
  ],
  ['the whole column in the table', 1, 1, '=TRACE_TECH([Domain])', '=TRACE_TECH([Domain])', '#SPILL!'],
  ['the range of a cell without a formula', 1, 3, '=TRACE_TECH(A2#)', '=TRACE_TECH(A2#)', '#REF!'],
])('takes %s', async (_what, row, column, entered, kept, shown) => {
  expect(await open().enter(row, column, entered)).toEqual([kept, shown]);
});

it.each([
  ['this row outside of a table', 1, 3, '=TRACE_TECH([@Domain])'],
  ['a column that the table does not have', 1, 1, '=TRACE_TECH([@Country])'],
  ['a table that is not there', 1, 3, '=TRACE_TECH(Table9[Domain])'],
  ['a title with a space and without brackets', 1, 1, '=TRACE_TECH([@Web site])'],
])('refuses %s, and enters nothing', async (_what, row, column, entered) => {
  const { sheet, enter } = open();
  await expect(enter(row, column, entered)).rejects.toMatchObject({ code: 'InvalidArgument' });
  expect(sheet.rows[row]![column]?.formula).toBeUndefined();
});

it('rewrites formulas when a table or a column of it gets another name, on all sheets', () => {
  const { sheet } = open();
  const other = new FakeSheet([[{ shown: '', formula: '=TRACE_TECH(Table1[Domain])&"Table1[Domain]"' }]], 'other');
  new FakeWorkbook(sheet, other);
  sheet.put(1, 1, { shown: '', formula: '=TRACE_TECH([@Domain])' });
  sheet.tables.rename('{table-0}', 'Leads');
  sheet.tables.renameColumn('{table-0}', 0, 'The domain');
  expect({ own: sheet.rows[1]![1]!.formula, other: other.rows[0]![0]!.formula }).toEqual({
    own: '=TRACE_TECH([@[The domain]])',
    other: '=TRACE_TECH(Leads[The domain])&"Table1[Domain]"',
  });
});
