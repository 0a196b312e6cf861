import type { SheetsWorld } from '../../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { openWorld } from '../open-world';
import { countCalls, fillDown, shownIn } from '../formulas/sheet-of-formulas';

/** Nothing of the script outlasts a run, so that the other tests of this folder may evaluate it once for all. */

let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
});

afterAll(() => sandbox.stop());

/** Much of what users do, with the calls that it makes. */
function session(world: SheetsWorld): readonly unknown[] {
  const told: unknown[] = [];
  const note = (what: unknown): void => void told.push(what);
  const rpc = (name: string, ...args: readonly unknown[]): void =>
    // Accounts have random ids.
    note(JSON.stringify(world.callRpc(name, args)).replace(/"account":"\w+"/, ''));
  const type = (name: string, ...args: readonly unknown[]): void => {
    const outcome = world.typeFormula(name, args);
    note([outcome.cells, outcome.note, countCalls([outcome]), outcome.calls.length]);
  };
  const grid = fillDown(world, 5, '=TRACE_COMPANY(A#)', '=TRACE_PARTNERS(A#,,"top=1")');
  note([countCalls(world.calculate()), shownIn(grid, 2, 5), shownIn(grid, 3, 5)]);
  grid.recalculate();
  note([countCalls(world.calculate()), shownIn(grid, 2, 5), shownIn(grid, 3, 5)]);
  type('TRACE_TECH', 'company-2.example', 'nmae');
  type('TRACE_LISTS');
  type('TRACE_SEARCH', 'company', 'name', 'top=3');
  type('TRACE_SEARCH', 'company', 'name', 'top=3');
  rpc('setListsAllowed', true);
  type('TRACE_LISTS');
  rpc('setOwnerLimit', 5);
  type('TRACE_COMPANY', 'company-40.example');
  rpc('problems');
  rpc('setPolicy', { mode: 'onRequest' });
  type('TRACE_COMPANY', 'company-41.example');
  rpc('setKey', 'trace_org_demo', 'anotherAccount');
  type('TRACE_COMPANY', 'company-1.example');
  type('TRACE_LISTS');
  rpc('forgetKey');
  type('TRACE_COMPANY', 'company-1.example');
  rpc('nothing of the kind');
  return told;
}

async function sessionOfNew(keepsRoom: boolean): Promise<readonly unknown[]> {
  await sandbox.reset();
  const world = await openWorld(sandbox.origin);
  world.state.keepsRoom = keepsRoom;
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
  const told = session(world);
  await world.stop();
  return told;
}

it('sessions of two spreadsheets in one realm say what they say where each run has its own, with as many calls', async () => {
  const own = await sessionOfNew(false);
  expect([await sessionOfNew(true), await sessionOfNew(true)]).toEqual([own, own]);
});
