import { lookAtRun } from '../../shared/bulk/run/inspect';
import { undoRun } from '../../shared/bulk/undo/undo';
import { BulkWorld, Crash } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';
import { useSandbox } from '../fakes/use-sandbox';

/** A workbook holds one run. What a second start leaves of the first one, wherever it is cut off. */

const TABLE = [['company-1.example'], ['company-2.example']];
const FIRST = [
  ['company-1.example', 'Company 1'],
  ['company-2.example', 'Company 2'],
];

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

/** What the run in the journal was to add, and what an undo makes of the cells below the titles. */
async function toOutcome(world: BulkWorld): Promise<object> {
  world.open();
  const found = await world.drive(lookAtRun);
  if (found.is === 'run') await world.drive(undoRun);
  const values = world.sheet
    .values(4)
    .slice(1)
    .map((row) => row.filter((value) => value !== ''));
  return { found: found.is === 'run' ? found.head.choices : found.is, values };
}

it('undoes the first run or the second one exactly, after a second start that was cut off at any call', async () => {
  const outcomes: string[] = [];
  let isDone = false;
  for (let crashAt = 1; !isDone; crashAt += 1) {
    const world = await afterFirst();
    const plan = await world.plan([SLUG]);
    let left = crashAt;
    world.before = () => {
      left -= 1;
      if (left === 0) throw new Crash();
    };
    isDone = await world.start(plan).then(
      () => true,
      () => false,
    );
    world.before = () => undefined;
    if (!isDone) outcomes.push(JSON.stringify(await toOutcome(world)));
    BulkWorld.close();
  }
  const none = JSON.stringify({ found: 'none', values: FIRST });
  expect([...new Set(outcomes)].map((text) => JSON.parse(text) as object)).toEqual([
    { found: [NAME], values: TABLE },
    { found: 'none', values: FIRST },
    { found: [SLUG], values: FIRST },
  ]);
  // The one call between the removal of the first record and the saving of the second.
  expect(outcomes.filter((outcome) => outcome === none)).toHaveLength(1);
});
