import { startRun } from '../../shared/runs';
import { discardRun, lookAtRun } from '../../shared/bulk/run/inspect';
import { resumeRun } from '../../shared/bulk/run/run';
import { undoRun } from '../../shared/bulk/undo/undo';
import { BulkPanel } from '../fakes/apps-script/bulk-panel';
import { ColumnEdits } from '../fakes/apps-script/column-edits';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import { METADATA_HABITS } from '../fakes/carried-marks';
import type { SheetsWorld } from '../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { openWorld } from './open-world';

/** What other people do meanwhile. */

const SETTINGS = { maxAgeMs: 30 * 86_400_000, cap: null, quoted: 0 };

let sandbox: SandboxProcess;
let world: SheetsWorld;
let panel: BulkPanel;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  world = await openWorld(sandbox.origin);
  for (const as of ['owner', 'editor'] as const) world.callRpc('setKey', ['trace_demo', 'anotherAccount'], { as });
});

beforeEach(async () => {
  await sandbox.reset();
  panel = new BulkPanel(world);
});

afterAll(() => Promise.all([world.stop(), sandbox.stop()]));

const pairs = (grid: SheetGrid, rows: number): readonly string[] =>
  columnOf(grid, 1, rows).map((domain, index) => `${String(domain)}: ${String(columnOf(grid, 2, rows)[index])}`);
const isRight = (pair: string): boolean => /^company-(\d+)\.example: Company \1$/.test(pair);

it.each(['bulkRecall', 'exchange', 'bulkKeep', 'bulkWrite'])(
  'a sheet that is sorted right before %s has each value beside its own company',
  async (message) => {
    const grid = useCompanies(world, 300);
    const plan = await planAll(panel, 300, [NAME]);
    let isSorted = false;
    panel.before = (name) => {
      if (isSorted || name !== message || !panel.messages.includes('bulkRecall')) return;
      isSorted = true;
      grid.reorder([1, ...Array.from({ length: 300 }, (_row, index) => 301 - index)]);
    };
    const end = await panel.run((ports) => startRun(ports, plan, SETTINGS));
    const wrong = pairs(grid, 300).filter((pair) => !isRight(pair));
    expect({ isSorted, is: end.is, found: end.summary.found, wrong, first: columnOf(grid, 1, 1) }).toEqual({
      isSorted: true,
      is: 'done',
      found: 300,
      wrong: [],
      first: ['company-300.example'],
    });
  },
);

it('a row that is inserted right before the write moves no value, and a cell that is filled meanwhile is kept', async () => {
  const grid = useCompanies(world, 100);
  const plan = await planAll(panel, 100, [NAME]);
  panel.before = (name) => {
    if (name !== 'bulkWrite' || panel.messages.filter((each) => each === 'bulkWrite').length !== 2) return;
    grid.insertRowBefore(10);
    grid.hold({ row: 20, column: 2 }, 'mine');
  };
  const end = await panel.run((ports) => startRun(ports, plan, SETTINGS));
  const wrong = pairs(grid, 101).filter((pair) => !isRight(pair));
  expect({ is: end.is, wrong }).toEqual({ is: 'done', wrong: [': ', 'company-18.example: mine'] });
});

it.each(['exchange', 'bulkKeep', 'bulkSheet', 'bulkWrite'])(
  'a column that is inserted on the left right before %s leaves no row unfilled',
  async (message) => {
    const grid = useCompanies(world, 40);
    const plan = await planAll(panel, 40, [NAME]);
    let isMoved = false;
    panel.before = (name) => {
      if (isMoved || name !== message || panel.messages.filter((each) => each === 'bulkWrite').length === 0) return;
      isMoved = true;
      new ColumnEdits(world.state).insert(grid, 1);
    };
    const end = await panel.run((ports) => startRun(ports, plan, SETTINGS));
    const shown = columnOf(grid, 2, 40).map((domain, at) => `${String(domain)}: ${String(columnOf(grid, 3, 40)[at])}`);
    const { chargedCompanies } = await sandbox.ledger();
    expect({
      isMoved,
      is: end.is,
      found: end.summary.found,
      right: shown.filter(isRight).length,
      chargedCompanies,
    }).toEqual({ isMoved: true, is: 'done', found: 40, right: 40, chargedCompanies: 40 });
  },
);

it.each([
  [true, ['done', undefined, 20]],
  [false, ['paused', 'columnsGone', 0]],
])(
  'a column of the run that is deleted and brought back, where its marks come back too: %s',
  async (undoBringsBack, expected) => {
    const { metadata } = world.state;
    const grid = useCompanies(world, 20);
    const plan = await planAll(panel, 20, [NAME]);
    metadata.habits.undoBringsBack = undoBringsBack;
    let isOver = false;
    panel.before = (name) => {
      if (isOver || name !== 'exchange') return;
      isOver = true;
      const edits = new ColumnEdits(world.state);
      const title = grid.value({ row: 1, column: 2 });
      edits.delete(grid, 2);
      edits.bringBack(grid, 2, [title]);
    };
    const { is, why } = await panel.run((ports) => startRun(ports, plan, SETTINGS));
    metadata.habits.undoBringsBack = METADATA_HABITS.undoBringsBack;
    expect([is, why?.code, pairs(grid, 20).filter(isRight).length]).toEqual(expected);
    expect(grid.filled().column).toBe(2);
  },
);

it('a second person is told, and the first one goes on', async () => {
  useCompanies(world, 40);
  const plan = await planAll(panel, 40, [NAME]);
  const other = new BulkPanel(world, 'editor');
  const told: unknown[] = [];
  const attempts = [
    (): unknown => other.run((ports) => startRun(ports, plan, SETTINGS)),
    () => other.run(undoRun),
    () => other.run(discardRun),
  ];
  let isAsked = false;
  const ask = async (): Promise<void> => {
    for (const attempt of attempts)
      await Promise.resolve(attempt()).catch((thrown: { code: string }) => told.push(thrown.code));
  };
  let asking = Promise.resolve();
  panel.before = (name) => {
    if (name !== 'exchange' || isAsked) return;
    isAsked = true;
    asking = ask();
    panel.server.readyAfter = asking;
  };
  const end = await panel.run((ports) => startRun(ports, plan, SETTINGS));
  await asking;
  expect({ told, is: end.is, found: end.summary.found }).toEqual({
    told: ['runElsewhere', 'runElsewhere', 'runElsewhere'],
    is: 'done',
    found: 40,
  });
});

it('the hold of a panel that was closed ends after two minutes, or at once where a clock has been set back', async () => {
  useCompanies(world, 1_200);
  const plan = await planAll(panel, 1_200, [NAME]);
  panel.before = (message) => {
    if (message === 'exchange') panel.closesAfter = panel.messages.length;
  };
  await panel.run((ports) => startRun(ports, plan, SETTINGS)).catch(() => undefined);
  const resume = (): Promise<string> =>
    new BulkPanel(world)
      .run((ports) => resumeRun(ports, { rest: 100_000 }))
      .then(
        ({ is }) => is,
        (thrown: { code: string }) => thrown.code,
      );
  const soon = await resume();
  world.state.clock.advance(-3_600_000);
  const setBack = await resume();
  expect({ soon, setBack }).toEqual({ soon: 'runElsewhere', setBack: 'done' });
});

/** Formulas that hold the lock, until a message for so many times was answered that the file is busy. */
function keepBusy(message: string, times: number): () => readonly string[] {
  const asked: string[] = [];
  const { locks } = world.state;
  panel.before = (name) => {
    locks.releaseAll('formulas');
    if (name !== message || !panel.messages.includes('exchange')) return;
    asked.push(name);
    if (asked.length <= times) locks.take('Document', 'formulas');
  };
  return () => {
    locks.releaseAll('formulas');
    panel.before = () => undefined;
    return asked;
  };
}

it.each(['bulkWrite', 'bulkKeep'])('formulas that hold the lock for a while only delay %s', async (message) => {
  const grid = useCompanies(world, 30);
  const plan = await planAll(panel, 30, [NAME]);
  const free = keepBusy(message, 3);
  const end = await panel.run((ports) => startRun(ports, plan, SETTINGS));
  free();
  expect({
    is: end.is,
    wrong: pairs(grid, 30).filter((pair) => !isRight(pair)),
    charged: (await sandbox.ledger()).chargedCompanies,
  }).toEqual({ is: 'done', wrong: [], charged: 30 });
});

it.each(['bulkWrite', 'bulkKeep'])(
  'where they hold it on and on, %s says so, and nothing was done',
  async (message) => {
    useCompanies(world, 30);
    const plan = await planAll(panel, 30, [NAME]);
    const free = keepBusy(message, 30);
    const code = await panel
      .run((ports) => startRun(ports, plan, SETTINGS))
      .then(
        ({ why }) => why?.code,
        (thrown: { code: string }) => thrown.code,
      );
    const asked = free().length;
    const isBooked = 'TRACE_PAID_0' in world.state.documentProperties.read();
    world.state.clock.advance(130_000);
    const resumed = await new BulkPanel(world).run((ports) => resumeRun(ports, { rest: 100_000 }));
    expect({ code, hasAskedAgain: asked >= 4, isBooked, is: resumed.is, found: resumed.summary.found }).toEqual({
      code: 'fileBusy',
      hasAskedAgain: true,
      isBooked: message === 'bulkWrite',
      is: 'done',
      found: 30,
    });
  },
);

it('two panels of one person are two', async () => {
  useCompanies(world, 20);
  const plan = await planAll(panel, 20, [NAME]);
  const held = await panel.host.ports.file.hold('one', 120_000);
  const second = new BulkPanel(world);
  const other = await second.host.ports.file.hold('two', 120_000);
  const told = await second
    .run((ports) => startRun(ports, plan, SETTINGS))
    .catch((thrown: { code: string }) => thrown.code);
  await panel.host.ports.file.release('one');
  const later = await second.run((ports) => startRun(ports, plan, SETTINGS));
  expect({ held, other: other.is, told, later: (later as { is: string }).is }).toEqual({
    held: { is: 'held' },
    other: 'elsewhere',
    told: 'runElsewhere',
    later: 'done',
  });
});

it('a finished run is found again by whoever opens the panel next', async () => {
  useCompanies(world, 12);
  const plan = await planAll(panel, 12, [NAME]);
  await panel.run((ports) => startRun(ports, plan, SETTINGS));
  const found = await new BulkPanel(world, 'editor').run(lookAtRun);
  expect(found).toMatchObject({ is: 'run', head: { isFinished: true, rows: 12 }, summary: { found: 12 } });
});
