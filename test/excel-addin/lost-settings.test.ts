import { lookAtRun } from '../../shared/bulk/run/inspect';
import { undoRun } from '../../shared/bulk/undo/undo';
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
  expect({ filled: filled[1], undone: world.sheet.values(2) }).toEqual({
    filled: ['company-1.example', 'company-1'],
    undone: DOMAINS.map((domain) => [domain, '']),
  });
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
  expect({ before, after: await world.host.findFaults() }).toEqual({ before: [], after: ['undoLost'] });
});

/** The copy of the run, as this browser keeps it. */
type Copy = readonly (readonly [name: string, text: string])[];
const copyOf = (world: BulkWorld): Copy => structuredClone(copies(world).get(KEY)) as Copy;
const copies = (world: BulkWorld): Map<string, unknown> => world.databases.stores.get('trace-documents')!;
const KEY = 'journal|https://contoso.example/leads.xlsx';

async function whose(world: BulkWorld): Promise<unknown> {
  const found = await world.drive(lookAtRun);
  return found.is === 'run' ? found.whose : found.is;
}

it('a copy that somebody has changed is no run of one’s own', async () => {
  const world = await enriched();
  const forged = copyOf(world).map(([name, text]) => [
    name,
    name === 'head' ? text.replace('"cap":2', '"cap":9') : text,
  ]);
  expect(forged).not.toEqual(copyOf(world));
  copies(world).set(KEY, forged);
  reopenWithout(world);
  const undone = world.drive((ports) => undoRun(ports));
  await expect(undone).rejects.toMatchObject({ code: 'runNotOwn' });
  expect({ whose: await whose(world), row: world.sheet.values(2)[1] }).toEqual({
    whose: 'other',
    row: ['company-1.example', 'company-1'],
  });
});

it('an earlier copy that is put back is no newer for it', async () => {
  const world = await enriched();
  const earlier = copyOf(world);
  await world.resume({ again: 'failed' });
  copies(world).set(KEY, earlier);
  reopenWithout(world);
  expect({
    whose: await whose(world),
    resumed: await world.resume().catch(({ code }: { code: string }) => code),
  }).toEqual({ whose: 'older', resumed: 'runNotOwn' });
});

it('a copy of another workbook changes nothing in this one, though somebody made marks of its run here', async () => {
  const world = await enriched();
  world.sheet.rows.splice(0, 3, ...[['Price'], ['7'], ['9']].map(([shown]) => [{ shown }, { shown: 'company-1' }]));
  reopenWithout(world);
  const end = await world.drive((ports) => undoRun(ports)).catch(({ code }: { code: string }) => code);
  expect({ end, values: world.sheet.values(2) }).toMatchObject({
    end: expect.anything(),
    values: [
      ['Price', 'company-1'],
      ['7', 'company-1'],
      ['9', 'company-1'],
    ],
  });
});

it('takes the copies along when Trace is removed', async () => {
  const world = await enriched();
  await writeSpendPolicy({ mode: 'onRequest' });
  await world.host.removeTrace();
  const left = [...world.storage.entries.keys()].filter((name) => name.includes('contoso'));
  expect({ left, copies: [...copies(world).keys()] }).toEqual({ left: [], copies: ['index'] });
});

it('of 200 workbooks the last policies are kept', async () => {
  const world = await enriched();
  for (let at = 0; at <= 200; at += 1) {
    world.document.url = `w${at}`;
    await writeSpendPolicy({ mode: 'onRequest' });
  }
  const kept = [...world.storage.entries.keys()].filter((name) => name.startsWith('trace.policy|'));
  expect({
    count: kept.length,
    hasOldest: kept.includes('trace.policy|w0'),
    hasNext: kept.includes('trace.policy|w1'),
  }).toEqual({ count: 200, hasOldest: false, hasNext: true });
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
  world.storage.removeItem('trace.apiKey');
  await world.host.freezing!.freeze('file');
  const frozen = world.sheet.rows[1]?.[1]?.formula;
  reopenWithout(world);
  await world.host.freezing!.thaw();
  expect([frozen, world.sheet.rows[1]?.[1]?.formula]).toEqual([undefined, formula]);
});
