import type { SheetsWorld } from '../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { openWorld } from './open-world';

const NOT_SHARED =
  "#TRACE: The owner of this file does not let formulas read lists with the owner's key. Ask the owner to allow it in the Trace panel.";
const USER_KEY_NEEDED =
  '#TRACE: This needs a personal API key, and an organization key is set. Set your own key in the Trace panel.';

let sandbox: SandboxProcess;
let world: SheetsWorld;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
});

beforeEach(async () => {
  await sandbox.reset();
  world = await openWorld(sandbox.origin);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});

afterEach(() => world.stop());
afterAll(() => sandbox.stop());

const requests = async (): Promise<number> => (await sandbox.log()).length;
const first = (name: string, ...args: readonly unknown[]): unknown =>
  world.typeFormula(name, args, { as: 'editor' }).cells[0]![0];

it.each([
  ['TRACE_LISTS', []],
  ['TRACE_LIST', ['list-1']],
  ['TRACE_GET', ['/lists']],
  ['TRACE_GET', ['/v1/lists/list-1/companies']],
  ['TRACE_GET', ['/%6Cists']],
  ['TRACE_GET', ['/LISTS']],
])('the owner may forbid %s %j', async (name, args) => {
  world.callRpc('setListsAllowed', [false]);
  expect([first(name, ...args), await requests()]).toEqual([NOT_SHARED, 0]);
});

it('what was read before it was forbidden is not shown again', () => {
  first('TRACE_LISTS');
  world.callRpc('setListsAllowed', [false]);
  expect(first('TRACE_LISTS')).toBe(NOT_SHARED);
});

it('other formulas are answered, with one call of the properties', () => {
  world.callRpc('setListsAllowed', [false]);
  const { cells, calls } = world.typeFormula('TRACE_COMPANY', ['stripe.com']);
  expect(cells).toEqual([['Stripe']]);
  expect(calls.filter((call) => call.startsWith('UserProperties.'))).toHaveLength(1);
});

it('it holds for this file only, and an editor cannot allow it', () => {
  world.callRpc('setListsAllowed', [false]);
  world.callRpc('setListsAllowed', [true], { as: 'editor' });
  const here = first('TRACE_LISTS');
  const { owner } = world.state.userProperties;
  owner.remove('TRACE_NO_LISTS_spreadsheet-1');
  owner.write('TRACE_NO_LISTS_another', '1');
  expect([here, first('TRACE_LISTS') === NOT_SHARED]).toEqual([NOT_SHARED, false]);
});

it('the owner may allow it again', () => {
  world.callRpc('setListsAllowed', [false]);
  world.callRpc('setListsAllowed', [true]);
  expect(first('TRACE_LISTS')).not.toBe(NOT_SHARED);
});

it.each([
  ['TRACE_LISTS', []],
  ['TRACE_LIST', ['list-1']],
])('with an organization key %s asks for nothing', async (name, args) => {
  world.callRpc('setKey', ['trace_org_demo', 'anotherAccount']);
  expect([first(name, ...args), await requests()]).toEqual([USER_KEY_NEEDED, 0]);
});
