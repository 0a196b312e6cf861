import type { Choice } from '../../shared/bulk/plan/column-spec';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';
import { useSandbox } from '../fakes/use-sandbox';

/** Who holds a file for a run, and what of Trace is removed from it. */

const FIELDS: readonly Choice[] = [{ adds: 'company', field: 'name' }];
const AT_SHAREPOINT = 'https://contoso.sharepoint.com/leads.xlsx';

const sandbox = useSandbox();
afterEach(() => BulkWorld.close());

function open(count: number): BulkWorld {
  const rows = Array.from({ length: count }, (_row, at) => [{ shown: `company-${at + 1}.example` }]);
  return new BulkWorld(new FakeSheet([[{ shown: 'Domain' }], ...rows]), sandbox.origin);
}

/** Where several people may have the file open. */
function keepAtSharePoint(): void {
  Object.assign((globalThis as unknown as { Office: { context: { document: object } } }).Office.context.document, {
    url: AT_SHAREPOINT,
  });
}

it('says so where another panel of the browser is running in the same file', async () => {
  const world = open(60);
  keepAtSharePoint();
  const plan = await world.plan(FIELDS);
  await world.host.ports.file.hold('first', 60_000);
  world.open();
  await expect(world.start(plan)).rejects.toThrow('Someone else is enriching this file');
});

it.each([
  ['far in the future', (): number => Date.now() + 86_400_000],
  ['of the past', (): number => Date.now() - 1],
  ['that is no number', (): string => '9999999999999'],
])('a stored hold %s keeps nobody out', async (_name, toUntil) => {
  const world = open(3);
  keepAtSharePoint();
  world.storage.setItem(`trace.lease|${AT_SHAREPOINT}`, JSON.stringify({ holder: 'theirs', untilMs: toUntil() }));
  expect((await world.start(await world.plan(FIELDS))).is).toBe('done');
});

it('leaves nothing of Trace in the file, whoever else holds it', async () => {
  const world = open(3);
  keepAtSharePoint();
  await world.start(await world.plan(FIELDS));
  world.storage.setItem(
    `trace.lease|${AT_SHAREPOINT}`,
    JSON.stringify({ holder: 'theirs', untilMs: Date.now() + 60_000 }),
  );
  const saved = world.databases.stores.get('trace-answers');
  const savedBefore = saved?.size;
  await world.host.removeTrace();
  expect({ savedBefore, savedAfter: saved?.size }).toEqual({ savedBefore: 3, savedAfter: 0 });
  expect(await world.host.ports.journal.load()).toBeNull();
});

it('leaves nothing of Trace in the file, but not while a run goes on in it', async () => {
  const world = open(60);
  const removals: Promise<unknown>[] = [];
  world.before = ({ ask }) => {
    if (ask === 'http') removals.push(world.host.removeTrace().catch((thrown: Error) => thrown.message));
  };
  expect((await world.start(await world.plan(FIELDS))).is).toBe('done');
  const sentence = 'Someone else is enriching this file. Wait until they are done.';
  expect(await Promise.all(removals)).toEqual([sentence]);
  world.before = () => undefined;
  await world.host.removeTrace();
  expect(await world.host.ports.journal.load()).toBeNull();
  expect(await world.host.ports.file.hold('next', 1_000)).toEqual({ is: 'held' });
});
