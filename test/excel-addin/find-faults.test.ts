import { BulkWorld } from '../fakes/excel/bulk-world';
import { FakeSheet } from '../fakes/excel/sheet';

afterEach(() => BulkWorld.close());

const open = (): BulkWorld => new BulkWorld(new FakeSheet([[{ shown: 'x' }]]), 'http://127.0.0.1:9');

it('finds nothing where Excel and the browser do what Trace needs', async () => {
  expect(await open().host.findFaults()).toEqual([]);
});

it('finds a workbook that is calculated on request only', async () => {
  const world = open();
  world.workbook.calculationMode = 'Manual';
  expect(await world.host.findFaults()).toEqual(['manualCalculation']);
});

it('finds a browser that forbids storage', async () => {
  const world = open();
  world.storage.isRefused = true;
  expect(await world.host.findFaults()).toContain('storageForbidden');
});

it('finds answers that cannot be read', async () => {
  const world = open();
  Object.assign(globalThis, {
    indexedDB: {
      open: () => {
        throw new Error('SecurityError');
      },
    },
  });
  world.open();
  expect(await world.host.findFaults()).toEqual(['answersUnreadable']);
});

it('finds functions of another version than the panel', async () => {
  const world = open();
  Object.assign(globalThis, { [Symbol.for('trace.functionsVersion')]: 'older' });
  expect(await world.host.findFaults()).toEqual(['functionsOutdated']);
  Reflect.deleteProperty(globalThis, Symbol.for('trace.functionsVersion'));
});
