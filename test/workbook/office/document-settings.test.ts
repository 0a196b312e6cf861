import { DocumentSettings, type SettingsResult, type SettingsShelf } from '../../../workbook/office/document-settings';

const POLICY = { mode: 'daily', limit: 7 };

/** A browser's database, with one workbook's settings; like the real one it may be refused altogether. */
class FakeShelf implements SettingsShelf {
  readonly kept = new Map<string, unknown>();
  isRefused = false;

  async read(): Promise<ReadonlyMap<string, unknown>> {
    if (this.isRefused) throw new Error('SecurityError');
    return new Map(this.kept);
  }

  async write(values: ReadonlyMap<string, unknown>): Promise<void> {
    if (this.isRefused) throw new Error('SecurityError');
    this.kept.clear();
    for (const [name, value] of values) this.kept.set(name, value);
  }
}

async function open(shelf: FakeShelf, first = {}): Promise<DocumentSettings> {
  const settings = new DocumentSettings(shelf, first);
  await settings.ready;
  return settings;
}

function save(settings: DocumentSettings): Promise<SettingsResult> {
  return new Promise((resolve) => settings.saveAsync(resolve));
}

it('keeps what was saved, and not what was only set', async () => {
  const shelf = new FakeShelf();
  const settings = await open(shelf);
  settings.set('trace.spendPolicy', POLICY);
  const unsaved = (await open(shelf)).get('trace.spendPolicy');
  const result = await save(settings);
  expect({ policy: settings.get('trace.spendPolicy'), unsaved, result }).toEqual({
    policy: POLICY,
    unsaved: null,
    result: { status: 'succeeded' },
  });
  expect((await open(shelf)).get('trace.spendPolicy')).toEqual(POLICY);
});

it('keeps a copy', async () => {
  const settings = await open(new FakeShelf());
  const policy = { ...POLICY };
  settings.set('policy', policy);
  policy.limit = 1_000;
  expect(settings.get('policy')).toEqual(POLICY);
});

it('takes away what was removed, once it is saved', async () => {
  const shelf = new FakeShelf();
  const settings = await open(shelf);
  settings.set('trace.journal', ['head']);
  await save(settings);
  settings.remove('trace.journal');
  const unsaved = shelf.kept.has('trace.journal');
  await save(settings);
  expect({ journal: settings.get('trace.journal'), unsaved, kept: shelf.kept.size }).toEqual({
    journal: null,
    unsaved: true,
    kept: 0,
  });
});

it('writes all that it has over what another page has kept meanwhile, unless it was read again', async () => {
  const shelf = new FakeShelf();
  const [settings, careful] = [await open(shelf), await open(shelf)];
  const other = await open(shelf);
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
  expect((await open(new FakeShelf())).get(name)).toBeNull();
});

it('has the settings of a new workbook, until something else is saved', async () => {
  const shelf = new FakeShelf();
  const before = (await open(shelf, { policy: 1 })).get('policy');
  shelf.kept.set('policy', 2);
  expect({ before, after: (await open(shelf, { policy: 1 })).get('policy') }).toEqual({ before: 1, after: 2 });
});

it('gives up what was not saved when it is read again', async () => {
  const shelf = new FakeShelf();
  const settings = await open(shelf);
  settings.set('policy', 1);
  const result = await new Promise((resolve) => settings.refreshAsync(resolve));
  expect({ result, policy: settings.get('policy') }).toEqual({ result: { status: 'succeeded' }, policy: null });
});

it('holds until the page is closed where storage is refused, and says that it is not kept', async () => {
  const shelf = new FakeShelf();
  shelf.isRefused = true;
  const settings = await open(shelf);
  settings.set('trace.spendPolicy', POLICY);
  const result = await save(settings);
  expect({ status: result.status, policy: settings.get('trace.spendPolicy') }).toEqual({
    status: 'failed',
    policy: POLICY,
  });
});
