import { keepFrozenTexts, readFrozenTexts } from '../../excel-addin/freeze/frozen-store';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { cell, company, open, select } from '../fakes/excel/freezing';

afterEach(() => BulkWorld.close());

const LEADS = [
  [cell('Domain'), cell('Country')],
  [cell('stripe.com'), company(2, 'US')],
  [cell('figma.com'), company(3, 'US')],
];

async function frozen(): Promise<BulkWorld> {
  const { world, freezing } = open(...LEADS);
  select(world, 1, 1);
  await freezing.freeze('selection');
  return world;
}

/** As thawing asks. It always asks here, since it would cost something. */
async function isForeign(world: BulkWorld): Promise<boolean> {
  world.storage.setItem('trace.apiKey', 'trace_demo');
  const asked = await world.host.freezing!.thaw();
  return typeof asked !== 'string' && asked.isForeign;
}

/** Another editor adds a text that names a value of the owner's. */
function forge(world: BulkWorld): void {
  const texts = world.settings.get('trace.frozen') as readonly string[];
  world.settings.set('trace.frozen', [...texts, '{"mark":"00000000"}']);
  world.settings.saveAsync();
}

it('what a person has frozen here is their own, also when the workbook is opened again', async () => {
  const world = await frozen();
  expect(await isForeign(world)).toBe(false);
  world.openAgain();
  expect(await isForeign(world)).toBe(false);
});

it('texts that somebody else has changed are foreign, and stay so when this person freezes more', async () => {
  const world = await frozen();
  forge(world);
  expect(await isForeign(world)).toBe(true);
  select(world, 2, 1);
  await world.host.freezing!.freeze('selection');
  world.openAgain();
  expect(await isForeign(world)).toBe(true);
});

it('on another computer nobody knows who froze them', async () => {
  const world = await frozen();
  for (const name of ['trace.seal', 'trace.frozen|https://contoso.example/leads.xlsx']) world.storage.removeItem(name);
  world.openAgain();
  expect(await isForeign(world)).toBe(true);
});

it('a workbook that was never saved knows its own until it is closed', async () => {
  const { world, freezing } = open(...LEADS);
  world.document.url = '';
  world.open();
  await world.host.freezing!.freeze('file');
  expect({ isSame: freezing === world.host.freezing, isForeign: await isForeign(world) }).toEqual({
    isSame: false,
    isForeign: false,
  });
  world.openAgain();
  expect(await isForeign(world)).toBe(true);
});

it('nothing is foreign where nothing is frozen, and Remove Trace keeps no mark of it', async () => {
  const world = await frozen();
  await world.host.removeTrace();
  expect(await isForeign(world)).toBe(false);
  expect(world.storage.getItem('trace.frozen|https://contoso.example/leads.xlsx')).toBeNull();
});

it('what another window froze meanwhile is not written over', async () => {
  const world = await frozen();
  const texts = await readFrozenTexts();
  forge(world);
  await expect(keepFrozenTexts(texts)).rejects.toThrow('somebody else has frozen or thawed formulas meanwhile');
  expect(world.settings.get('trace.frozen')).toHaveLength(2);
});
