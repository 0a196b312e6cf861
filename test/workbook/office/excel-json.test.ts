import { makeExcelApi, type ExcelContext } from '../../../workbook/office/excel-api';
import type { ExcelRange } from '../../../workbook/office/excel-range';
import { FakeSheet } from '../../fakes/excel/sheet';
import { FakeWorkbook } from '../../fakes/excel/workbook';

const LITERALS = ['=1+1', '+49 30 1234', '-1', '@SUM(1)', '007', '11-50', 'WAHR', '₹500', '10:30', "'quoted", '#N/A'];

function run<T>(
  sheet: FakeSheet,
  work: (range: ExcelRange, context: ExcelContext) => T,
  refusesJson: string | null = null,
  columns = 1,
): Promise<T> {
  return makeExcelApi(new FakeWorkbook(sheet), refusesJson).run({}, async (context) => {
    const range = context.workbook.worksheets.getItem('sheet-1').getRangeByIndexes(0, 0, 1, columns);
    return work(range, context);
  });
}

const text = (basicValue: string): object => ({ type: 'String', basicValue });
const enter = (sheet: FakeSheet, ...cells: readonly unknown[]): Promise<void> =>
  run(sheet, (range) => void (range.valuesAsJson = [cells]), null, cells.length);

it.each(['General', '@', 'yyyy-mm-dd'])('no text is interpreted again, in cells with the format %s', async (format) => {
  const sheet = new FakeSheet([[]]);
  LITERALS.forEach((_text, at) => sheet.formats.set(`0:${at}`, format));
  await enter(sheet, ...LITERALS.map(text));
  expect({ values: sheet.values(LITERALS.length), formats: new Set(sheet.formats.values()) }).toEqual({
    values: [LITERALS],
    formats: new Set([format]),
  });
});

it('numbers and truths are what they are, apart from cells for texts', async () => {
  const sheet = new FakeSheet([[]]);
  sheet.formats.set('0:2', '@');
  const seven = { type: 'Double', basicType: 'Double', basicValue: 7 };
  await enter(sheet, seven, { type: 'Boolean', basicValue: false }, seven);
  expect(sheet.values(3)).toEqual([[7, false, '7']]);
});

it.each([
  ['fills its cell, as in some Excels', true, 0],
  ['makes its cell blank, as in others', false, ''],
])('an empty one %s', async (_how, fillsEmpty, shown) => {
  const sheet = new FakeSheet([[{ shown: 'x' }]]);
  sheet.fillsEmpty = fillsEmpty;
  await enter(sheet, { type: 'Empty', basicValue: '' });
  expect(sheet.values(1)).toEqual([[shown]]);
});

it.each([
  ['null, of which nothing is documented', null],
  ['a plain text', 'x'],
  ['an unknown kind', { type: 'Text', basicValue: 'x' }],
  ['a text that is a number', { type: 'String', basicValue: 7 }],
  ['a number that is none', { type: 'Double', basicValue: null }],
  ['a kind with another basic kind', { type: 'String', basicType: 'Double', basicValue: 'x' }],
  ['a text that is too long', text('x'.repeat(32_768))],
])('refuses %s, and then writes nothing', async (_what, cell) => {
  const sheet = new FakeSheet([[]]);
  await expect(enter(sheet, text('React'), cell)).rejects.toMatchObject({ code: 'InvalidArgument' });
  expect(sheet.writes).toBe(0);
});

it('refuses what it does not imitate', async () => {
  const linked = { ...text('x'), properties: {} };
  await expect(enter(new FakeSheet([[]]), linked)).rejects.toThrow(
    "The stand-in of Excel's cell values has no properties.",
  );
});

it('refuses cells that are locked', async () => {
  const sheet = new FakeSheet([[{ shown: 'x' }]]);
  sheet.protect(['0:0']);
  await expect(enter(sheet, text('y'))).rejects.toMatchObject({ code: 'AccessDenied' });
});

it('tells cells with their kinds, once they are loaded', async () => {
  const shown = ['React', 7, true, ''].map((each) => ({ shown: each }));
  const sheet = new FakeSheet([[...shown, { shown: '#N/A', formula: '=NA()' }]]);
  const read = run(
    sheet,
    async (range, context) => {
      range.load('valuesAsJson');
      await context.sync();
      return range.valuesAsJson;
    },
    null,
    5,
  );
  expect((await read)[0]).toEqual([
    { type: 'String', basicType: 'String', basicValue: 'React' },
    { type: 'Double', basicType: 'Double', basicValue: 7 },
    { type: 'Boolean', basicType: 'Boolean', basicValue: true },
    { type: 'Empty', basicType: 'Empty', basicValue: '' },
    { type: 'Error', basicType: 'Error', basicValue: '#N/A', errorType: 'NotAvailable' },
  ]);
});

it.each([
  ['read', (range: ExcelRange) => range.load('valuesAsJson')],
  ['written', (range: ExcelRange) => void (range.valuesAsJson = [[text('x')]])],
])('is not %s where this Excel refuses it', async (_how, act) => {
  await expect(run(new FakeSheet([[{ shown: 'x' }]]), act, 'ApiNotFound')).rejects.toMatchObject({
    code: 'ApiNotFound',
  });
});
