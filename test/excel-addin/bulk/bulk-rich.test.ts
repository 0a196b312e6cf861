import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet, type FakeCell } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';

const NAME: readonly Choice[] = [{ adds: 'company', field: 'name' }];
const RUNS = ['Acme ', '(renewal)'];

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

const cell = (shown: unknown): FakeCell => ({ shown });

/** Some companies, and beside each the value of the column that is overwritten. */
function open(shown: readonly unknown[], options = { version: '18' }): BulkWorld {
  const rows = shown.map((value, at) => [cell(`company-${at + 1}.example`), cell(value)]);
  return new BulkWorld(new FakeSheet([[cell('domain'), cell('Company')], ...rows]), sandbox.origin, options);
}

const planOver = (world: BulkWorld) =>
  world.plan(NAME, { where: 'sameTitles', mode: 'overwrite', isOverwriteConfirmed: true });
const names = (world: BulkWorld): unknown[] => world.sheet.values(2).map(([, name]) => name);

it('a text whose parts have fonts of their own is not written over, and the plan says so', async () => {
  const world = open(['Acme (renewal)', 'Beta', 7]);
  world.sheet.textRuns.set('1:1', RUNS);
  const plan = await planOver(world);
  expect(plan.skipped).toEqual([{ row: 1, column: 1, reason: 'richText' }]);
  await world.start(plan);
  expect(names(world)).toEqual(['Company', 'Acme (renewal)', 'Company 2', 'Company 3']);
  await world.undo();
  expect(names(world)).toEqual(['Company', 'Acme (renewal)', 'Beta', 7]);
});

it('is left alone also where it was formatted after the plan', async () => {
  const world = open(['Acme (renewal)', 'Beta']);
  const plan = await planOver(world);
  world.sheet.textRuns.set('1:1', RUNS);
  await world.start(plan);
  expect(names(world)).toEqual(['Company', 'Acme (renewal)', 'Company 2']);
});

it('is found far below others, and where each answer is too long for one', async () => {
  const long = 'x'.repeat(2_000);
  const world = open(Array.from({ length: 12_000 }, (_row, at) => (at % 3 === 0 ? long : '')));
  for (const row of [1, 7_000, 11_998]) world.sheet.textRuns.set(`${row}:1`, RUNS);
  const { columns } = await world.host.ports.sheet.read({
    ...{ sheet: 'sheet-1', row: 1, rows: 12_000, columns: [0, 1], withFormats: false, withRich: true },
  });
  expect(columns.map(({ rich }) => [...rich!])).toEqual([[], [0, 6_999, 11_997]]);
});

it('is told by no Excel before ExcelApi 1.18, nor by a build that has no runs of a text', async () => {
  const old = open(['Acme (renewal)'], { version: '17' });
  old.sheet.textRuns.set('1:1', RUNS);
  expect((await planOver(old)).skipped).toEqual([]);
  BulkWorld.close();
  const without = open(['Acme']);
  expect((await planOver(without)).skipped).toEqual([]);
});
