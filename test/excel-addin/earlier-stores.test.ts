import { documentUrl } from '../../excel-addin/office';
import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';

/** What earlier versions of Trace have left in a workbook. */

afterEach(() => BulkWorld.close());

interface Excel {
  run(options: object, work: (context: { workbook: object }) => Promise<unknown>): Promise<unknown>;
}

/** A workbook in which an earlier version has kept a record, partly in settings and partly in XML parts. */
function open(): { readonly world: BulkWorld; readonly parts: string[] } {
  const world = new BulkWorld(new FakeSheet([[{ shown: 'stripe.com' }]]), 'http://127.0.0.1:9');
  const parts = ['part-1', 'part-2'];
  const { Excel } = globalThis as unknown as { Excel: Excel };
  const { run } = Excel;
  Excel.run = (options, work) =>
    run(options, (context) => {
      const getByNamespace = () => ({
        load: () => undefined,
        items: [...parts].map((id) => ({ delete: () => void parts.splice(parts.indexOf(id), 1) })),
      });
      Object.assign(context.workbook, { customXmlParts: { getByNamespace } });
      return work(context);
    });
  world.settings.set('trace.journal', ['head']);
  world.settings.set('trace.journal.head', '{"run":"old"}');
  return { world, parts };
}

test('are told before they go, and go with Remove Trace', async () => {
  const { world, parts } = open();
  expect(await world.host.hasEarlierStores()).toBe(true);
  await world.host.removeTrace();
  expect({
    parts,
    head: world.settings.get('trace.journal.head') ?? null,
    has: await world.host.hasEarlierStores(),
  }).toEqual({ parts: [], head: null, has: false });
});

test.each<[string, (world: BulkWorld) => void]>([
  ['formulas that were frozen', (world) => world.settings.set('trace.frozen', ['{}'])],
  ['a secret in the browser', (world) => world.storage.setItem('trace.seal', 'c0ffee')],
  [
    'a mark of frozen formulas in the browser',
    (world) => world.storage.setItem(`trace.frozen|${documentUrl()}`, 'mark'),
  ],
])('%s are told, and go with Remove Trace', async (_what, keep) => {
  const world = new BulkWorld(new FakeSheet([[{ shown: 'stripe.com' }]]), 'http://127.0.0.1:9');
  const names = (): readonly string[] => [...world.storage.entries.keys()].filter((name) => /seal|frozen/.test(name));
  keep(world);
  expect(await world.host.hasEarlierStores()).toBe(true);
  await world.host.removeTrace();
  expect({ has: await world.host.hasEarlierStores(), names: names() }).toEqual({ has: false, names: [] });
});

test('are not read: an enrichment begins as if they were not there', async () => {
  const { world } = open();
  expect(await world.host.ports.record.load()).toBeNull();
});
