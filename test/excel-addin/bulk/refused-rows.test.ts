import { OfficeError } from '../../../workbook/office/office-error';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';

afterEach(() => BulkWorld.close());

it('where Excel inserts no rows, nothing is written over earlier ones', async () => {
  const sheet = new FakeSheet([
    [{ shown: 'Checked on' }, { shown: 'Company' }],
    [{ shown: '2026-05-01' }, { shown: 'a.example' }],
  ]);
  sheet.name = 'What changed';
  const world = new BulkWorld(sheet, 'http://127.0.0.1:9');
  sheet.insertRows = () => {
    throw new OfficeError('GeneralException', 'an array is in the way.');
  };
  const check = { title: 'What changed', titles: ['Checked on', 'Company'], rows: [['2026-06-01', 'b.example']] };
  await expect(world.host.insertBelowTitles(check)).rejects.toMatchObject({ code: 'workbookRefused' });
  expect(sheet.values(2)).toEqual([
    ['Checked on', 'Company'],
    ['2026-05-01', 'a.example'],
  ]);
});
