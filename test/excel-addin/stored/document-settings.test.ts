import fc from 'fast-check';
import { forgetSpendPolicy, readSpendPolicy, writeSpendPolicy } from '../../../excel-addin/stored/document-settings';
import { FakeStorage } from '../../fakes/excel/fake-storage';
import { FakeSettings } from '../../fakes/excel/settings';
import { times } from '../../setup/chance';

const DAILY = { mode: 'daily', limit: 150 } as const;
const URL = 'https://contoso.example/book.xlsx';

const FORGED_POLICY = fc.record({
  mode: fc.constantFrom('freely', 'daily', 'onRequest', 'x'),
  limit: fc.constantFrom<unknown>(-1, 0, 3, 500, 501, 1e9, 1e308, '9', null),
});

let storage: FakeStorage;

/** What a page knows ends with it. */
const closePage = (): void => Reflect.get(globalThis, Symbol.for('trace.memory')).clear();

beforeEach(() => {
  storage = new FakeStorage();
  closePage();
});

/** The settings of a workbook that this page has open. */
function openWorkbook(): FakeSettings {
  const settings = new FakeSettings();
  Object.assign(globalThis, { Office: { context: { document: { settings, url: URL } } }, localStorage: storage });
  return settings;
}

/** Another user's setting in the same workbook, saved in a new page. */
async function keepElsewhere({ file }: FakeSettings, name: string, value: unknown): Promise<void> {
  const settings = new FakeSettings(file);
  settings.set(name, value);
  await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
}

function inFile({ file }: FakeSettings): unknown {
  return Object.fromEntries([...file.saved].map(([name, text]) => [name, JSON.parse(text)]));
}

afterEach(() => ['Office', 'localStorage'].forEach((name) => Reflect.deleteProperty(globalThis, name)));

test('a policy is kept in the workbook', async () => {
  openWorkbook();
  await writeSpendPolicy(DAILY);
  expect(readSpendPolicy()).toEqual(DAILY);
});

test('a policy that Excel did not take is not in force, and that is said', async () => {
  openWorkbook().file.isRefused = true;
  const before = readSpendPolicy();
  await expect(writeSpendPolicy({ mode: 'freely' })).rejects.toThrow(
    'The workbook did not let Trace do this: The settings could not be saved. Wait a minute, then retry.',
  );
  expect(readSpendPolicy()).toEqual(before);
});

test('a policy that Excel has lost stays in force', async () => {
  const settings = openWorkbook();
  await writeSpendPolicy(DAILY);
  settings.file.isRefused = true;
  await expect(forgetSpendPolicy()).rejects.toMatchObject({ code: 'workbookRefused' });
  expect(readSpendPolicy()).toEqual(DAILY);
});

test.each([{ mode: 'freely' }, { mode: 'daily', limit: 501 }, { mode: 'daily', limit: 1_000_000 }])(
  'the workbook cannot raise the usual limit: %j',
  async (forged) => {
    const settings = openWorkbook();
    await keepElsewhere(settings, 'trace.spendPolicy', forged);
    settings.reopen();
    expect(readSpendPolicy()).toEqual({ mode: 'daily', limit: 500 });
    await writeSpendPolicy({ mode: 'daily', limit: 400 });
    await keepElsewhere(settings, 'trace.spendPolicy', forged);
    settings.reopen();
    expect(readSpendPolicy()).toEqual({ mode: 'daily', limit: 400 });
  },
);

test.each([{ mode: 'onRequest' }, { mode: 'daily', limit: 50 }] as const)(
  'a stricter choice of this user stays, whatever the workbook says: %j',
  async (own) => {
    const settings = openWorkbook();
    await writeSpendPolicy(own);
    for (const forged of [{ mode: 'daily', limit: 500 }, { mode: 'freely' }]) {
      await keepElsewhere(settings, 'trace.spendPolicy', forged);
      settings.reopen();
      expect(readSpendPolicy()).toEqual(own);
    }
  },
);

test('another user makes it stricter', async () => {
  const settings = openWorkbook();
  await writeSpendPolicy({ mode: 'freely' });
  await keepElsewhere(settings, 'trace.spendPolicy', { mode: 'daily', limit: 20 });
  settings.reopen();
  expect(readSpendPolicy()).toEqual({ mode: 'daily', limit: 20 });
});

test('a user’s choice lasts when the workbook is opened again, and no one raises it', async () => {
  const settings = openWorkbook();
  await writeSpendPolicy({ mode: 'daily', limit: 2_000 });
  settings.reopen();
  const chosen = readSpendPolicy();
  const read = (['freely', 'onRequest'] as const).map((mode) => {
    settings.set('trace.spendPolicy', { mode });
    return readSpendPolicy();
  });
  expect([chosen, ...read]).toEqual([
    { mode: 'daily', limit: 2_000 },
    { mode: 'daily', limit: 2_000 },
    { mode: 'onRequest' },
  ]);
});

test('no other workbook takes it up, nor one of which Excel tells no address', async () => {
  const settings = openWorkbook();
  await writeSpendPolicy({ mode: 'freely' });
  const toOther = (url: string): void => {
    Object.assign(globalThis, { Office: { context: { document: { settings, url } } } });
  };
  const here = readSpendPolicy();
  toOther('https://contoso.example/theirs.xlsx');
  const there = readSpendPolicy();
  toOther('');
  expect({ here, there, nowhere: readSpendPolicy() }).toEqual({
    here: { mode: 'freely' },
    there: { mode: 'daily', limit: 500 },
    nowhere: { mode: 'daily', limit: 500 },
  });
});

test('if Excel tells no address, as to guests on the web, a choice holds until the page is closed', async () => {
  const settings = openWorkbook();
  Object.assign(globalThis, { Office: { context: { document: { settings, url: '' } } } });
  await writeSpendPolicy({ mode: 'daily', limit: 2_000 });
  const here = readSpendPolicy();
  closePage();
  expect({ here, afterwards: readSpendPolicy() }).toEqual({
    here: { mode: 'daily', limit: 2_000 },
    afterwards: { mode: 'daily', limit: 500 },
  });
});

test('a choice made before the workbook had an address holds until it is closed', async () => {
  const settings = openWorkbook();
  Object.assign(globalThis, { Office: { context: { document: { settings, url: '' } } } });
  await writeSpendPolicy({ mode: 'daily', limit: 2_000 });
  Object.assign(globalThis, {
    Office: { context: { document: { settings, url: 'https://contoso.example/new.xlsx' } } },
  });
  expect(readSpendPolicy()).toEqual({ mode: 'daily', limit: 2_000 });
});

test('whatever the workbook says, no more is spent unasked than is usual', () => {
  const settings = openWorkbook();
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), FORGED_POLICY), (forged) => {
      settings.set('trace.spendPolicy', forged);
      const policy = readSpendPolicy();
      expect(policy.mode === 'onRequest' || (policy.mode === 'daily' && policy.limit <= 500)).toBe(true);
    }),
    { numRuns: times(200) },
  );
});

test('outside a workbook there is nothing to keep', async () => {
  await expect(writeSpendPolicy(DAILY)).resolves.toBeUndefined();
});

test('what another user has saved meanwhile is left alone', async () => {
  const settings = openWorkbook();
  await keepElsewhere(settings, 'trace.others', ['text']);
  await writeSpendPolicy(DAILY);
  expect(inFile(settings)).toEqual({ 'trace.others': ['text'], 'trace.spendPolicy': DAILY });
});

test('changes that are asked for at once are made one after the other', async () => {
  const settings = openWorkbook();
  await Promise.all([writeSpendPolicy({ mode: 'freely' }), writeSpendPolicy(DAILY)]);
  expect(inFile(settings)).toEqual({ 'trace.spendPolicy': DAILY });
});

test('a change that fails does not hold up the next', async () => {
  const { file } = openWorkbook();
  file.isRefused = true;
  const failed = writeSpendPolicy({ mode: 'freely' }).catch(() => (file.isRefused = false));
  await Promise.all([failed, failed.then(() => writeSpendPolicy(DAILY))]);
  expect(readSpendPolicy()).toEqual(DAILY);
});
