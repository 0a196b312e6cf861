import { DocumentSettings, type SettingsResult, type SettingsShelf } from '../../../workbook/office/document-settings';

const POLICY = { mode: 'daily', limit: 7 };

/** A browser's storage, with one workbook's settings; like the real one it may be refused altogether. */
class FakeShelf implements SettingsShelf {
  readonly kept = new Map<string, unknown>();
  isRefused = false;

  read(): ReadonlyMap<string, unknown> {
    if (this.isRefused) throw new Error('SecurityError');
    return new Map(this.kept);
  }

  write(values: ReadonlyMap<string, unknown>): void {
    if (this.isRefused) throw new Error('SecurityError');
    this.kept.clear();
    for (const [name, value] of values) this.kept.set(name, value);
  }
}

function open(shelf: FakeShelf, first = {}): DocumentSettings {
  return new DocumentSettings(shelf, first);
}

function save(settings: DocumentSettings): Promise<SettingsResult> {
  return new Promise((resolve) => settings.saveAsync(resolve));
}

it('keeps what was saved, and not what was only set', async () => {
  const shelf = new FakeShelf();
  const settings = open(shelf);
  settings.set('trace.spendPolicy', POLICY);
  const unsaved = open(shelf).get('trace.spendPolicy');
  const result = await save(settings);
  expect({ policy: settings.get('trace.spendPolicy'), unsaved, result }).toEqual({
    policy: POLICY,
    unsaved: null,
    result: { status: 'succeeded' },
  });
  expect(open(shelf).get('trace.spendPolicy')).toEqual(POLICY);
});

it('keeps a copy', async () => {
  const settings = open(new FakeShelf());
  const policy = { ...POLICY };
  settings.set('policy', policy);
  policy.limit = 1_000;
  expect(settings.get('policy')).toEqual(POLICY);
});

it('takes away what was removed, once it is saved', async () => {
  const shelf = new FakeShelf();
  const settings = open(shelf);
  settings.set('trace.notes', ['head']);
  await save(settings);
  settings.remove('trace.notes');
  const unsaved = shelf.kept.has('trace.notes');
  await save(settings);
  expect({ notes: settings.get('trace.notes'), unsaved, kept: shelf.kept.size }).toEqual({
    notes: null,
    unsaved: true,
    kept: 0,
  });
});

it('writes all that it has over what another page has kept meanwhile, unless it was read again', async () => {
  const shelf = new FakeShelf();
  const [settings, careful] = [open(shelf), open(shelf)];
  const other = open(shelf);
  other.set('theirs', 1);
  await save(other);
  await new Promise((resolve) => careful.refreshAsync(resolve));
  careful.set('careful', 2);
  await save(careful);
  const before = [...shelf.kept.keys()];
  settings.set('mine', 3);
  await save(settings);
  expect({ before, after: [...shelf.kept.keys()] }).toEqual({ before: ['theirs', 'careful'], after: ['mine'] });
});

it.each(['toString', 'constructor', 'nothing'])('has no setting %p that was never set', async (name) => {
  expect(open(new FakeShelf()).get(name)).toBeNull();
});

it('has the settings of a new workbook, until something else is saved', async () => {
  const shelf = new FakeShelf();
  const before = open(shelf, { policy: 1 }).get('policy');
  shelf.kept.set('policy', 2);
  expect({ before, after: open(shelf, { policy: 1 }).get('policy') }).toEqual({ before: 1, after: 2 });
});

it('gives up what was not saved when it is read again', async () => {
  const shelf = new FakeShelf();
  const settings = open(shelf);
  settings.set('policy', 1);
  const result = await new Promise((resolve) => settings.refreshAsync(resolve));
  expect({ result, policy: settings.get('policy') }).toEqual({ result: { status: 'succeeded' }, policy: null });
});

it('holds until the page is closed where storage is refused, and says that it is not kept', async () => {
  const shelf = new FakeShelf();
  shelf.isRefused = true;
  const settings = open(shelf);
  settings.set('trace.spendPolicy', POLICY);
  const result = await save(settings);
  expect({ status: result.status, policy: settings.get('trace.spendPolicy') }).toEqual({
    status: 'failed',
    policy: POLICY,
  });
});
