import { makeDocumentSettings, type SaveResult } from '../../workbook/document-settings';
import { FakeStorage } from '../fakes/excel/fake-storage';

const POLICY = { mode: 'daily', limit: 7 };

function save(settings: ReturnType<typeof makeDocumentSettings>): Promise<SaveResult> {
  return new Promise((resolve) => settings.saveAsync(resolve));
}

it('keeps what was saved, and not what was only set', async () => {
  const storage = new FakeStorage();
  const settings = makeDocumentSettings(() => storage);
  settings.set('trace.spendPolicy', POLICY);
  const unsaved = makeDocumentSettings(() => storage).get('trace.spendPolicy');
  const result = await save(settings);
  expect([settings.get('trace.spendPolicy'), unsaved, result]).toEqual([POLICY, null, { status: 'succeeded' }]);
  expect(makeDocumentSettings(() => storage).get('trace.spendPolicy')).toEqual(POLICY);
});

it('keeps a copy', () => {
  const settings = makeDocumentSettings(() => new FakeStorage());
  const policy = { ...POLICY };
  settings.set('policy', policy);
  policy.limit = 1_000;
  expect(settings.get('policy')).toEqual(POLICY);
});

it.each(['toString', 'constructor', 'nothing'])('has no setting %p that nobody set', (name) => {
  expect(makeDocumentSettings(() => new FakeStorage()).get(name)).toBeNull();
});

it.each(['{', '7', '[1]', 'null'])('is empty where %p is stored', (text) => {
  const storage = new FakeStorage();
  storage.setItem('trace.workbookSettings', text);
  expect(makeDocumentSettings(() => storage).get('0')).toBeNull();
});

it('holds until the page is closed where storage is refused, and says that it is not kept', async () => {
  const settings = makeDocumentSettings(() => {
    throw new Error('SecurityError');
  });
  settings.set('trace.spendPolicy', POLICY);
  expect([await save(settings), settings.get('trace.spendPolicy')]).toEqual([{ status: 'failed' }, POLICY]);
});
