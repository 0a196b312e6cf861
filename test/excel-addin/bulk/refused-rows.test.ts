import { OfficeError } from '../../../workbook/office/office-error';
import { BulkWorld } from '../../fakes/excel/bulk-world';
import { FakeSheet } from '../../fakes/excel/sheet';

const CHECK = { title: 'What changed', titles: ['Checked on', 'Company'], rows: [['new', 'b.example']], formats: [] };

afterEach(() => BulkWorld.close());

function changesSheet(): FakeSheet {
  const sheet = new FakeSheet([
    [{ shown: 'Checked on' }, { shown: 'Company' }],
    [{ shown: 'old' }, { shown: 'a.example' }],
  ]);
  sheet.name = 'What changed';
  return sheet;
}

it('where Excel inserts no rows, nothing is written over earlier ones', async () => {
  const sheet = changesSheet();
  const world = new BulkWorld(sheet, 'http://127.0.0.1:9');
  sheet.insertRows = () => {
    throw new OfficeError('GeneralException', 'an array is in the way.');
  };
  await expect(world.host.insertBelowTitles(CHECK)).rejects.toMatchObject({ code: 'workbookRefused' });
  expect(sheet.values(2)).toEqual([
    ['Checked on', 'Company'],
    ['old', 'a.example'],
  ]);
});

it('where Excel refuses one undo step halfway, rows are inserted once', async () => {
  const sheet = changesSheet();
  const world = new BulkWorld(sheet, 'http://127.0.0.1:9', { version: '20' });
  const write = sheet.writeValues.bind(sheet);
  sheet.writeValues = (...given) => {
    sheet.writeValues = write;
    if (given.length > 0) throw new OfficeError('UndoNotSupported', 'no.');
  };
  expect(await world.host.insertBelowTitles(CHECK)).toBe('What changed');
  expect(sheet.values(2)).toEqual([
    ['Checked on', 'Company'],
    ['new', 'b.example'],
    ['old', 'a.example'],
  ]);
});

it('a hidden sheet gets its rows, although Excel cannot show it', async () => {
  const sheet = changesSheet();
  const world = new BulkWorld(sheet, 'http://127.0.0.1:9');
  sheet.activate = () => {
    throw new OfficeError('InvalidOperation', 'the sheet is hidden.');
  };
  expect(await world.host.insertBelowTitles(CHECK)).toBe('What changed');
  expect(sheet.values(2)[1]).toEqual(['new', 'b.example']);
});
