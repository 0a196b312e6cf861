import { undoRun } from '../../shared/runs';
import { readSpendPolicy, writeSpendPolicy } from '../../excel-addin/document-settings';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';
import { useSandbox } from '../fakes/use-sandbox';

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

const DOMAINS = ['Domain', 'company-1.example', 'company-2.example'];

/** A workbook after a run over two companies. */
async function enriched(): Promise<BulkWorld> {
  const world = new BulkWorld(new FakeSheet(DOMAINS.map((shown) => [{ shown }])), sandbox.origin);
  await world.start(await world.plan([{ adds: 'company', field: 'slug' }]));
  return world;
}

/** The workbook is closed and opened, and Excel has lost what it said it had saved. */
function reopenWithout(world: BulkWorld): void {
  world.settings.file.vanishes = true;
  world.openAgain();
  world.settings.file.vanishes = false;
}

it('undoes a run of which Excel has lost the journal', async () => {
  const world = await enriched();
  const filled = world.sheet.values(2);
  reopenWithout(world);
  await world.drive((ports) => undoRun(ports));
  expect([filled[1], world.sheet.values(2)]).toEqual([
    ['company-1.example', 'company-1'],
    DOMAINS.map((domain) => [domain, '']),
  ]);
});

it('finds no run in a workbook that was closed before its columns were saved', async () => {
  const world = await enriched();
  for (const { name } of world.workbook.readNames()) world.workbook.removeName({ name, scope: null });
  reopenWithout(world);
  expect(await world.host.ports.journal.load()).toBeNull();
});

it('finds no run that was discarded', async () => {
  const world = await enriched();
  await world.host.ports.journal.remove();
  reopenWithout(world);
  expect(await world.host.ports.journal.load()).toBeNull();
});

it('says so where this browser has no copy either', async () => {
  const world = await enriched();
  const before = await world.host.findFaults();
  world.databases.stores.delete('trace-documents');
  reopenWithout(world);
  expect([before, await world.host.findFaults()]).toEqual([[], ['undoLost']]);
});

it('keeps to the policy that this person chose last', async () => {
  const world = await enriched();
  await writeSpendPolicy({ mode: 'onRequest' });
  reopenWithout(world);
  expect(readSpendPolicy()).toEqual({ mode: 'onRequest' });
});

it('thaws formulas that Excel has lost', async () => {
  const formula = '=TRACE_COMPANY(A2,"country")';
  const rows = [
    [{ shown: 'Domain' }, { shown: 'Country' }],
    [{ shown: 'stripe.com' }, { shown: 'US', formula }],
  ];
  const world = new BulkWorld(new FakeSheet(rows), 'http://127.0.0.1:9');
  await world.host.freezing!.freeze('file');
  const frozen = world.sheet.rows[1]?.[1]?.formula;
  reopenWithout(world);
  await world.host.freezing!.thaw();
  expect([frozen, world.sheet.rows[1]?.[1]?.formula]).toEqual([undefined, formula]);
});
