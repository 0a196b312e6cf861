import { undoRun } from '../../shared/runs';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';
import { useSandbox } from '../fakes/use-sandbox';

/** Their addresses are 8 MB as Excel tells them, where Excel on the web carries 5 MB. */
const ROWS = 20_000;

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

it('fills and undoes a column of long addresses, in parts that Excel on the web can carry', async () => {
  const address = (at: number): string => `https://company-${(at % 100) + 1}.example/${'x'.repeat(180)}`;
  const rows = Array.from({ length: ROWS }, (_row, at) => [{ shown: address(at) }]);
  const world = new BulkWorld(new FakeSheet([[{ shown: 'Website' }], ...rows]), sandbox.origin);
  const end = await world.start(await world.plan([{ adds: 'company', field: 'slug' }]));
  expect([end.is, (await sandbox.log()).length, world.sheet.values(2)[ROWS]]).toEqual([
    'done',
    1,
    [address(ROWS - 1), 'company-100'],
  ]);
  await world.drive(undoRun);
  expect(world.sheet.values(2)[ROWS]).toEqual([address(ROWS - 1), '']);
});
