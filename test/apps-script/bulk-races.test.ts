import { startRun } from '../../shared/runs';
import type { Plan } from '../../shared/bulk/plan/plan';
import { resumeRun } from '../../shared/bulk/run/run';
import { undoRun } from '../../shared/bulk/undo/undo';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import type { SheetsWorld } from '../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { openWorld } from './open-world';

/** What other people do between any two calls of one message. */

const SETTINGS = { maxAgeMs: 30 * 86_400_000, cap: null, quoted: 0 };
const ROWS = 30;
/** Rows whose cell holds something of a person's. */
const OWN = [3, 17, 28];

let sandbox: SandboxProcess;
let world: SheetsWorld;
let grid: SheetGrid;
let panel: BulkPanel;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  world = await openWorld(sandbox.origin);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});

afterEach(() => void (world.state.meanwhile = null));

afterAll(() => Promise.all([world.stop(), sandbox.stop()]));

async function begin(): Promise<Plan> {
  await sandbox.reset();
  panel = new BulkPanel(world);
  grid = useCompanies(world, ROWS);
  grid.put({ row: 1, column: 2 }, 'Company');
  for (const row of OWN) grid.hold({ row, column: 2 }, `own ${row - 1}`);
  return planAll(panel, ROWS, [NAME], { where: 'sameTitles' });
}

/** Lets people act before one call of the message that writes the rows. @returns the calls of that message */
function actBefore(call: number, act: () => void): readonly string[] {
  const seen: string[] = [];
  let isDone = false;
  panel.before = (message) => {
    const isNow = message === 'bulkWrite' && !isDone;
    world.state.meanwhile = isNow
      ? (calls) => {
          seen.splice(0, Infinity, ...calls);
          if (calls.length !== call || isDone) return;
          isDone = true;
          act();
        }
      : null;
  };
  return seen;
}

const turn = (): void => grid.reorder([1, ...Array.from({ length: ROWS }, (_row, index) => ROWS + 1 - index)]);
const wrong = (rows: number): readonly string[] =>
  columnOf(grid, 1, rows)
    .map((domain, index) => `${String(domain)}: ${String(columnOf(grid, 2, rows)[index])}`)
    .filter((pair) => !/^(company-(\d+)\.example: (Company|own) \2|: )$/.test(pair));
const own = (rows: number): number => columnOf(grid, 2, rows).filter((value) => String(value).startsWith('own')).length;

it.each([
  ['sorts', turn, ROWS],
  ['inserts a row', () => grid.insertRowBefore(9), ROWS + 1],
])(
  'whoever %s between any two calls of a write: each value stands beside its company, and none of a person is lost',
  async (_name, act, rows) => {
    const failed: unknown[] = [];
    let calls = 1;
    for (let call = 1; call <= calls; call += 1) {
      const plan = await begin();
      const seen = actBefore(call, act);
      const end = await panel.run((ports) => startRun(ports, plan, SETTINGS));
      calls = Math.max(calls, seen.length);
      const was = [end.is, wrong(rows), own(rows), columnOf(grid, 2, rows).filter((value) => value !== '').length];
      if (JSON.stringify(was) !== JSON.stringify(['done', [], OWN.length, ROWS]))
        failed.push([call, seen[call - 1], was]);
      world.state.meanwhile = null;
      panel.before = () => undefined;
      await panel.run(undoRun);
      const left = columnOf(grid, 2, rows).filter((value) => value !== '');
      if (left.length !== OWN.length) failed.push([call, seen[call - 1], 'undone', left]);
    }
    expect({ failed, hasManyCalls: calls > 15 }).toEqual({ failed: [], hasManyCalls: true });
  },
);

it('a cell that is filled between any two calls of a write is not written over', async () => {
  const failed: unknown[] = [];
  let calls = 1;
  for (let call = 1; call <= calls; call += 1) {
    const plan = await begin();
    const seen = actBefore(call, () => grid.hold({ row: 10, column: 2 }, 'typed'));
    await panel.run((ports) => startRun(ports, plan, SETTINGS));
    calls = Math.max(calls, seen.length);
    if (grid.value({ row: 10, column: 2 }) !== 'typed' && call <= seen.length) failed.push(seen[call - 1]);
  }
  // Between the comparing and the writing there is nothing but what Google collects and sends together.
  expect([...new Set(failed)]).toEqual(['Range.setValues', 'SpreadsheetApp.flush']);
});

it('what Google refuses at first is compared again before each further try', async () => {
  const plan = await begin();
  grid.layout.rejecting.add('20:2');
  const seen: string[] = [];
  let flushes = 0;
  panel.before = (message) => {
    flushes = 0;
    world.state.meanwhile =
      message === 'bulkWrite'
        ? (calls) => {
            seen.push(calls[calls.length - 1]!);
            if (calls[calls.length - 1] !== 'SpreadsheetApp.flush') return;
            flushes += 1;
            if (flushes === 2) turn();
          }
        : null;
  };
  const end = await panel.run((ports) => startRun(ports, plan, SETTINGS));
  world.state.meanwhile = null;
  grid.layout.rejecting.clear();
  await panel.run((ports) => resumeRun(ports, { rest: 100_000 })).catch(() => undefined);
  expect({ is: end.is, wrong: wrong(ROWS), own: own(ROWS) }).toEqual({ is: 'done', wrong: [], own: OWN.length });
});

it('after a write two calls see whether anything has to be mended', async () => {
  const plan = await begin();
  const seen = actBefore(-1, () => undefined);
  await panel.run((ports) => startRun(ports, plan, SETTINGS));
  const after = seen.slice(seen.indexOf('SpreadsheetApp.flush') + 1);
  expect({ after: after.slice(0, 3), hasFewCalls: seen.length < 60 }).toEqual({
    after: ['TextFinder.findAll', 'Range.getValues', 'Sheet.getSheetId'],
    hasFewCalls: true,
  });
});
