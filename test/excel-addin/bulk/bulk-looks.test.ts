import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';

const FIELDS: readonly Choice[] = [
  { adds: 'company', field: 'name' },
  { adds: 'company', field: 'employee_count' },
];
const HEADER = { isBold: true, color: '#FFFFFF', fill: '#1A73E8', horizontal: 'Center' };

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

const cell = (shown: unknown): FakeCell => ({ shown });

function open(): BulkWorld {
  const sheet = new FakeSheet([[cell('Domain')], [cell('company-1.example')], [cell('company-2.example')]]);
  sheet.looks.styles.set('0:0', HEADER);
  return new BulkWorld(sheet, sandbox.origin);
}

const looksOf = ({ sheet }: BulkWorld) => [1, 2].map((column) => sheet.readLooks(0, column));

it('new columns look like the one beside them, with room for answers and separators in counts', async () => {
  const world = open();
  await world.start(await world.plan(FIELDS));
  const style = { isBold: true, color: '#ffffff', fill: '#1a73e8', horizontal: 'Center', vertical: 'Bottom', size: 11 };
  expect(looksOf(world)).toEqual([
    { ...style, width: 109 },
    { ...style, width: 67 },
  ]);
  expect(world.sheet.formats.get('1:2')).toBe('#,##0');
});

it('undo leaves nothing of it', async () => {
  const world = open();
  const before = looksOf(world);
  await world.start(await world.plan(FIELDS));
  await world.undo();
  expect(looksOf(world)).toEqual(before);
  expect([1, 2].map((row) => world.sheet.formats.get(`${row}:2`) ?? 'General')).toEqual(['General', 'General']);
});

it('a protected sheet that may not be formatted is filled anyway', async () => {
  const world = open();
  world.sheet.protect([]);
  const before = looksOf(world);
  expect((await world.start(await world.plan(FIELDS))).is).toBe('done');
  expect({ titles: world.sheet.values(2)[0], looks: looksOf(world) }).toEqual({
    titles: ['Domain', 'Company'],
    looks: before,
  });
});
