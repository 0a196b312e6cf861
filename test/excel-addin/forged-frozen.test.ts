import { digestInputs, digestValues } from '../../shared/frozen/inputs';
import { BulkWorld } from '../fakes/excel/bulk-world';
import type { ThawTerms } from '../../shared/ports';
import { cell, company, formulasOf, open, select, shownAt } from '../fakes/excel/freezing';

/**
 * The copy of frozen formulas in this browser, where Excel has lost them. No editor of the workbook can write there, but
 * another workbook that was at the same address could.
 */

afterEach(() => BulkWorld.close());

const KEY = 'frozen|https://contoso.example/leads.xlsx';
const EVIL = '=TRACE_TECH("evil.example")';
const CELLS = { id: '', name: '', formulas: [['']], values: [['mine']] };

/** B2 is frozen, B4 is a person's own value, and Excel has lost what was frozen. */
async function lost(): Promise<BulkWorld> {
  const { world, freezing } = open(
    [cell('Domain'), cell('Country')],
    [cell('stripe.com'), company(2, 'US')],
    [cell('figma.com'), company(3, 'US')],
    [cell('asana.com'), cell('mine')],
  );
  select(world, 1, 1);
  await freezing.freeze('selection');
  world.settings.file.vanishes = true;
  world.openAgain();
  world.settings.file.vanishes = false;
  return world;
}

const copies = (world: BulkWorld): Map<string, unknown> => world.databases.stores.get('trace-documents')!;
const copyOf = (world: BulkWorld): readonly string[] => structuredClone(copies(world).get(KEY)) as readonly string[];

/** A text that would make a formula of B4. */
function evilText(world: BulkWorld): string {
  const { mark } = JSON.parse(copyOf(world)[0]!) as { mark: string };
  const digest = digestValues(CELLS, { row: 0, column: 0, rows: 1, columns: 1 });
  const around = { own: CELLS, named: () => null, columnOf: () => 0 };
  const inputs = digestInputs({ parts: [''], references: [] }, 0, around);
  return JSON.stringify({
    ...{ v: 1, mark, place: 'Leads!B', templates: [{ parts: [EVIL], references: [] }] },
    pieces: [[0, 1, 1, inputs, digest, digest, '', 'x', 0]],
  });
}

const thaw = (world: BulkWorld, agreed?: ThawTerms): Promise<string | ThawTerms> => world.host.freezing!.thaw(agreed);

/** What the person is asked before anything of others comes back. */
async function askedOf(world: BulkWorld): Promise<ThawTerms> {
  const terms = await thaw(world);
  if (typeof terms === 'string') throw new Error(`nothing was asked: ${terms}`);
  expect(terms.isForeign).toBe(true);
  return terms;
}

it('the copy of what this person has frozen is thawed without a question', async () => {
  const world = await lost();
  expect(await thaw(world)).toBe('1 formula back.');
});

it('a forged one is thawed only once the person was asked about it', async () => {
  const world = await lost();
  copies(world).set(KEY, [...copyOf(world), evilText(world)]);
  const asked = await askedOf(world);
  expect(formulasOf(world.sheet)).toEqual({ B3: '=TRACE_COMPANY(A3,"country")' });
  expect(await thaw(world, asked)).toBe('2 formulas back.');
  expect(formulasOf(world.sheet)['B4']).toBe(EVIL);
});

it('a copy that was forged after the question is thawed only once the person was asked about it', async () => {
  const world = await lost();
  copies(world).set(KEY, [...copyOf(world), '{}']);
  const asked = await askedOf(world);
  copies(world).set(KEY, [...copyOf(world), evilText(world)]);
  expect(await thaw(world, asked)).toMatchObject({ isForeign: true });
  expect(shownAt(world.sheet, 3, 1)).toBe('mine');
});

it('it does not become this person’s own when they freeze more', async () => {
  const world = await lost();
  copies(world).set(KEY, [...copyOf(world), evilText(world)]);
  select(world, 2, 1);
  await world.host.freezing!.freeze('selection');
  await askedOf(world);
  expect(world.settings.get('trace.frozen')).toEqual(expect.any(Array));
});

it.each([
  ['cut off', (texts: readonly string[]) => texts.map((text) => text.slice(0, text.length / 2))],
  ['a text', ([text]: readonly string[]) => text],
  ['a number', () => 7],
  ['a record', (texts: readonly string[]) => ({ 0: texts[0], length: 1 })],
  ['a list of other things', (texts: readonly string[]) => [7, null, texts, { text: texts[0] }]],
  ['of a version to come', ([text]: readonly string[]) => [text!.replace('"v":1', '"v":99')]],
  ['null', () => null],
])('one that is %s thaws nothing, and breaks nothing', async (_name, forged) => {
  const world = await lost();
  copies(world).set(KEY, forged(copyOf(world)));
  expect(await thaw(world)).toBe('No formula was frozen in this file.');
  select(world, 2, 1);
  expect(await world.host.freezing!.freeze('selection')).toContain('1 formula frozen');
  expect(formulasOf(world.sheet)).toEqual({});
});

it('one of another workbook is not looked at under its own address, and thaws nothing under this one', async () => {
  const world = await lost();
  const other = copyOf(world).map((text) => text.replace(/"mark":"[^"]*"/, '"mark":"00000000"'));
  copies(world).delete(KEY);
  copies(world).set('frozen|https://contoso.example/other.xlsx', other);
  expect(await thaw(world)).toBe('No formula was frozen in this file.');
  copies(world).set(KEY, other);
  expect(await thaw(world)).toContain('its column was deleted');
  expect(shownAt(world.sheet, 1, 1)).toBe('US');
});

it('none is looked at where the workbook has its own', async () => {
  const world = await lost();
  world.settings.set('trace.frozen', copyOf(world));
  world.settings.saveAsync();
  copies(world).set(KEY, [evilText(world)]);
  expect(await thaw(world)).toBe('1 formula back.');
});
