import { findEnrichment } from '../../../shared/enrich/enrichment';
import { BulkPanel, TabClosed } from '../../fakes/apps-script/bulk-panel';
import type { SheetGrid } from '../../fakes/apps-script/sheet/sheet-grid';
import type { SheetsWorld } from '../../fakes/apps-script/world';
import { startSandboxProcess, type SandboxProcess } from '../../fakes/sandbox-process';
import { columnOf, NAME, planAll, TECHNOLOGIES, useCompanies } from './bulk-file';
import { openWorld } from '../open-world';

/** Two batches. */
const ROWS = 110;
const CHOICES = [NAME, TECHNOLOGIES, { adds: 'company', field: 'country' } as const];

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
  return panel.start(plan, { quoted: ROWS });
}

/** Another panel, after the first one's hold has ended. */
function reopen(): BulkPanel {
  world.state.clock.advance(130_000);
  return new BulkPanel(world);
}

const right = (): boolean => columnOf(grid, 2, ROWS).every((value, index) => value === `Company ${index + 1}`);

async function finish(panel: BulkPanel): Promise<readonly unknown[]> {
  const found = await panel.run(findEnrichment);
  if (found.is === 'none') return ['nothing had begun', grid.filled().column, (await sandbox.log()).length];
  const end = await panel.resume({ rest: 100_000 });
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

/** Messages, and how many calls of each are tried. Answers are kept in the run of a write. */
const CUT = [
  ['bulkWrite', 60],
  ['bulkRecord', 15],
] as const;

describe.each([
  ['and Google drops what it had collected', false],
  ['and Google still makes the changes that it had collected', true],
])('a script that is ended within any call of a write or of the record, %s', (_name, makesCollectedChanges) => {
  it('leaves a record by which the run goes on, and the sheet exactly right', async () => {
    const wrong: unknown[] = [];
    let ended = 0;
    for (const [message, calls] of CUT) {
      for (let afterCalls = 1; afterCalls < calls; afterCalls += 6) {
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

it('the record is a hidden sheet, which is never shown, and is removed with the enrichment', async () => {
  const shown = { ...world.state.selection };
  await begin(new BulkPanel(world));
  const [, record] = world.state.sheets;
  const during = [record?.name, record?.layout.isHidden, record?.layout.columns, world.state.selection.sheetId];
  await reopen().undo();
  expect({ shownSheet: shown.sheetId, during, sheetsAfter: world.state.sheets.map(({ name }) => name) }).toEqual({
    shownSheet: 7,
    during: ['Trace record', true, 5, 7],
    sheetsAfter: ['Leads'],
  });
});

it('a record that a person has typed into is damaged, and says so; keeping the answers leaves nothing of it', async () => {
  await begin(new BulkPanel(world));
  world.state.sheets[1]!.hold({ row: 1, column: 1 }, 'x');
  const panel = reopen();
  const found = await panel.run(findEnrichment);
  await panel.keep();
  expect({ found, sheets: world.state.sheets.map(({ name }) => name), isRight: right() }).toEqual({
    found: { is: 'damaged' },
    sheets: ['Leads'],
    isRight: true,
  });
});
