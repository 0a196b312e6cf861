import type { HostPorts } from '../../shared/ports';
import { lookAtRun } from '../../shared/bulk/run/inspect';
import { undoRun } from '../../shared/bulk/undo/undo';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSettings } from '../fakes/excel/settings';
import { FakeSheet } from '../fakes/excel/sheet';
import { useSandbox } from '../fakes/use-sandbox';

/** The undo record of a run for which the settings of an add-in, 2 MB in a file, have no room. */

const sandbox = useSandbox();
let world: BulkWorld;
/** For which no workbook is too small. */
const LONG = 'x'.repeat(1_900_000);

beforeEach(() => {
  const rows = ['Domain', 'company-1.example', 'company-2.example'].map((shown) => [{ shown }]);
  world = new BulkWorld(new FakeSheet(rows), sandbox.origin);
});
afterEach(() => BulkWorld.close());

const journal = (): HostPorts['journal'] => world.host.ports.journal;
const toParts = (parts: Readonly<Record<string, string>>) => new Map(Object.entries(parts));
const copies = (): readonly string[] =>
  [...(world.databases.stores.get('trace-documents')?.keys() ?? [])].filter((key) => key.startsWith('journal|'));

/** What an opened workbook has. */
async function load(): Promise<object | null> {
  world.open();
  const parts = await journal().load();
  return parts === null ? null : Object.fromEntries(parts);
}

/** A run, and then so much that its record moves. */
async function enrichLarge(): Promise<void> {
  await world.start(await world.plan([{ adds: 'company', field: 'slug' }]));
  await world.drive(async ({ journal: sealed }) => {
    await sealed.load();
    await sealed.save(toParts({ 'rows.1': JSON.stringify([[], 0, '']), spare: LONG }));
    await sealed.save(toParts({ spare: `${LONG}${LONG}` }));
  });
}

test('it moves once the settings have no room, part by part from then on, and is gone once it is removed', async () => {
  await journal().save(toParts({ 'rows.0': LONG, head: 'h1' }));
  const before = [world.settings.file.saved.size, world.xmlParts.kept.size, copies().length];
  await journal().save(toParts({ 'block.0': LONG, head: 'h2' }));
  const moved = [world.settings.file.saved.size, world.xmlParts.kept.size > 0, copies().length];
  await journal().save(toParts({ head: 'h3' }));
  const found = await load();
  await journal().remove();
  expect({ before, moved, found, foundAfter: await load(), partsAfter: world.xmlParts.kept.size }).toEqual({
    before: [3, 0, 1],
    moved: [1, true, 0],
    found: { 'rows.0': LONG, 'block.0': LONG, head: 'h3' },
    foundAfter: null,
    partsAfter: 0,
  });
});

test('it stays where it was if it cannot move', async () => {
  await journal().save(toParts({ 'rows.0': LONG, head: 'h1' }));
  world.xmlParts.failsAfter = 5;
  await expect(journal().save(toParts({ 'block.0': LONG, head: 'h2' }))).rejects.toMatchObject({
    code: 'journalRefused',
    facts: { message: 'GeneralException: the connection broke.' },
  });
  expect(await load()).toEqual({ 'rows.0': LONG, head: 'h1' });
});

test('it is undone where Excel has lost the settings', async () => {
  await enrichLarge();
  world.settings.file.vanishes = true;
  world.openAgain();
  await world.drive((ports) => undoRun(ports));
  expect(world.sheet.values(2)[1]).toEqual(['company-1.example', '']);
});

test('long texts that a run overwrites come back', async () => {
  const old = (row: number): string => `${row} ${'é'.repeat(30_000)}`;
  const rows = Array.from({ length: 40 }, (_row, at) => [{ shown: `company-${at + 1}.example` }, { shown: old(at) }]);
  world = new BulkWorld(new FakeSheet([[{ shown: 'Domain' }, { shown: 'Company' }], ...rows]), sandbox.origin);
  const request = { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true } as const;
  await world.start(await world.plan([{ adds: 'company', field: 'name' }], request));
  const [filled, size] = [world.sheet.values(2)[40], world.xmlParts.kept.size];
  world.openAgain();
  await world.drive((ports) => undoRun(ports));
  expect({ filled, isKept: size > 0, isBack: world.sheet.values(2)[40]?.[1] === old(39) }).toEqual({
    filled: ['company-40.example', 'Company 40'],
    isKept: true,
    isBack: true,
  });
});

test('an earlier state that another page saves again does not count', async () => {
  await world.start(await world.plan([{ adds: 'company', field: 'slug' }]));
  const other = new FakeSettings(world.settings.file);
  await world.drive(async ({ journal: sealed }) => {
    await sealed.load();
    await sealed.save(toParts({ spare: LONG + LONG }));
  });
  await new Promise<unknown>((resolve) => other.saveAsync(resolve));
  world.open();
  const found = await world.drive(lookAtRun);
  expect({ is: found.is, whose: found.is === 'run' && found.whose }).toEqual({ is: 'run', whose: 'own' });
});

test('an earlier state that somebody puts back is no run of one’s own', async () => {
  await enrichLarge();
  const earlier = new Map(world.xmlParts.kept);
  await world.drive(async ({ journal: sealed }) => {
    await sealed.load();
    await sealed.save(toParts({ spare: LONG + LONG }));
  });
  world.xmlParts.kept.clear();
  for (const [id, xml] of earlier) world.xmlParts.kept.set(id, xml);
  world.open();
  const found = await world.drive(lookAtRun);
  expect({ is: found.is, whose: found.is === 'run' && found.whose }).toEqual({ is: 'run', whose: 'older' });
});
