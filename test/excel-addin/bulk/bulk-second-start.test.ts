import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';
import { keepEnrichment } from '../../../shared/enrich/enrichment';

/** A workbook holds one enrichment. */

const TABLE = [['company-1.example'], ['company-2.example']];
const NAME = { adds: 'company', field: 'name' } as const;
const SLUG = { adds: 'company', field: 'slug' } as const;

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

async function afterFirst(): Promise<BulkWorld> {
  const world = new BulkWorld(
    new FakeSheet([['Domain'], ...TABLE].map((row) => row.map((shown) => ({ shown })))),
    sandbox.origin,
  );
  await world.start(await world.plan([NAME]));
  return world;
}

it('a second one does not begin before the first one is undone or kept, which changes no cell', async () => {
  const world = await afterFirst();
  const cells = world.sheet.values(4);
  await expect(world.start(await world.plan([SLUG]))).rejects.toMatchObject({ code: 'runUnfinished' });
  expect(world.sheet.values(4)).toEqual(cells);
  expect(await world.undo()).toMatchObject({ restored: 2, isWhole: true });
});

it('begins once the first one is kept, and undo takes back the second one alone', async () => {
  const world = await afterFirst();
  await world.drive(keepEnrichment);
  await world.start(await world.plan([SLUG]));
  await world.undo();
  expect(world.sheet.values(4).map((row) => row.filter((value) => value !== ''))).toEqual([
    ['Domain', 'Company'],
    ['company-1.example', 'Company 1'],
    ['company-2.example', 'Company 2'],
  ]);
});
