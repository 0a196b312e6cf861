import { startEnrichment } from '../../../shared/runs';
import { BulkPanel } from '../../fakes/apps-script/bulk-panel';
import { ColumnEdits } from '../../fakes/apps-script/sheet/column-edits';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import { METADATA_HABITS } from '../../fakes/carried-marks';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { columnOf, NAME, planAll, useCompanies } from './bulk-file';
import { openWorld } from '../open-world';

/** What other people do meanwhile. */

const AGREED = { cap: null, quoted: 0, maxAgeMs: 30 * 86_400_000 };

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

it.each(['exchange', 'bulkKeep', 'bulkRecord', 'bulkWrite'])(
  'a sheet that is sorted right before %s has each value beside its own company',
  async (message) => {
    const grid = useCompanies(world, 120);
    const plan = await planAll(panel, 120, [NAME]);
    let isSorted = false;
    panel.before = (name) => {
      if (isSorted || name !== message || !panel.messages.includes('bulkWrite')) return;
      isSorted = true;
      grid.reorder([1, ...Array.from({ length: 120 }, (_row, index) => 121 - index)]);
    };
    const end = await panel.start(plan);
    const wrong = pairs(grid, 120).filter((pair) => !isRight(pair));
    expect({ isSorted, is: end.is, found: end.summary.found, wrong, first: columnOf(grid, 1, 1) }).toEqual({
      isSorted: true,
      is: 'done',
      found: 120,
      wrong: [],
      first: ['company-120.example'],
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
  const end = await panel.start(plan);
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
    const end = await panel.start(plan);
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
    const { is, why } = await panel.start(plan);
    metadata.habits.undoBringsBack = METADATA_HABITS.undoBringsBack;
    expect([is, why?.code, pairs(grid, 20).filter(isRight).length]).toEqual(expected);
    expect(grid.filled().column).toBe(2);
  },
);

/** Performs another user's action while answers are in flight; the script waits for it. */
function meanwhile(act: () => Promise<unknown>): () => Promise<void> {
  let done: Promise<unknown> | null = null;
  panel.before = (name) => {
    if (name !== 'exchange' || done !== null) return;
    done = act();
    panel.server.readyAfter = done as Promise<void>;
  };
  return async () => void (await done);
}

const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'done',
    (thrown: { code: string }) => thrown.code,
  );

it('a second person cannot start one meanwhile, and the first one goes on', async () => {
  useCompanies(world, 40);
  const plan = await planAll(panel, 40, [NAME]);
  const told: unknown[] = [];
  const isOver = meanwhile(async () => told.push(await codeOf(new BulkPanel(world, 'editor').start(plan))));
  const end = await panel.start(plan);
  await isOver();
  expect({ told, is: end.is, found: end.summary.found }).toEqual({ told: ['runUnfinished'], is: 'done', found: 40 });
});

it.each([
  ['undoes', 0, (other: BulkPanel): Promise<unknown> => other.undo()],
  ['keeps', 0, (other: BulkPanel): Promise<unknown> => other.keep()],
  ['resumes', 40, (other: BulkPanel): Promise<unknown> => other.resume({ rest: 0 })],
])('if another page %s it meanwhile, the first one writes nothing more', async (_name, byOther, act) => {
  const grid = useCompanies(world, 40);
  const plan = await planAll(panel, 40, [NAME]);
  const own = new BulkPanel(world);
  const isOver = meanwhile(() => act(own));
  const end = await panel.run((ports) => startEnrichment(ports, plan, AGREED));
  await isOver();
  const filled = columnOf(grid, 2, 40).filter((value) => value !== '');
  const { chargedCompanies } = await sandbox.ledger();
  expect([end.is, end.why?.code, filled.length]).toEqual(['paused', 'runElsewhere', byOther]);
  expect(chargedCompanies).toBeLessThanOrEqual(40);
});

it('another user continues with a limit of their own, once the page has been quiet for two minutes', async () => {
  const grid = useCompanies(world, 1_200);
  const plan = await planAll(panel, 1_200, [NAME]);
  panel.before = (message) => {
    if (message === 'exchange') panel.closesAfter = panel.messages.length;
  };
  await panel.start(plan).catch(() => undefined);
  const editor = new BulkPanel(world, 'editor');
  const without = await codeOf(editor.resume());
  const soon = await codeOf(editor.resume({ rest: 2_000 }));
  editor.laterMs = 130_000;
  const { is, summary } = await editor.resume({ rest: 2_000 });
  expect({ without, soon, is, found: summary.found, last: columnOf(grid, 2, 1_200)[1_199] }).toEqual({
    without: 'runNotOwn',
    soon: 'runElsewhere',
    is: 'done',
    found: 1_200,
    last: 'Company 1200',
  });
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

it.each(['bulkWrite', 'bulkRecord', 'bulkKeep'])(
  'formulas that hold the lock for a while only delay %s',
  async (message) => {
    const grid = useCompanies(world, 30);
    const plan = await planAll(panel, 30, [NAME]);
    const free = keepBusy(message, 3);
    const end = await panel.start(plan);
    free();
    expect({
      is: end.is,
      wrong: pairs(grid, 30).filter((pair) => !isRight(pair)),
      charged: (await sandbox.ledger()).chargedCompanies,
    }).toEqual({ is: 'done', wrong: [], charged: 30 });
  },
);

it('if they keep holding it, the write says so, and nothing was done', async () => {
  useCompanies(world, 30);
  const plan = await planAll(panel, 30, [NAME]);
  const free = keepBusy('bulkWrite', 30);
  const { why } = await panel.start(plan);
  const asked = free().length;
  // Payments ride with the write. They are booked with the next answer.
  const isBooked = 'TRACE_PAID_0' in world.state.documentProperties.read();
  world.state.clock.advance(130_000);
  const resumed = await new BulkPanel(world).resume({ rest: 100_000 });
  expect({
    code: why?.code,
    hasAskedAgain: asked >= 4,
    isBooked,
    is: resumed.is,
    found: resumed.summary.found,
  }).toEqual({ code: 'fileBusy', hasAskedAgain: true, isBooked: false, is: 'done', found: 30 });
});

it('a finished enrichment is found by the next user who opens the panel', async () => {
  useCompanies(world, 12);
  const plan = await planAll(panel, 12, [NAME]);
  await panel.start(plan);
  const found = await new BulkPanel(world, 'editor').find();
  expect(found).toMatchObject({
    isOwn: false,
    isLive: false,
    head: { state: 'done' },
    summary: { found: 12, rows: 12 },
  });
});
