import { startRun } from '../../shared/runs';
import { lookAtRun } from '../../shared/bulk/run/inspect';
import { resumeRun } from '../../shared/bulk/run/run';
import { undoRun } from '../../shared/bulk/undo/undo';
import { BulkPanel, TabClosed } from '../fakes/apps-script/bulk-panel';
import type { SheetGrid } from '../fakes/apps-script/sheet-grid';
import type { SheetsWorld } from '../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';
import { columnOf, NAME, planAll, TECHNOLOGIES, useCompanies } from './bulk-file';
import { openWorld } from './open-world';

const AGE = { maxAgeMs: 30 * 86_400_000 };
const ROWS = 150;
/** So many columns that the journal is too long for the properties. */
const CHOICES = [
  NAME,
  TECHNOLOGIES,
  ...['primary_domain', 'country', 'industry'].map((field) => ({ adds: 'company', field }) as const),
];

let sandbox: SandboxProcess;
let world: SheetsWorld;
let grid: SheetGrid;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  world = await openWorld(sandbox.origin);
  world.callRpc('setKey', ['trace_demo', 'anotherAccount']);
});

afterAll(() => Promise.all([world.stop(), sandbox.stop()]));

async function begin(panel: BulkPanel): Promise<unknown> {
  await sandbox.reset();
  grid = useCompanies(world, ROWS);
  const plan = await planAll(panel, ROWS, CHOICES);
  panel.messages.length = 0;
  return panel.run((ports) => startRun(ports, plan, { ...AGE, cap: null, quoted: ROWS }));
}

/** Another panel, after the first one's hold has ended. */
function reopen(): BulkPanel {
  world.state.clock.advance(130_000);
  return new BulkPanel(world);
}

const right = (): boolean => columnOf(grid, 2, ROWS).every((value, index) => value === `Company ${index + 1}`);
const stored = (): readonly string[] => Object.keys(world.state.documentProperties.read());

async function finish(panel: BulkPanel): Promise<readonly unknown[]> {
  const found = await panel.run(lookAtRun);
  if (found.is === 'none') return ['nothing had begun', grid.filled().column, (await sandbox.log()).length];
  const end = await panel.run((ports) => resumeRun(ports, { rest: 100_000 }));
  const { chargedCompanies } = await sandbox.ledger();
  return [end.is, end.summary.found, right(), chargedCompanies];
}

it('a tab that is closed between any two messages loses nothing: the run goes on, and each company is paid for once', async () => {
  const whole = new BulkPanel(world);
  await begin(whole);
  const count = whole.messages.length;
  const wrong: unknown[] = [];
  for (let closesAfter = 1; closesAfter < count; closesAfter += 1) {
    const panel = new BulkPanel(world);
    panel.before = () => void (panel.closesAfter = closesAfter);
    await begin(panel).catch((thrown: unknown) => {
      if (!(thrown instanceof TabClosed)) throw thrown;
    });
    const came = JSON.stringify(await finish(reopen()));
    const isWhole = came === JSON.stringify(['done', ROWS, true, ROWS]);
    if (!isWhole && came !== JSON.stringify(['nothing had begun', 1, 0])) wrong.push([closesAfter, came]);
  }
  expect({ wrong, hasManyMessages: count > 15 }).toEqual({ wrong: [], hasManyMessages: true });
});

describe.each([
  ['and Google drops what it had collected', false],
  ['and Google still makes the changes that it had collected', true],
])('a script that is ended within any call of a write or of the journal, %s', (_name, makesCollectedChanges) => {
  it('leaves a journal by which the run goes on, and the sheet exactly right', async () => {
    const wrong: unknown[] = [];
    let ended = 0;
    for (let afterCalls = 1; afterCalls < 60; afterCalls += 6) {
      for (const message of ['bulkWrite', 'bulkKeep']) {
        const panel = new BulkPanel(world);
        let wasCut = false;
        panel.before = (name) => {
          const isNow = !wasCut && name === message && panel.messages.includes('exchange');
          wasCut ||= isNow;
          world.state.cutOff = isNow ? { afterCalls, makesCollectedChanges } : null;
        };
        const end = (await begin(panel)) as { readonly is: string };
        world.state.cutOff = null;
        if (end.is === 'paused') ended += 1;
        const came = end.is === 'done' ? ['done', ROWS, right(), ROWS] : await finish(reopen());
        if (JSON.stringify(came) !== JSON.stringify(['done', ROWS, true, ROWS]))
          wrong.push([message, afterCalls, came]);
      }
    }
    expect({ wrong, hasOftenPaused: ended > 6 }).toEqual({ wrong: [], hasOftenPaused: true });
  });
});

it('a long journal is in a hidden sheet, which nobody is shown, and goes with it', async () => {
  const shown = { ...world.state.selection };
  await begin(new BulkPanel(world));
  const [, trace] = world.state.sheets;
  const during = [trace?.name, trace?.layout.isHidden, trace?.layout.columns, world.state.selection.sheetId];
  await reopen().run(undoRun);
  expect({
    shownSheet: shown.sheetId,
    during,
    sheetsAfter: world.state.sheets.length,
    keptAfter: stored().filter((name) => name.startsWith('TRACE_RUN')),
  }).toEqual({ shownSheet: 7, during: ['_trace', true, 1, 7], sheetsAfter: 1, keptAfter: [] });
});

it('a journal that a person has changed is damaged, and says so; discarding it leaves nothing', async () => {
  await begin(new BulkPanel(world));
  // Some of these slots hold what a later change has replaced.
  for (let row = 2; row <= 4; row += 1) world.state.sheets[1]!.hold({ row, column: 1 }, 'x');
  const panel = reopen();
  const found = await panel.run(lookAtRun);
  await panel.host.ports.journal.remove();
  expect({ found, sheets: world.state.sheets.length, isRight: right() }).toEqual({
    found: { is: 'damaged', error: expect.objectContaining({ code: 'journalDamaged' }) as unknown },
    sheets: 1,
    isRight: true,
  });
});
