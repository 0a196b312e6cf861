import { makePractice } from '../../../shared/panel';
import { openPractice } from '../../../shared/panel/common/practice';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';

const PRACTICE = makePractice('errors');

let world: BulkWorld;
beforeEach(() => {
  world = new BulkWorld(new FakeSheet([[{ shown: 'x' }]]), 'http://127.0.0.1:9');
  world.storage.removeItem('trace.apiKey');
});
afterEach(() => BulkWorld.close());

it('is a sheet of its own with formulas, and is only shown the next time', async () => {
  await openPractice(world.host, PRACTICE);
  const sheet = world.workbook.sheets[1]!;
  expect({ name: sheet.name, row: sheet.rows[1]?.map(({ shown, formula }) => formula ?? shown) }).toEqual({
    name: 'Trace practice',
    row: [
      'northwind-bakery.example',
      '=TRACE_COMPANY(A2:A13,"name, employee_count")',
      '',
      '=TRACE_TECH(A2:A13)',
      '=TRACE_HAS_TECH(A2:A13,"Shopify")',
      '=TRACE_PARTNERS(A2:A13)',
    ],
  });
  // 28 characters for the longest domain.
  expect({ width: sheet.looks.widths.get(0), format: sheet.formats.get('1:2') }).toEqual({
    width: 151,
    format: '#,##0',
  });
  await openPractice(world.host, PRACTICE);
  expect(world.workbook.sheets).toHaveLength(2);
});
