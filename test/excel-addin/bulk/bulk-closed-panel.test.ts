import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';
import { useSandbox } from '../../fakes/use-sandbox';

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

const LONG_ENOUGH_MS = 300;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH_MS));

function companies(count: number): FakeSheet {
  const rows = Array.from({ length: count }, (_row, at) => [{ shown: `company-${at + 1}.example` }]);
  return new FakeSheet([[{ shown: 'Domain' }], ...rows]);
}

/** How many cells of the second column are filled. */
const filled = (world: BulkWorld): number => world.sheet.values(2).filter(([, value]) => value !== '').length;
const requests = async (): Promise<number> => (await sandbox.log()).length;

it('an enrichment spends and writes nothing while its panel is closed, and goes on once it is open', async () => {
  const world = new BulkWorld(companies(3_000), sandbox.origin);
  const plan = await world.plan([{ adds: 'company', field: 'name' }]);
  let writes = 0;
  let isOver = false;
  const second = new Promise<void>((resolve) => {
    world.before = ({ ask }) => {
      if (ask !== 'sheet.write') return;
      writes += 1;
      if (writes !== 2) return;
      world.showPanel(false);
      resolve();
    };
  });
  const running = world.start(plan).finally(() => (isOver = true));
  await second;
  // What was under way arrives.
  let [before, now] = [-1, 0];
  while (before !== now) {
    await pause();
    [before, now] = [now, await requests()];
  }
  expect({ isOver, filled: filled(world), isAllSent: now === 30 }).toEqual({
    isOver: false,
    filled: 1,
    isAllSent: false,
  });
  world.showPanel(true);
  const end = await running;
  expect({ is: end.is, requests: await requests(), filled: filled(world) }).toEqual({
    is: 'done',
    requests: 30,
    filled: 3_001,
  });
});

it('an undo changes no cell while the panel is closed', async () => {
  const world = new BulkWorld(companies(10), sandbox.origin);
  await world.start(await world.plan([{ adds: 'company', field: 'name' }]));
  world.showPanel(false);
  const undoing = world.undo();
  await pause();
  const closed = filled(world);
  world.showPanel(true);
  await undoing;
  expect({ closed, afterwards: filled(world) }).toEqual({ closed: 11, afterwards: 0 });
});
