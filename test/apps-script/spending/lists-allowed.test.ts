import { requests, useSpreadsheets, world } from '../spreadsheet';

const NOT_SHARED =
  "#TRACE: Formulas in this file cannot read lists with the owner's key. The owner can allow it in the Trace panel on a computer.";
const USER_KEY_NEEDED =
  '#TRACE: This needs a personal API key, not an organization key. Set your own key in the Trace panel on a computer.';

useSpreadsheets({ key: null });
beforeEach(() => void world.callRpc('setKey', ['trace_demo', 'anotherAccount', 'works']));

const first = (name: string, ...args: readonly unknown[]): unknown =>
  world.typeFormula(name, args, { as: 'editor' }).cells[0]![0];

it.each([
  ['TRACE_LISTS', []],
  ['TRACE_LIST', ['list-1']],
  ['TRACE_GET', ['/lists']],
  ['TRACE_GET', ['/v1/lists/list-1/companies']],
  ['TRACE_GET', ['/%6Cists']],
  ['TRACE_GET', ['/LISTS']],
])('until the owner allows it, %s %j reads nothing, whoever types it', async (name, args) => {
  const own = world.typeFormula(name, args).cells[0]![0];
  expect({ editor: first(name, ...args), own, requests: await requests() }).toEqual({
    editor: NOT_SHARED,
    own: NOT_SHARED,
    requests: 0,
  });
});

it('the owner allows it, and forbids it again: what was read is not shown any more', () => {
  world.callRpc('setListsAllowed', [true]);
  const allowed = first('TRACE_LISTS');
  world.callRpc('setListsAllowed', [false]);
  expect({ isRefusedWhileAllowed: allowed === NOT_SHARED, forbiddenAgain: first('TRACE_LISTS') }).toEqual({
    isRefusedWhileAllowed: false,
    forbiddenAgain: NOT_SHARED,
  });
});

it('other formulas are answered, with one call for the properties and one for the day’s count', () => {
  const { cells, calls } = world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  expect(cells).toEqual([['Stripe']]);
  expect(calls.filter((call) => call.startsWith('UserProperties.'))).toEqual([
    'UserProperties.getProperties',
    'UserProperties.getProperty',
  ]);
});

it('an editor cannot allow it', () => {
  world.callRpc('setListsAllowed', [true], { as: 'editor' });
  world.state.documentProperties.write('TRACE_LISTS_spreadsheet-1', '1');
  expect(first('TRACE_LISTS')).toBe(NOT_SHARED);
});

it('what was allowed in one file is not in another, as in a copy', () => {
  const { owner } = world.state.userProperties;
  owner.write('TRACE_LISTS_another', '1');
  const elsewhere = first('TRACE_LISTS');
  owner.write('TRACE_LISTS_spreadsheet-1', '1');
  expect({ elsewhere, isRefusedHere: first('TRACE_LISTS') === NOT_SHARED }).toEqual({
    elsewhere: NOT_SHARED,
    isRefusedHere: false,
  });
});

it.each([
  ['TRACE_LISTS', []],
  ['TRACE_LIST', ['list-1']],
])('with an organization key %s asks for nothing', async (name, args) => {
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount']);
  expect({ shown: first(name, ...args), requests: await requests() }).toEqual({ shown: USER_KEY_NEEDED, requests: 0 });
});

it('what the owner has read is handed to no editor, who knows its key or not', () => {
  world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  const id = world.state.userProperties.owner.read()['TRACE_ACCOUNT_ID']!;
  const keys = [`trace1|${id}|company|stripe.com`];
  const answers = (['owner', 'editor'] as const).map((as) => world.callRpc('bulkRecall', [keys], { as }));
  expect(answers).toEqual([
    { ok: true, value: [[keys[0], expect.stringContaining('stripe.com')]] },
    { ok: true, value: [] },
  ]);
});
