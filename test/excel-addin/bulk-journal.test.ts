import type { JOURNAL as Journal } from '../../excel-addin/bulk/journal';
import { FakeSettings } from '../fakes/excel/settings';

/** The journal of a page that opens the file now. */
function openPage(settings: FakeSettings): typeof Journal {
  settings.reopen();
  Object.assign(globalThis, { Office: { context: { document: { settings } } } });
  let journal!: typeof Journal;
  jest.isolateModules(() => {
    journal = jest.requireActual<{ readonly JOURNAL: typeof Journal }>('../../excel-addin/bulk/journal').JOURNAL;
  });
  return journal;
}

const load = (journal: typeof Journal) => journal.load();
const remove = (journal: typeof Journal) => journal.remove();
const save = (journal: typeof Journal, parts: Readonly<Record<string, string>>) =>
  journal.save(new Map(Object.entries(parts)));

/** Settings that another page kept, as it had read them before. */
function saveOlder(settings: FakeSettings): Promise<void> {
  return new Promise((resolve) => settings.saveAsync(() => resolve()));
}

afterEach(() => Reflect.deleteProperty(globalThis, 'Office'));

test('a journal is kept part by part, and gone once it is removed', async () => {
  const settings = new FakeSettings();
  const journal = openPage(settings);
  await save(journal, { 'rows.0': 'r', head: 'h1' });
  await save(journal, { 'block.0': 'b', head: 'h2' });
  expect(await load(openPage(settings))).toEqual(
    new Map([
      ['rows.0', 'r'],
      ['head', 'h2'],
      ['block.0', 'b'],
    ]),
  );
  await remove(openPage(settings));
  expect(await load(openPage(settings))).toBeNull();
});

test('a policy that somebody else has kept meanwhile is left alone', async () => {
  const settings = new FakeSettings();
  const journal = openPage(settings);
  const other = new FakeSettings(settings.file);
  other.set('trace.spendPolicy', { mode: 'freely' });
  await saveOlder(other);
  await save(journal, { head: 'h' });
  expect(settings.file.saved.get('trace.spendPolicy')).toBe('{"mode":"freely"}');
});

test('parts that somebody else has saved over with an older state are put back', async () => {
  const settings = new FakeSettings();
  const journal = openPage(settings);
  await save(journal, { 'rows.0': 'r', head: 'h1' });
  const other = new FakeSettings(settings.file);
  await save(journal, { 'block.0': 'b', head: 'h2' });
  await saveOlder(other);
  await save(journal, { 'block.1': 'c', head: 'h3' });
  expect(await load(openPage(settings))).toEqual(
    new Map([
      ['rows.0', 'r'],
      ['head', 'h3'],
      ['block.0', 'b'],
      ['block.1', 'c'],
    ]),
  );
});

test('a new journal has no part of an older one', async () => {
  const settings = new FakeSettings();
  const older = openPage(settings);
  await save(older, { 'rows.0': 'r', 'rows.1': 's', head: 'h' });
  const journal = openPage(new FakeSettings(settings.file));
  await load(journal);
  await remove(journal);
  await save(journal, { 'rows.0': 'q', head: 'g' });
  expect(await load(openPage(settings))).toEqual(
    new Map([
      ['rows.0', 'q'],
      ['head', 'g'],
    ]),
  );
});

test('a journal stays where Excel reads nothing any more', async () => {
  const settings = new FakeSettings();
  const journal = openPage(settings);
  await save(journal, { head: 'h' });
  settings.isForgetful = true;
  expect(await load(journal)).toEqual(new Map([['head', 'h']]));
});

test('a journal that somebody else has removed is gone', async () => {
  const settings = new FakeSettings();
  const journal = openPage(settings);
  await save(journal, { head: 'h' });
  await remove(openPage(new FakeSettings(settings.file)));
  Object.assign(globalThis, { Office: { context: { document: { settings } } } });
  expect(await load(journal)).toBeNull();
});

test('what Excel did not take is no part of the journal', async () => {
  const settings = new FakeSettings();
  const journal = openPage(settings);
  await save(journal, { head: 'h1' });
  settings.file.isRefused = true;
  await expect(save(journal, { 'block.0': 'b', head: 'h2' })).rejects.toMatchObject({ code: 'journalRefused' });
  settings.file.isRefused = false;
  expect(await load(journal)).toEqual(new Map([['head', 'h1']]));
});

test.each([
  ['Chinese characters, of three bytes', '中'.repeat(700_000)],
  ['quotation marks, which are written as four characters', '"'.repeat(510_000)],
])('what has no room is not tried: %s', async (_what, text) => {
  const settings = new FakeSettings();
  const journal = openPage(settings);
  await expect(save(journal, { 'block.0': text })).rejects.toMatchObject({ code: 'journalFull' });
  expect(settings.file.saved.size).toBe(0);
});

test('what just has room is kept', async () => {
  const settings = new FakeSettings();
  await save(openPage(settings), { 'block.0': '中'.repeat(666_000) });
  expect(settings.file.saved.size).toBe(2);
});
