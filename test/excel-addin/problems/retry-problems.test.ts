import { countProblems, retryProblems } from '../../../excel-addin/problems/retry-problems';
import { noteProblems } from '../../../excel-addin/problems/told-problems';
import { TraceError } from '../../../shared/formulas';
import { ExcelContext, makeExcelApi } from '../../../workbook/office/excel-api';
import { ExcelRange } from '../../../workbook/office/excel-range';
import { OfficeError } from '../../../workbook/office/office-error';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';
import { FakeWorkbook } from '../../fakes/excel/workbook';

const page = globalThis as { Excel?: unknown; Office?: unknown };
const ask = (shown: unknown): FakeCell => ({ formula: '=TRACE_TECH(A1)', shown });
/** A formula that may fill several cells. */
const askAll = (shown: unknown): FakeCell => ({ formula: '=TRACE_TECH(A1:A9)', shown });
const BLANK: FakeCell = { shown: '' };

afterEach(() => {
  delete page.Excel;
  delete page.Office;
});

function opened(...sheets: readonly FakeSheet[]) {
  page.Excel = makeExcelApi(new FakeWorkbook(...sheets));
  return retryProblems();
}

/** Opens sheets in Excel, retries, and tells what was entered again on each. */
async function retry(...sheets: readonly FakeSheet[]): Promise<{ cells: number; retried: string[][] }> {
  return { cells: (await opened(...sheets)).cells, retried: sheets.map(({ retried }) => retried) };
}

it('enters again what shows a problem, on every sheet, and no other cell', async () => {
  const first = new FakeSheet([
    [{ shown: 'stripe.com' }, ask('#N/A'), ask('React')],
    [{ shown: '#hashtag' }, ask('#BUSY!'), { formula: '=1/0', shown: '#DIV/0!' }],
  ]);
  const second = new FakeSheet(
    [
      [BLANK, BLANK],
      [BLANK, ask('#VALUE!')],
    ],
    'sheet-3',
  );
  expect(await retry(first, new FakeSheet([], 'sheet-2'), second)).toEqual({
    cells: 3,
    retried: [['0:1', '1:1'], [], ['1:1']],
  });
});

it('finds them beside a row of more text than Excel on the web carries at once', async () => {
  const row = Array.from({ length: 100 }, (): FakeCell => ({ shown: 'x'.repeat(32_767) }));
  const sheet = new FakeSheet([[...row, ask('#N/A'), ...row], [ask('#N/A')]]);
  expect(await retry(sheet)).toEqual({ cells: 2, retried: [['1:0', '0:100']] });
});

it('counts the cells that show a problem, of which a table may have several', async () => {
  const from = { row: 0, column: 1 };
  const sheet = new FakeSheet([
    [{ shown: '#hashtag' }, { ...askAll('#N/A'), from }, ask('React')],
    [BLANK, { shown: '#VALUE!', from }, { formula: '=1/0', shown: '#DIV/0!' }],
    [BLANK, { shown: 'Vue', from }, ask('#VALUE!')],
  ]);
  page.Excel = makeExcelApi(new FakeWorkbook(sheet));
  expect({ problems: await countProblems(), retried: sheet.retried }).toEqual({
    problems: [['', 3, { sheet: 'sheet-1', row: 0, column: 1 }]],
    retried: [],
  });
});

it('asks which cells formulas fill only on sheets that show a problem', async () => {
  const asked = jest.spyOn(ExcelRange.prototype, 'getSpillingToRangeOrNullObject');
  const rows = (shown: string): FakeCell[][] => Array.from({ length: 20 }, () => [askAll(shown)]);
  page.Excel = makeExcelApi(new FakeWorkbook(new FakeSheet(rows('React'))));
  await countProblems();
  expect(asked).toHaveBeenCalledTimes(0);
  page.Excel = makeExcelApi(new FakeWorkbook(new FakeSheet(rows('React')), new FakeSheet(rows('#N/A'), 'sheet-2')));
  await countProblems();
  expect(asked).toHaveBeenCalledTimes(20);
});

it('tells cells with problems by the sentence with which their formula was answered last', async () => {
  const from = { row: 1, column: 27 };
  const blank = Array.from({ length: 27 }, () => BLANK);
  const sheet = new FakeSheet([
    [...blank, ask('#N/A')],
    [...blank, { ...askAll('React'), from }],
    [...blank, { shown: '#VALUE!', from }],
    [...blank, ask('#N/A')],
  ]);
  page.Excel = makeExcelApi(new FakeWorkbook(sheet));
  const [noKey, unreachable] = [new TraceError('noKey', {}), new TraceError('unreachable', {})];
  noteProblems({ address: "'[Book 1.xlsx]Leads'!$AB$1" }, [[noKey]]);
  noteProblems({ address: 'Leads!AB2' }, [['React'], [unreachable]]);
  noteProblems({ address: 'Leads!AB4' }, [[noKey]]);
  noteProblems({ address: 'Leads!AB4' }, [['Vue']]);
  expect(await countProblems()).toEqual([
    [noKey.message, 1, { sheet: 'sheet-1', row: 0, column: 27 }],
    [unreachable.message, 1, { sheet: 'sheet-1', row: 2, column: 27 }],
    ['', 1, { sheet: 'sheet-1', row: 3, column: 27 }],
  ]);
});

it('counts no mistakes that a self-test shows on purpose', async () => {
  const sheet = new FakeSheet([[ask('#N/A')]]);
  sheet.name = 'Trace self-test 2';
  page.Excel = makeExcelApi(new FakeWorkbook(sheet));
  expect(await countProblems()).toEqual([]);
});

it('enters again what hides a problem, which is not counted as one that shows', async () => {
  const wrapped = (shown: string): FakeCell => ({ formula: '=IFERROR(TRACE_TECH(A1),"none")', shown });
  const sheet = new FakeSheet([
    [{ shown: 'a.com' }, wrapped('none')],
    [{ shown: 'b.com' }, wrapped('none')],
  ]);
  noteProblems({ address: 'Leads!B1' }, [[new TraceError('unreachable', {})]]);
  noteProblems({ address: 'Leads!A1' }, [[new TraceError('unreachable', {})]]);
  expect(await retry(sheet)).toEqual({ cells: 1, retried: [['0:1']] });
  expect(await countProblems()).toEqual([]);
  for (const address of ['Leads!A1', 'Leads!B1']) noteProblems({ address }, [['React']]);
});

it('enters the formula of a table again, once, where cells that it spilled into show problems', async () => {
  const from = { row: 0, column: 0 };
  const table = new FakeSheet([
    [
      { ...askAll('React'), from },
      { shown: 'Vue', from },
    ],
    [
      { shown: '', from },
      { shown: '#VALUE!', from },
    ],
    [
      { shown: '#N/A', from },
      { shown: 'Svelte', from },
    ],
  ]);
  expect(await retry(table)).toEqual({ cells: 1, retried: [['0:0']] });
});

it('never enters a formula inside a table, where Excel tells the formula of the table for each of its cells', async () => {
  const from = { row: 0, column: 0 };
  const table = new FakeSheet([[{ ...askAll('React'), from }], [{ ...askAll('#N/A'), from }]]);
  expect(await retry(table)).toEqual({ cells: 1, retried: [['0:0']] });
});

it('leaves the tables of other formulas alone', async () => {
  const from = { row: 0, column: 0 };
  const table = new FakeSheet([[{ formula: '=SORT(X1:X9)', shown: 1, from }], [{ shown: '#N/A', from }]]);
  expect(await retry(table)).toEqual({ cells: 0, retried: [[]] });
});

it('reads large sheets in parts that Excel on the web can carry', async () => {
  const sheet = new FakeSheet(
    Array.from({ length: 30_000 }, (_, row) => [BLANK, ask(row % 10_000 === 0 ? '#N/A' : 1)]),
  );
  expect({ outcome: await retry(sheet), largestRead: sheet.largestRead }).toEqual({
    outcome: { cells: 3, retried: [['0:1', '10000:1', '20000:1']] },
    largestRead: 20_000,
  });
});

it('leaves out what is blank before a cell at the far end of a sheet', async () => {
  const sheet = new FakeSheet([[BLANK, ask('#N/A')], [BLANK], [BLANK, ask('#N/A')]]);
  sheet.put(1_048_575, 16_383, { shown: 'x' });
  sheet.patience = 1_000_000;
  expect(await retry(sheet)).toEqual({ cells: 2, retried: [['0:1', '2:1']] });
});

it('syncs a few times for thousands of problems', async () => {
  const sheet = new FakeSheet(Array.from({ length: 5_000 }, () => [ask('#N/A')]));
  const excel = makeExcelApi(new FakeWorkbook(sheet));
  let syncs = 0;
  page.Excel = {
    run: (options: object, work: (context: object) => Promise<unknown>) =>
      excel.run(options, (context) => {
        const sync = (): Promise<void> => {
          syncs += 1;
          return context.sync();
        };
        return work({ workbook: context.workbook, sync });
      }),
  };
  expect({ cells: (await retryProblems()).cells, areSyncsFew: syncs < 30 }).toEqual({
    cells: 5_000,
    areSyncsFew: true,
  });
});

describe('what Excel does not take is named, and everything else is done', () => {
  const other = (): FakeSheet => new FakeSheet([[ask('#N/A')]], 'sheet-2');

  async function told(...sheets: readonly FakeSheet[]): Promise<unknown> {
    const { cells, kept } = await opened(...sheets);
    return { cells, kept, retried: sheets.map(({ retried }) => retried) };
  }

  it('a protected sheet, but for the cells that are not locked', async () => {
    const sheet = new FakeSheet([[ask('#N/A'), ask('#N/A')], [{ ...ask('#N/A'), formula: '=TRACE_TECH(B1)' }]]);
    sheet.protect(['0:0', '1:0']);
    expect(await told(sheet, other())).toEqual({
      cells: 2,
      kept: [{ sheet: 'Leads', formulas: 2, why: 'protected' }],
      retried: [['0:1'], ['0:0']],
    });
  });

  it('formulas that were entered for several cells at once', async () => {
    const array = new FakeSheet([[ask('#N/A')], [ask('React')], [{ ...ask('#N/A'), formula: '=TRACE_TECH(B1)' }]]);
    array.arrays.push({ row: 0, column: 0, rowCount: 2, columnCount: 1 });
    expect(await told(array, other())).toEqual({
      cells: 2,
      kept: [{ sheet: 'Leads', formulas: 1, why: 'array' }],
      retried: [['2:0'], ['0:0']],
    });
  });

  it('a whole array whose cells all show a problem, which would not be one afterwards', async () => {
    const array = new FakeSheet(Array.from({ length: 30 }, () => [ask('#N/A')]));
    array.arrays.push({ row: 0, column: 0, rowCount: 30, columnCount: 1 });
    expect(await told(array, other())).toEqual({
      cells: 1,
      kept: [{ sheet: 'Leads', formulas: 30, why: 'array' }],
      retried: [[], ['0:0']],
    });
  });

  it('a file that may only be read', async () => {
    const sheet = new FakeSheet([[ask('#N/A')]]);
    sheet.refusing.set('0:0', new OfficeError('AccessDenied', 'read-only.'));
    page.Office = { context: { document: { mode: 'readOnly' } } };
    expect(await told(sheet)).toEqual({
      cells: 0,
      kept: [{ sheet: 'Leads', formulas: 1, why: 'readOnly' }],
      retried: [[]],
    });
  });
});

it('reads and enters 8,000 rows of long texts in parts that Excel on the web can carry', async () => {
  const long = 'ü'.repeat(720);
  const sheet = new FakeSheet(
    Array.from({ length: 8_000 }, (_, row) => [
      { shown: long },
      row % 250 === 0 ? { shown: '#N/A', formula: `=TRACE_TECH(A${row + 1})` } : BLANK,
    ]),
  );
  expect(await retry(sheet)).toMatchObject({ cells: 32 });
});

it('enters thousands of long formulas in parts that Excel on the web can carry', async () => {
  const long = 'x'.repeat(8_000);
  const sheet = new FakeSheet(
    Array.from({ length: 1_000 }, (_, row) => [{ shown: '#N/A', formula: `=TRACE_TECH(A${row + 1},"${long}")` }]),
  );
  expect(await retry(sheet)).toMatchObject({ cells: 1_000 });
});

it('reads the long formula of a table once for each of its cells, in parts', async () => {
  const long = 'x'.repeat(8_000);
  const from = { row: 0, column: 0 };
  const sheet = new FakeSheet(
    Array.from({ length: 700 }, (_, row) => [
      { shown: '#N/A', from, ...(row === 0 ? { formula: `=TRACE_TECH(B1:B700,"${long}")` } : {}) },
    ]),
  );
  expect(await retry(sheet)).toMatchObject({ cells: 1 });
});

it('lets Excel calculate once for all formulas that are entered', async () => {
  const sheet = new FakeSheet([[ask('#N/A')], [{ ...ask('#N/A'), formula: '=TRACE_TECH(B1)' }]]);
  expect({ outcome: await retry(sheet), calculations: sheet.calculations }).toEqual({
    outcome: { cells: 2, retried: [['0:0', '1:0']] },
    calculations: 0,
  });
});

it('enters nothing where a person has moved the cells meanwhile', async () => {
  const sheet = new FakeSheet([[ask('#N/A')], [{ shown: 'mine' }]]);
  const { sync } = ExcelContext.prototype;
  jest.spyOn(ExcelContext.prototype, 'sync').mockImplementation(async function (this: ExcelContext) {
    await sync.call(this);
    if (jest.mocked(ExcelContext.prototype.sync).mock.calls.length === 4) sheet.rows.reverse();
  });
  expect(await retry(sheet)).toEqual({ cells: 0, retried: [[]] });
  jest.restoreAllMocks();
});

it('says so where there is no Excel', async () => {
  await expect(retryProblems()).rejects.toThrow('There is no spreadsheet here.');
});

it('a formula in a cell formatted as text stays a formula', async () => {
  const sheet = new FakeSheet([[ask('#N/A')], [ask('#N/A')]]);
  sheet.formats.set('1:0', '@');
  expect((await opened(sheet)).cells).toBe(2);
  expect(sheet.readFormulas({ row: 0, column: 0, rowCount: 2, columnCount: 1 })).toEqual([
    ['=TRACE_TECH(A1)'],
    ['=TRACE_TECH(A1)'],
  ]);
});
