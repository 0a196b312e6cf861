import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';

afterEach(() => BulkWorld.close());

it('a cell that a formula fills is not overwritten, which would take the room of the whole formula', async () => {
  const from = { row: 0, column: 0 };
  const sheet = new FakeSheet([[{ shown: 'stripe.com', formula: '=SORT(C1:C2)' }], [{ shown: 'shopfy.com', from }]]);
  const world = new BulkWorld(sheet, 'http://127.0.0.1:9');
  const place = { sheet: sheet.id, row: 1, column: 0 };
  expect(await world.host.replaceCell(place, 'shopfy.com', 'shopify.com')).toBe(false);
  expect(sheet.values(1)).toEqual([['stripe.com'], ['shopfy.com']]);
});

it('a formula in a cell formatted as text stays a formula', async () => {
  const sheet = new FakeSheet([[{ shown: '#N/A', formula: '=TRACE_TECH(B1)' }]]);
  sheet.formats.set('0:0', '@');
  const world = new BulkWorld(sheet, 'http://127.0.0.1:9');
  const place = { sheet: sheet.id, row: 0, column: 0 };
  expect(await world.host.replaceCell(place, '=TRACE_TECH(B1)', '=TRACE_TECH(B1)')).toBe(true);
  expect(await world.host.replaceCell(place, '=TRACE_TECH(B1)', '=TRACE_TECH(B1,"name")')).toBe(true);
  expect(sheet.readFormulas({ row: 0, column: 0, rowCount: 1, columnCount: 1 })).toEqual([['=TRACE_TECH(B1,"name")']]);
});
