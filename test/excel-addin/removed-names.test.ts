import type { Choice } from '../../shared/enrich/plan/column-spec';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';
import { useSandbox } from '../fakes/use-sandbox';

const NAME: Choice = { adds: 'company', field: 'name' };
const CELL = { row: 0, column: 0, rowCount: 1, columnCount: 1 };

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

it('Remove Trace takes the hidden names of an enrichment away, and leaves those of other people', async () => {
  const world = new BulkWorld(
    new FakeSheet([[{ shown: 'Domain' }], [{ shown: 'company-1.example' }], [{ shown: 'company-2.example' }]]),
    sandbox.origin,
  );
  const { workbook } = world;
  workbook.addName('Sales', 'sheet-1', CELL);
  workbook.addName('_Traces', 'sheet-1', CELL);
  workbook.hideName('_Traces');
  await world.start(await world.plan([NAME]), { cap: 1 });
  const names = (): string[] => workbook.readNames().map(({ name }) => name.replace(/(?<=_Trace\.)[^.]+/, 'RUN'));
  expect(names()).toEqual(['Sales', '_Traces', '_Trace.RUN.input', '_Trace.RUN.0']);
  // As another user, or the same one another day, does it.
  world.open();
  await world.host.removeTrace();
  expect(names()).toEqual(['Sales', '_Traces']);
  expect(workbook.sheets[0]!.values(2)).toEqual([
    ['Domain', 'Company'],
    ['company-1.example', 'Company 1'],
    ['company-2.example', ''],
  ]);
});
