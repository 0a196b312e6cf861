import type { BulkMessage } from '../../../apps-script/messages/bulk-messages';
import type { PanelMessages } from '../../../shared/ports';
import {
  believed,
  callAsEditor,
  HEAD,
  HOLDER,
  KEY,
  LEADS,
  LIMIT,
  PRICES,
  readClosed,
  RECORD,
  SPENT,
  spendsFromNow,
  useFileOfOwner,
} from '../spending/file-of-owner';
import { tally } from '../formulas/sheet-of-formulas';
import { STEALING, toInsertion, toNewSheet, toWriting } from './sent-messages';
import { world } from '../spreadsheet';

/** Every message that the script takes from panels, from the page of an editor: as the panel sends it, and forged. */

useFileOfOwner();

const ids = (): readonly [owner: string, editor: string] => {
  const { owner, editor } = world.state.userProperties;
  return [owner.read()['TRACE_ACCOUNT_ID']!, editor.read()['TRACE_ACCOUNT_ID']!];
};
const RUN = 'run-of-owner';
const MARKS = { sheet: LEADS, marks: [{ name: '0', column: 2 }] };
const READ = { row: 0, rows: 30, columns: [0, 1, 7], withFormats: true, withRich: true, withHidden: true };
const LOOKS = {
  columns: [0, 7],
  changes: [{ column: 7, title: 'secret', style: ['bold', null, '', '', ''], width: 90 }],
};
const FORGED_HEAD = JSON.stringify({ holder: 'forged', run: RUN });

type Sent = readonly (readonly unknown[])[];

const MESSAGES: Readonly<
  Record<Exclude<keyof PanelMessages, 'requestLog' | 'act' | 'outdated'> | BulkMessage, () => Sent>
> = {
  keyStatus: () => [[]],
  setKey: () => [['trace_org_demo', 'anotherAccount', null]],
  tryKey: () => [['trace_org_demo']],
  testKey: () => [[]],
  forgetKey: () => [[]],
  problems: () => [[]],
  priceRetry: () => [[]],
  retryProblems: () => [[]],
  removeRefresh: () => [[]],
  spending: () => [[]],
  setPolicy: () => [[{ mode: 'freely' }], [{ mode: 'daily', limit: 1_000_000 }]],
  setOwnerLimit: () => [[null], [1_000_000]],
  setListsAllowed: () => [[true]],
  fetchWaiting: () => [[1_000_000]],
  letFetch: () => [[1_000_000]],
  exchange: () => {
    const request = { method: 'GET', path: '/v1/companies/company-60.example' };
    return ids().map((account) => [[request], account]);
  },
  account: () => [[]],
  bulkWith: () => [
    [[['bulkLooks', LEADS, 1, LOOKS]], 'bulkWrite', [toWriting({ holder: 'forged' })]],
    [[['bulkForget', 'everything']], 'bulkPaid', []],
    [[], 'setOwnerLimit', [1_000_000]],
    [[], 'bulkWith', [[], 'bulkForget', ['everything']]],
  ],
  bulkSheet: () => [LEADS, PRICES, RECORD].map((sheet) => [sheet, READ, RUN]),
  bulkLooks: () => [LEADS, PRICES].map((sheet) => [sheet, 1, LOOKS]),
  bulkWrite: () => [
    [toWriting({})],
    [toWriting({ holder: HOLDER, save: { head: FORGED_HEAD, rows: [['paid', '{}']] } })],
    [toWriting({ holder: HOLDER, save: { head: HEAD, rows: [['paid', STEALING]] } })],
    [toWriting({ holder: HOLDER, save: { head: STEALING, rows: [] } })],
    [toWriting({ holder: 'forged', save: { head: FORGED_HEAD, rows: [] } })],
    [toWriting({ columns: [7] })],
    [toWriting({ sheet: PRICES })],
    [toWriting({ sheet: RECORD, columns: [0] })],
    [toWriting({ typed: STEALING })],
  ],
  bulkReplace: () => [
    [{ sheet: LEADS, row: 2, column: 0, from: 'company-1.example', to: '=IMPORTDATA("https://a.example")' }],
    [{ sheet: LEADS, row: 2, column: 2, from: '=TRACE_TECH(A3)', to: STEALING }],
    [{ sheet: RECORD, row: 0, column: 0, from: HEAD, to: FORGED_HEAD }],
  ],
  bulkAnchors: () => [
    ['find', RUN, null],
    ['put', RUN, MARKS],
    ['remove', '', null],
  ],
  bulkKeep: () =>
    [ids()[0], '', ids()[1]].map((account) => [
      {
        account,
        charged: ['company-200.example', 'company-201.example'],
        entries: [
          [`trace1|${ids()[0]}|company|company-1.example`, '{}'],
          ['trace1|!account', '["editor","","user",1]'],
        ],
        keepForSeconds: 600,
      },
    ]),
  bulkRecord: () => [
    [{ what: 'load', from: 0 }],
    [{ what: 'make', rows: [[FORGED_HEAD, '']] }],
    [{ what: 'append', holder: 'forged', head: FORGED_HEAD, rows: [] }],
    [{ what: 'append', holder: HOLDER, head: FORGED_HEAD, rows: [['paid', STEALING]] }],
    [{ what: 'show' }],
    [{ what: 'remove', holder: null }],
    [{ what: 'make', rows: [[HEAD], ['paid', STEALING]] }],
  ],
  bulkOwn: () => [[RUN]],
  bulkOwnReplace: () => [[RUN, '', '{"limit":1000000,"settled":0,"doubtful":[]}']],
  bulkStores: () => [[]],
  bulkRecall: () => [[[`trace1|${ids()[0]}|company|company-1.example`, 'trace1|!account']]],
  bulkPaid: () => [[]],
  bulkAnswered: () => [[]],
  bulkBelowTitles: () => [
    [{ title: 'Prices', titles: ['Item'], rows: [['Company 1']] }],
    [{ title: 'Leads', titles: ['Website'], rows: [[STEALING]] }],
  ],
  bulkShownAges: () => [[['company-1.example']]],
  bulkSelection: () => [[]],
  bulkShow: () => [LEADS, PRICES].map((sheet) => [sheet, ['R1C1:R1C1']]),
  bulkActiveCell: () => [[]],
  bulkLocale: () => [[]],
  bulkInsert: () => [
    [toInsertion({ formula: '=TRACE_COMPANY("company-60.example")' })],
    [toInsertion({ typed: 'Company 1' })],
    [toInsertion({ column: 7, typed: 'Company 1' })],
    [toInsertion({ sheet: PRICES, row: 1, typed: 'Company 1' })],
    [toInsertion({ formula: STEALING })],
    [toInsertion({ typed: STEALING })],
  ],
  bulkAddSheet: () => [
    [toNewSheet('Trace name', '=TRACE_COMPANY("company-60.example")')],
    [toNewSheet('Trace record', 'Company 1')],
    [toNewSheet('Prices', 'Company 1')],
    [toNewSheet('Trace name', STEALING)],
  ],
  bulkText: () => [
    ['presets', '[{"name":"Mine","choices":[]}]'],
    ['notes', '{"reports":[]}'],
    ['looked', '1790000040000'],
    ['looked', ''],
    ['notes', null],
  ],
  bulkFreeze: () => ['selection', 'sheet', 'file', 'restore', 'reconnect'].map((what) => [what]),
  bulkDisconnected: () => [[]],
  bulkEarlier: () => [[]],
  bulkForget: () => [['nothing'], ['answers'], ['everything']],
};

it.each(Object.entries(MESSAGES))(
  '%s leaves what was spent, what is the owner’s, and formulas within their limit',
  async (name, toArgs) => {
    const { owner } = world.state.userProperties;
    const before = { believed: believed(), owner: owner.read(), closed: readClosed() };
    const told = toArgs().map((args) => callAsEditor('rpc', [name, args]));
    // Answers may be lost.
    const added = Object.entries(believed()).filter(
      ([text, value]) => value !== null && value !== before.believed[text],
    );
    const secrets = [KEY, owner.read()['TRACE_SEAL']!];
    expect({
      added,
      isCounted: believed()['TRACE_SPENT_0'] === before.believed['TRACE_SPENT_0'],
      owner: owner.read(),
      closed: readClosed(),
      leaked: told.filter((text) => secrets.some((secret) => text.includes(secret))),
      stolen: world.state.sheets.flatMap((sheet) => Object.values(sheet.formulas())).filter(isForeign),
    }).toEqual({
      added: [],
      isCounted: true,
      owner: before.owner,
      closed: before.closed,
      leaked: [],
      stolen: [],
    });
    expect(await spendsFromNow()).toBe(LIMIT - SPENT);
    world.state.sheets[0]!.recalculate();
    world.calculate({ as: 'editor' });
    expect(tally(world.state.sheets[0]!, SPENT)).toEqual({ answered: SPENT });
  },
);

const isForeign = (formula: string): boolean => !formula.startsWith('=TRACE_');
