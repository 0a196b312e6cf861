import type { BulkMessage } from '../../apps-script/bulk-messages';
import type { PanelMessages } from '../../shared/ports';
import { buildAddon } from '../fakes/apps-script/built-addon';
import { findTopLevelFunctions } from '../fakes/apps-script/top-level';
import { companies } from './open-world';
import { fillDown, tally } from './sheet-of-formulas';
import { charged, requests, useSpreadsheets, world } from './spreadsheet';

/**
 * `google.script.run` calls any function of the script by its name, `TRACE_TECH` as well, as the person who has the page
 * open: with that person's properties, not with those of the file's owner.
 */

const LIMIT = 10;
const SPENT = 6;

useSpreadsheets();

/** The owner allows 10 credits a day; formulas have spent 6 of them. An editor has a key of their own. */
beforeEach(() => {
  world.callRpc('setOwnerLimit', [LIMIT]);
  fillDown(world, SPENT, '=TRACE_COMPANY(A#)');
  world.calculate();
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount'], { as: 'editor' });
});

/** What formulas of the owner go by. An editor may lose answers, but never replace them. */
function believed(): Readonly<Record<string, string | null>> {
  const stored = Object.entries(world.state.documentProperties.read());
  const texts = stored.filter(([name]) => /^TRACE_(SPENT|PAID|SHOWN|APART)_/.test(name));
  return Object.fromEntries([...texts, ['account', world.state.documentCache.read('trace|!account')]]);
}

/** Calls it as an editor; what it answers or throws does not matter. */
function call(name: string, args: readonly unknown[]): void {
  try {
    world.scriptRun(name, args, { as: 'editor' });
  } catch {
    // Refused.
  }
}

/** How many credits formulas of the file spend from now on, whoever types them. */
async function spendsFromNow(): Promise<number> {
  const before = await charged();
  const grid = world.state.sheets[0]!;
  companies(30, 200).forEach(([domain], index) => {
    grid.enter(`A${index + 100}`, domain);
    grid.put({ row: index + 100, column: 2 }, `=TRACE_COMPANY(A${index + 100})`);
  });
  world.calculate({ as: 'editor' });
  return (await charged()) - before;
}

const ARGUMENTS: readonly (readonly unknown[])[] = [
  [],
  ['company-50.example'],
  ['company-50.example', 'company-51.example'],
  [companies(20, 50)],
  ['/companies/company-50.example'],
];

it('no function restarts what was spent, or lets formulas believe anything that is not theirs', async () => {
  const functions = findTopLevelFunctions((await buildAddon()).code).map(({ name }) => name);
  const changed = functions.filter((name) => {
    const before = JSON.stringify(believed());
    for (const args of ARGUMENTS) call(name, args);
    return JSON.stringify(believed()) !== before;
  });
  expect({
    called: functions.length >= 18,
    changed,
    spent: await spendsFromNow(),
  }).toEqual({ called: true, changed: [], spent: LIMIT - SPENT });
});

it('functions send nothing outside of cells, and answer what is saved', async () => {
  // Now the cache has the account.
  world.typeFormula('TRACE_COMPANY', ['company-1.example']);
  const sent = await requests();
  const saved = world.scriptRun('TRACE_COMPANY', ['company-1.example'], { as: 'editor' });
  const missing = world.scriptRun('TRACE_COMPANY', ['company-50.example'], { as: 'owner' });
  expect({ saved, missing, sent: (await requests()) - sent }).toEqual({
    saved: 'Company 1',
    missing: expect.stringContaining('Only a cell may calculate a formula.'),
    sent: 0,
  });
});

const ownerId = (): string => world.state.userProperties.owner.read()['TRACE_ACCOUNT_ID']!;

/** What an editor's page may try with each message that the script takes from panels. */
const MESSAGES: Readonly<
  Record<
    Exclude<keyof PanelMessages, 'requestLog' | 'act' | 'outdated'> | BulkMessage,
    () => readonly (readonly unknown[])[]
  >
> = {
  keyStatus: () => [[]],
  setKey: () => [['trace_demo', 'anotherAccount']],
  tryKey: () => [['trace_demo']],
  testKey: () => [[]],
  forgetKey: () => [[]],
  problems: () => [[]],
  priceRetry: () => [[]],
  retryProblems: () => [[]],
  restoreFormulas: () => [[]],
  spending: () => [[]],
  setPolicy: () => [[{ mode: 'freely' }], [{ mode: 'daily', limit: 1_000_000 }]],
  setOwnerLimit: () => [[null], [1_000_000]],
  setListsAllowed: () => [[true]],
  fetchWaiting: () => [[1_000_000]],
  exchange: () => [[[], ownerId()], [[]]],
  account: () => [[]],
  bulkSheet: () => [['Sheet1', null, '']],
  bulkRoom: () => [['Sheet1', 30]],
  bulkLooks: () => [['Sheet1', 0, { columns: [], changes: [] }]],
  bulkWrite: () => [[]],
  bulkAnchors: () => [['removeOthers', '', null]],
  bulkKeep: () =>
    [ownerId(), '', world.state.userProperties.editor.read()['TRACE_ACCOUNT_ID']].map((account) => [
      {
        account,
        charged: ['company-200.example', 'company-201.example'],
        entries: [
          [`trace1|${ownerId()}|company|company-1.example`, '{}'],
          ['trace1|!account', '["editor","","user",1]'],
        ],
        keepForSeconds: 600,
      },
    ]),
  bulkRecord: () => [
    [{ what: 'make', rows: [['{"holder":"x"}']] }],
    [{ what: 'append', holder: 'x', head: '{"holder":"y"}', rows: [] }],
    [{ what: 'load', from: 0 }],
    [{ what: 'show' }],
    [{ what: 'remove', holder: null }],
  ],
  bulkOwn: () => [['run1']],
  bulkOwnReplace: () => [['run1', '', '{"limit":1000000,"settled":0,"doubtful":[]}']],
  bulkStores: () => [[]],
  bulkRecall: () => [[[`trace1|${ownerId()}|company|company-1.example`]]],
  bulkPaid: () => [[]],
  bulkShownAges: () => [[['company-1.example']]],
  bulkSelection: () => [[]],
  bulkShow: () => [['Sheet1', ['R1C1:R1C1']]],
  bulkActiveCell: () => [[]],
  bulkLocale: () => [[]],
  bulkInsert: () => [[]],
  bulkSummary: () => [[]],
  bulkPresets: () => [['{}']],
  bulkNotes: () => [['']],
  bulkFreeze: () => [['thaw']],
  bulkEarlier: () => [[]],
  bulkForget: () => [['answers'], ['everything']],
};

it.each(Object.entries(MESSAGES))('%s leaves what was spent, and formulas within their limit', async (name, toArgs) => {
  const before = believed();
  const owner = world.state.userProperties.owner.read();
  for (const args of toArgs()) call('rpc', [name, args]);
  // Answers may be lost.
  const added = Object.entries(believed()).filter(([text, value]) => value !== null && value !== before[text]);
  const spent = [before, believed()].map((texts) => texts['TRACE_SPENT_0']);
  expect({ added, isCounted: spent[0] === spent[1], owner: world.state.userProperties.owner.read() }).toEqual({
    added: [],
    isCounted: true,
    owner,
  });
  expect(await spendsFromNow()).toBe(LIMIT - SPENT);
  world.state.sheets[0]!.recalculate();
  world.calculate({ as: 'editor' });
  expect(tally(world.state.sheets[0]!, SPENT)).toEqual({ answered: SPENT });
});
