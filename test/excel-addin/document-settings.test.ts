import { forgetSpendPolicy, readSpendPolicy, writeSpendPolicy } from '../../excel-addin/document-settings';
import type { SettingsResult } from '../../excel-addin/office';

const FAILED: SettingsResult = { status: 'failed', error: { message: 'The workbook is read-only' } };
const DAILY = { mode: 'daily', limit: 150 } as const;

/** A workbook whose settings say so of every saving. */
function openWorkbook(saving: SettingsResult): Map<string, unknown> {
  const kept = new Map<string, unknown>();
  const settings = {
    get: (name: string) => kept.get(name) ?? null,
    set: (name: string, value: unknown) => void kept.set(name, value),
    remove: (name: string) => void kept.delete(name),
    saveAsync: (callback: (result: SettingsResult) => void) => callback(saving),
  };
  Object.assign(globalThis, { Office: { context: { document: { settings } } } });
  return kept;
}

afterEach(() => Reflect.deleteProperty(globalThis, 'Office'));

test('a policy is kept in the workbook', async () => {
  openWorkbook({ status: 'succeeded' });
  await writeSpendPolicy(DAILY);
  expect(readSpendPolicy()).toEqual(DAILY);
});

test('a policy that Excel did not take is not in force, and that is said', async () => {
  openWorkbook(FAILED);
  const before = readSpendPolicy();
  await expect(writeSpendPolicy({ mode: 'freely' })).rejects.toThrow(
    'The workbook did not let Trace work on it: The workbook is read-only. Try again.',
  );
  expect(readSpendPolicy()).toEqual(before);
});

test('a policy that Excel does not forget stays in force', async () => {
  const kept = openWorkbook(FAILED);
  kept.set('trace.spendPolicy', DAILY);
  await expect(forgetSpendPolicy()).rejects.toMatchObject({ code: 'workbookRefused' });
  expect(readSpendPolicy()).toEqual(DAILY);
});

test('outside a workbook there is nothing to keep', async () => {
  await expect(writeSpendPolicy(DAILY)).resolves.toBeUndefined();
});
