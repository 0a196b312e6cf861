import { followSelectedCell } from '../../../excel-addin/problems/selected-cell';
import { noteProblems } from '../../../excel-addin/problems/told-problems';
import { TraceError } from '../../../shared/formulas';
import type { SelectedCell } from '../../../shared/ports';
import { makeExcelApi } from '../../../workbook/office/excel-api';
import { FakeSheet } from '../../fakes/excel/sheet';
import { FakeWorkbook } from '../../fakes/excel/workbook';

const page = globalThis as { Excel?: unknown };
const REFUSED = new TraceError('keyRefused', {}).message;
const UNREACHABLE = new TraceError('unreachable', {}).message;
const WAITS = '#TRACE: Waiting for approval (1 credit). Fetch it in the Trace panel.';

afterEach(() => delete page.Excel);

/** What is reported for each selected cell of column B, one after the other. */
async function select(...rows: readonly number[]): Promise<readonly (SelectedCell | null)[]> {
  const from = { row: 1, column: 1 };
  const sheet = new FakeSheet([
    [{ shown: 'a.com' }, { shown: '#N/A', formula: '=TRACE_TECH(A1)' }],
    [{ shown: 'b.com' }, { shown: 'React', formula: '=TRACE_TECH(A2:A3)', from }],
    [{ shown: 'c.com' }, { shown: '#N/A', from }],
    [{ shown: 'd.com' }, { shown: 'Vue', formula: '=TRACE_TECH(A4)' }],
    [{ shown: 'e.com' }, { shown: WAITS, formula: '=TRACE_TECH(A5)' }],
    [{ shown: 'f.com' }, { shown: '#DIV/0!', formula: '=1/0' }],
    [{ shown: 'g.com' }, { shown: 'Vue', formula: '=IFERROR(__xludf.DUMMYFUNCTION("TRACE_TECH(A7:A8)"),"Vue")' }],
    [{ shown: 'h.com' }, { shown: 'Vue', formula: '=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),"Vue")' }],
    [{ shown: 'i.com' }, { shown: '#NAME?', formula: '=DEV.TRACE_TECH(A9)' }],
    [{ shown: 'j.com' }, { shown: 1, formula: '=IFERROR(__xludf.DUMMYFUNCTION("GOOGLEFINANCE(A10)"),1)' }],
  ]);
  const book = new FakeWorkbook(sheet);
  page.Excel = makeExcelApi(book);
  noteProblems({ address: 'Leads!B1' }, [[new TraceError('keyRefused', {})]]);
  noteProblems({ address: 'Leads!B2' }, [['React'], [new TraceError('unreachable', {})]]);
  const told: (SelectedCell | null)[] = [];
  let tell = (_cell: SelectedCell | null): void => undefined;
  let stop = (): void => undefined;
  for (const [index, row] of rows.entries()) {
    const heard = new Promise<SelectedCell | null>((resolve) => (tell = resolve));
    book.selection = { sheetId: sheet.id, areas: [{ row, column: 1, rowCount: 1, columnCount: 1 }] };
    if (index === 0) stop = followSelectedCell((cell) => tell(cell));
    else for (const listener of book.listeners) listener();
    told.push(await heard);
  }
  stop();
  return told;
}

it('the sentence and code of the selected error are told, also of one in a table, and none of an answer', async () => {
  expect(await select(0, 2, 1, 3)).toMatchObject([
    { row: 0, formula: '=TRACE_TECH(A1)', holder: { row: 0, column: 1 }, problem: REFUSED, code: 'keyRefused' },
    {
      row: 2,
      formula: '=TRACE_TECH(A2:A3)',
      holder: { row: 1, column: 1 },
      problem: UNREACHABLE,
      code: 'unreachable',
    },
    { row: 1, value: 'React', formula: '=TRACE_TECH(A2:A3)', problem: '' },
    { row: 3, value: 'Vue', formula: '=TRACE_TECH(A4)', problem: '' },
  ]);
});

it('a text says its sentence itself', async () => {
  expect(await select(4)).toMatchObject([{ problem: 'Waiting for approval (1 credit). Fetch it in the Trace panel.' }]);
});

it('a cell of somebody else has neither formula nor problem', async () => {
  expect(await select(5)).toMatchObject([{ formula: '', problem: '' }]);
});

it('a formula that came from another program is told, and so are its values', async () => {
  expect(await select(6, 7, 8)).toMatchObject([
    { disconnected: 'formula', formula: '', problem: '' },
    { disconnected: 'spilled', formula: '', problem: '' },
    { disconnected: 'formula' },
  ]);
  const [foreign] = await select(9);
  expect(foreign).not.toHaveProperty('disconnected');
});

it('nothing is told once it was stopped', async () => {
  const told: unknown[] = [];
  const sheet = new FakeSheet([[{ shown: '#N/A', formula: '=TRACE_TECH(A1)' }]]);
  page.Excel = makeExcelApi(new FakeWorkbook(sheet));
  followSelectedCell((cell) => told.push(cell))();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toEqual([]);
});
