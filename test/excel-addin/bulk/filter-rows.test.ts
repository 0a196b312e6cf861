import { OfficeError } from '../../../workbook/office/office-error';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';

const LONG = 'x'.repeat(256);
let world: BulkWorld;
let sheet: FakeSheet;

beforeEach(() => {
  sheet = new FakeSheet(
    [
      ['Leads of May', ''],
      ['Domain', 'Stack'],
      ['a.example', 'React, Stripe'],
      ['b.example', 'React'],
      ['c.example', LONG],
    ].map((row) => row.map((shown) => ({ shown }))),
  );
  world = new BulkWorld(sheet, 'http://127.0.0.1:9');
});
afterEach(() => BulkWorld.close());

const filter = (texts: readonly string[]): Promise<boolean> =>
  world.host.filterRows!({ sheet: sheet.id, titleRow: 1, column: 1, texts });

it('hides the rows below the titles that show another text', async () => {
  expect(await filter(['React'])).toBe(true);
  expect([...sheet.hiddenRows]).toEqual([2, 4]);
});

it('leaves a filter of the person alone', async () => {
  await filter(['React']);
  expect(await filter(['React, Stripe'])).toBe(false);
  expect([...sheet.hiddenRows]).toEqual([2, 4]);
});

it('does not filter by a text that Excel would not find', async () => {
  expect(await filter(['React', LONG])).toBe(false);
  expect(sheet.hasFilter()).toBe(false);
});

it('where Excel refuses it, nothing is filtered', async () => {
  sheet.filter = () => {
    throw new OfficeError('AccessDenied', 'the sheet is protected.');
  };
  expect(await filter(['React'])).toBe(false);
});
