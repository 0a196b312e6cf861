import { forgetCopy, keepCopy, readCopy } from '../../excel-addin/document-copies';
import { FakeDatabases } from '../replay/fake-indexed-db';

/** What this browser keeps of workbooks in case that Excel loses it. */

const DAY_MS = 86_400_000;
const document = { url: '' };
/** The module opens it once. */
const databases = new FakeDatabases();
let nowMs = 0;

beforeEach(() => {
  databases.stores.get('trace-documents')?.clear();
  nowMs = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
  const after = (delayMs: number, act: () => void): void => void setTimeout(act, delayMs);
  Object.assign(globalThis, {
    Office: { context: { document } },
    indexedDB: databases.openFor({ after, effect: () => true }),
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const name of ['Office', 'indexedDB']) Reflect.deleteProperty(globalThis, name);
});

/** In the order in which they are kept, a second after each other. */
async function keep(urls: readonly string[], value: readonly string[] = ['x'], isNeeded = false): Promise<void> {
  for (const url of urls) {
    document.url = url;
    nowMs += 1_000;
    await keepCopy('journal', value, isNeeded);
  }
}

async function found(...urls: readonly string[]): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const url of urls) {
    document.url = url;
    values.push(await readCopy('journal'));
  }
  return values;
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_url, at) => `w${at}`);
const sizeNow = (): number => (databases.stores.get('trace-documents')?.size ?? 1) - 1;

test('a copy is found by its workbook, and gone once it is forgotten', async () => {
  await keep(['one', 'other']);
  document.url = 'one';
  await forgetCopy('journal');
  expect([await found('one', 'other'), sizeNow()]).toEqual([[undefined, ['x']], 1]);
});

test('of too many workbooks the oldest copies go', async () => {
  await keep(numbered(45));
  expect([await found('w4', 'w5', 'w44'), sizeNow()]).toEqual([[undefined, ['x'], ['x']], 40]);
});

test('copies that are too long together make room, the oldest first', async () => {
  await keep(numbered(5), ['x'.repeat(7_000_000)]);
  expect((await found(...numbered(5))).map((value) => value !== undefined)).toEqual([false, true, true, true, true]);
});

test('after two years a copy goes with the next one that is kept', async () => {
  await keep(['old']);
  nowMs += 731 * DAY_MS;
  await keep(['new']);
  expect(await found('old', 'new')).toEqual([undefined, ['x']]);
});

test('the copy of an unfinished run stays, however old it is and however many come after it', async () => {
  await keep(['unfinished'], ['run'], true);
  nowMs += 731 * DAY_MS;
  await keep(numbered(45));
  expect([await found('unfinished', 'w44'), sizeNow()]).toEqual([[['run'], ['x']], 40]);
});

test('too many unfinished runs are bounded too', async () => {
  await keep(numbered(45), ['run'], true);
  expect([await found('w4', 'w44'), sizeNow()]).toEqual([[undefined, ['run']], 40]);
});
