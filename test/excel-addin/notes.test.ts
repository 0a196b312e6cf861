import type * as Notes from '../../excel-addin/bulk/notes';
import { FakeSettings } from '../fakes/excel/settings';

/** The notes of a page that opens the file now. */
function openPage(settings: FakeSettings): typeof Notes {
  settings.reopen();
  Object.assign(globalThis, { Office: { context: { document: { settings } } } });
  let notes!: typeof Notes;
  jest.isolateModules(() => (notes = jest.requireActual<typeof Notes>('../../excel-addin/bulk/notes')));
  return notes;
}

afterEach(() => Reflect.deleteProperty(globalThis, 'Office'));

test('notes are in the file once it is saved, and what another page wrote is found', async () => {
  const settings = new FakeSettings();
  const notes = openPage(settings);
  expect(await notes.readNotes()).toBe('');
  await notes.writeNotes('[1]');
  expect(settings.file.saved.get('trace.notes')).toBe('"[1]"');
  const other = new FakeSettings(settings.file);
  other.set('trace.notes', '[2]');
  await new Promise<void>((resolve) => other.saveAsync(() => resolve()));
  expect(await notes.readNotes()).toBe('[2]');
});

test('notes that are none leave nothing in the file, and whatever else is there stays', async () => {
  const settings = new FakeSettings();
  const notes = openPage(settings);
  settings.set('trace.spendPolicy', { mode: 'freely' });
  await notes.writeNotes('[1]');
  await notes.writeNotes('');
  expect({ notes: await notes.readNotes(), saved: [...settings.file.saved.keys()] }).toEqual({
    notes: '',
    saved: ['trace.spendPolicy'],
  });
});

test('if Excel does not save, the notes before stay, and the reason is said', async () => {
  const settings = new FakeSettings();
  const notes = openPage(settings);
  await notes.writeNotes('before');
  settings.file.isRefused = true;
  await expect(notes.writeNotes('after')).rejects.toMatchObject({ code: 'workbookRefused' });
  settings.file.isRefused = false;
  expect(await notes.readNotes()).toBe('before');
});
