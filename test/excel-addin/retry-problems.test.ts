import { countProblems, retryProblems } from '../../excel-addin/retry-problems';
import { noteProblems } from '../../excel-addin/told-problems';
import { TraceError } from '../../shared/formulas';
import { makeExcelApi } from '../../workbook/excel-api';
import { FakeSheet, type FakeCell } from '../fakes/excel/sheet';
import { FakeWorkbook } from '../fakes/excel/workbook';

const page = globalThis as { Excel?: unknown };
const ask = (shown: unknown): FakeCell => ({ formula: '=TRACE_TECH(A1)', shown });
const BLANK: FakeCell = { shown: '' };

afterEach(() => delete page.Excel);

/** Opens sheets in Excel, retries, and tells what was entered again on each. */
async function retry(...sheets: readonly FakeSheet[]): Promise<{ cells: number; retried: string[][] }> {
  page.Excel = makeExcelApi(new FakeWorkbook(...sheets));
  return { cells: await retryProblems(), retried: sheets.map(({ retried }) => retried) };
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

it('counts the cells that show a problem, of which a table may have several', async () => {
  const from = { row: 0, column: 1 };
  const sheet = new FakeSheet([
    [{ shown: '#hashtag' }, { ...ask('#N/A'), from }, ask('React')],
    [BLANK, { shown: '#VALUE!', from }, { formula: '=1/0', shown: '#DIV/0!' }],
    [BLANK, { shown: 'Vue', from }, ask('#VALUE!')],
  ]);
  page.Excel = makeExcelApi(new FakeWorkbook(sheet));
  expect([await countProblems(), sheet.retried]).toEqual([[['', 3]], []]);
});

it('tells cells with problems by the sentence with which their formula was answered last', async () => {
  const from = { row: 1, column: 27 };
  const blank = Array.from({ length: 27 }, () => BLANK);
  const sheet = new FakeSheet([
    [...blank, ask('#N/A')],
    [...blank, { ...ask('React'), from }],
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
    [noKey.message, 1],
    [unreachable.message, 1],
    ['', 1],
  ]);
});

it('enters the formula of a table again, once, where cells that it spilled into show problems', async () => {
  const from = { row: 0, column: 0 };
  const table = new FakeSheet([
    [
      { ...ask('React'), from },
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
  const table = new FakeSheet([[{ ...ask('React'), from }], [{ ...ask('#N/A'), from }]]);
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
  expect([await retry(sheet), sheet.largestRead]).toEqual([
    { cells: 3, retried: [['0:1', '10000:1', '20000:1']] },
    20_000,
  ]);
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
  expect([await retryProblems(), syncs]).toEqual([5_000, 13]);
});

it('says so where there is no Excel', async () => {
  await expect(retryProblems()).rejects.toThrow('There is no spreadsheet here.');
});
