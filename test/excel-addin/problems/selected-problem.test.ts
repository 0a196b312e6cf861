import { followSelectedProblem } from '../../../excel-addin/problems/selected-problem';
import { noteProblems } from '../../../excel-addin/problems/told-problems';
import { TraceError } from '../../../shared/formulas';
import { makeExcelApi } from '../../../workbook/office/excel-api';
import { FakeSheet } from '../../fakes/excel/sheet';
import { FakeWorkbook } from '../../fakes/excel/workbook';

const page = globalThis as { Excel?: unknown };
const REFUSED = 'Trace refused the API key: it is wrong, revoked or expired. Set a valid key in the Trace panel.';
const WAITS = '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel.';

afterEach(() => delete page.Excel);

/** What is reported for each selected cell of column B, one after the other; `null`: nothing. */
async function select(...rows: readonly number[]): Promise<readonly (string | null)[]> {
  const from = { row: 1, column: 1 };
  const sheet = new FakeSheet([
    [{ shown: 'a.com' }, { shown: '#N/A', formula: '=TRACE_TECH(A1)' }],
    [{ shown: 'b.com' }, { shown: 'React', formula: '=TRACE_TECH(A2:A3)', from }],
    [{ shown: 'c.com' }, { shown: '#N/A', from }],
    [{ shown: 'd.com' }, { shown: 'Vue', formula: '=TRACE_TECH(A4)' }],
    [{ shown: 'e.com' }, { shown: WAITS, formula: '=TRACE_TECH(A5)' }],
    [{ shown: 'f.com' }, { shown: '#DIV/0!', formula: '=1/0' }],
  ]);
  const book = new FakeWorkbook(sheet);
  page.Excel = makeExcelApi(book);
  noteProblems({ address: 'Leads!B1' }, [[new TraceError('keyRefused', {})]]);
  noteProblems({ address: 'Leads!B2' }, [['React'], [new TraceError('unreachable', {})]]);
  const told: (string | null)[] = [];
  let heard: string | null = null;
  let stop = (): void => undefined;
  for (const [index, row] of rows.entries()) {
    heard = null;
    book.selection = { sheetId: sheet.id, areas: [{ row, column: 1, rowCount: 1, columnCount: 1 }] };
    if (index === 0) stop = followSelectedProblem((sentence) => (heard = sentence));
    else for (const listener of book.listeners) listener();
    await new Promise((resolve) => setTimeout(resolve, 400));
    told.push(heard);
  }
  stop();
  return told;
}

it('the sentence of the selected error is told, also of one in a table, and none of an answer or of others', async () => {
  expect(await select(0, 2, 1, 3, 5)).toEqual([
    REFUSED,
    'Trace could not be reached. Check your connection, then choose Retry problems.',
    '',
    '',
    '',
  ]);
});

it('a text says its sentence itself', async () => {
  expect(await select(4)).toEqual(['']);
});

it('nothing is told once it was stopped', async () => {
  const told: string[] = [];
  const sheet = new FakeSheet([[{ shown: '#N/A', formula: '=TRACE_TECH(A1)' }]]);
  page.Excel = makeExcelApi(new FakeWorkbook(sheet));
  followSelectedProblem((sentence) => told.push(sentence))();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toEqual([]);
});
