import type { Choice } from '../../../shared/enrich/plan/column-spec';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';

/** Their addresses are 8 MB as Excel tells them, where Excel on the web carries 5 MB. */
const ROWS = 5_000;
const FIELDS: readonly Choice[] = [
  { adds: 'company', field: 'name' },
  { adds: 'company', field: 'slug' },
];

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

it('fills 5,000 rows of long addresses, and undoes them once the workbook is opened again', async () => {
  const address = (at: number): string => `https://company-${(at % 100) + 1}.example/${at}/${'x'.repeat(1_580)}`;
  const rows = Array.from({ length: ROWS }, (_row, at) => [{ shown: address(at) }]);
  const world = new BulkWorld(new FakeSheet([[{ shown: 'Website' }], ...rows]), sandbox.origin);
  const end = await world.start(await world.plan(FIELDS));
  const filled = world.sheet.values(3)[ROWS];
  expect({ is: end.is, requests: (await sandbox.log()).length, filled }).toEqual({
    is: 'done',
    requests: 1,
    filled: [address(ROWS - 1), 'Company 100', 'company-100'],
  });
  world.openAgain();
  await world.undo();
  expect({ lastRow: world.sheet.values(3)[ROWS], record: await world.host.ports.record.load() }).toEqual({
    lastRow: [address(ROWS - 1), '', ''],
    record: null,
  });
});
