import { JOURNAL } from '../../excel-addin/bulk/journal';
import { forgetSpendPolicy, readSpendPolicy, writeSpendPolicy } from '../../excel-addin/document-settings';
import { FakeSettings } from '../fakes/excel/settings';

const DAILY = { mode: 'daily', limit: 150 } as const;

/** The settings of a workbook that this page has open. */
function openWorkbook(): FakeSettings {
  const settings = new FakeSettings();
  Object.assign(globalThis, { Office: { context: { document: { settings } } } });
  return settings;
}

/** What another person keeps in the same workbook, in a page that was opened just now. */
async function keepElsewhere({ file }: FakeSettings, name: string, value: unknown): Promise<void> {
  const settings = new FakeSettings(file);
  settings.set(name, value);
  await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
}

function inFile({ file }: FakeSettings): unknown {
  return Object.fromEntries([...file.saved].map(([name, text]) => [name, JSON.parse(text)]));
}

afterEach(() => Reflect.deleteProperty(globalThis, 'Office'));

test('a policy is kept in the workbook', async () => {
  openWorkbook();
  await writeSpendPolicy(DAILY);
  expect(readSpendPolicy()).toEqual(DAILY);
});

test('a policy that Excel did not take is not in force, and that is said', async () => {
  openWorkbook().file.isRefused = true;
  const before = readSpendPolicy();
  await expect(writeSpendPolicy({ mode: 'freely' })).rejects.toThrow(
    'The workbook did not let Trace work on it: The settings could not be saved. Try again.',
  );
  expect(readSpendPolicy()).toEqual(before);
});

test('a policy that Excel does not forget stays in force', async () => {
  const settings = openWorkbook();
  await writeSpendPolicy(DAILY);
  settings.file.isRefused = true;
  await expect(forgetSpendPolicy()).rejects.toMatchObject({ code: 'workbookRefused' });
  expect(readSpendPolicy()).toEqual(DAILY);
});

test('outside a workbook there is nothing to keep', async () => {
  await expect(writeSpendPolicy(DAILY)).resolves.toBeUndefined();
});

test('what somebody else has kept meanwhile is left alone', async () => {
  const settings = openWorkbook();
  await keepElsewhere(settings, 'trace.journal', ['head']);
  await writeSpendPolicy(DAILY);
  expect(inFile(settings)).toEqual({ 'trace.journal': ['head'], 'trace.spendPolicy': DAILY });
});

test('what this page knows stays where Excel reads nothing any more', async () => {
  const settings = openWorkbook();
  await JOURNAL.journalSave({ ask: 'journalSave', parts: new Map([['head', 'h']]) });
  settings.isForgetful = true;
  await writeSpendPolicy(DAILY);
  expect(inFile(settings)).toEqual({
    'trace.journal': ['head'],
    'trace.journal.head': 'h',
    'trace.spendPolicy': DAILY,
  });
});

test('changes that are asked for at once are made one after the other', async () => {
  const settings = openWorkbook();
  await Promise.all([
    writeSpendPolicy({ mode: 'freely' }),
    JOURNAL.journalSave({ ask: 'journalSave', parts: new Map([['head', 'h']]) }),
    writeSpendPolicy(DAILY),
  ]);
  expect(inFile(settings)).toEqual({
    'trace.journal': ['head'],
    'trace.journal.head': 'h',
    'trace.spendPolicy': DAILY,
  });
});

test('a change that fails does not hold up the next', async () => {
  const { file } = openWorkbook();
  file.isRefused = true;
  const failed = writeSpendPolicy({ mode: 'freely' }).catch(() => (file.isRefused = false));
  await Promise.all([failed, failed.then(() => writeSpendPolicy(DAILY))]);
  expect(readSpendPolicy()).toEqual(DAILY);
});
